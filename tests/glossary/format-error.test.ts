import { expect, test } from 'vitest';
import { FormatError } from '../../glossary/format-error.ts';

test('a FormatError says where, what was found and what was expected', () => {
  const error = new FormatError([{ path: 'entries[0].id', value: '7', expected: 'a string' }]);
  expect(error.message).toBe('entries[0].id: expected a string, got 7');
});
