import { describe, expect, test } from 'vitest';
import { annotate } from '../../glossary/annotate.ts';
import { entry, indexOf, marksOf } from './senses-glossaries.ts';

const index = indexOf({
  entries: [entry('iaea', 'IAEA', { forms: ['International Atomic Energy Agency'] })],
});
const defining = 'The Multilateral Sanctions Monitoring Team (MSMT) met in Seoul.';

describe('an abbreviation that the page defines', () => {
  test.each([
    ['is noted elsewhere', [defining, 'The MSMT said so.'], ['page:MSMT:MSMT']],
    ['also before its definition', ['The MSMT said so.', defining], ['page:MSMT:MSMT']],
    ['in the plural', [defining, 'Two MSMTs.'], ['page:MSMT:MSMTs']],
    ['not in its own passage', [`${defining} The MSMT is new.`], []],
    [
      'not where it is spelled out again',
      [defining, 'The Multilateral Sanctions Monitoring Team, MSMT.'],
      [],
    ],
    ['in its exact case only', [defining, 'An msmt is no Msmt.'], []],
    ['not within words and addresses', [defining, 'MSMTX, @MSMT, #MSMT and example.com/MSMT'], []],
    [
      'not if a glossary knows it',
      ['International Aid for Everyone Association (IAEA).', 'The IAEA said so.'],
      [],
    ],
    [
      'not if the page has two meanings for it',
      [defining, 'A Modern School of Music Therapy (MSMT) opened.', 'The MSMT said so.'],
      [],
    ],
  ])('%s', (_, passages, expected) => {
    const marks = marksOf(index, { passages }).filter((mark) => mark.startsWith('page:'));
    expect(marks).toEqual(expected);
  });

  test('comes with its words', () => {
    const page = { url: '', title: '', passages: [defining, 'The MSMT said so.'] };
    expect(annotate(index, page).pageTerms).toEqual([
      { short: 'MSMT', long: 'Multilateral Sanctions Monitoring Team', sentence: defining },
    ]);
  });

  test('comes with its words in a later batch too', () => {
    const { evidence } = annotate(index, { url: '', title: '', passages: [defining] });
    const later = annotate(index, { url: '', title: '', passages: ['The MSMT.'], evidence });
    expect(later.spans).toMatchObject([{ entry: 'page:MSMT' }]);
    expect(later.pageTerms).toMatchObject([{ sentence: defining }]);
  });

  test('can be turned off, and off by the reader', () => {
    const passages = [defining, 'The MSMT said so.'];
    expect(marksOf(index, { passages }, { pageTerms: false })).toEqual([]);
    expect(marksOf(index, { passages, choices: { '*': { 'page:MSMT': 'never' } } })).toEqual([]);
  });
});
