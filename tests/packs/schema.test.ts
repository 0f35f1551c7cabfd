import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { glossarySchema } from './schema.ts';

test('the published schema is the one that files are read with (npm run schema writes it)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../glossary/schema.json'), 'utf8')).toBe(
    glossarySchema(),
  );
});
