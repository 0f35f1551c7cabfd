import { describe, expect, test } from 'vitest';
import { annotate } from '../../glossary/annotate.ts';
import { entry, indexOf, marksOf, maybe } from './senses-glossaries.ts';

describe('the plural of an ambiguous acronym', () => {
  const index = indexOf({
    entries: [
      entry('command', 'Combined Forces Command', {
        kind: 'organization',
        forms: [maybe('CFC')],
        context: ['Seoul'],
      }),
      entry('gas', 'Chlorofluorocarbon', { kind: 'term', forms: [maybe('CFC')], context: ['ozone'] }),
      entry('launcher', 'Transporter erector launcher', {
        kind: 'weapon',
        forms: [maybe('TEL')],
        context: ['Seoul'],
      }),
      entry('agency', 'News agency', { kind: 'organization', forms: ['KNA'] }),
    ],
  });

  test.each([
    ['there is one command', 'Seoul and the CFC.', ['g/command:CFC']],
    ['and never two', 'Seoul and the CFCs.', []],
    [
      'not even where the command is named',
      'In Seoul the Combined Forces Command buys CFCs.',
      ['g/command:Combined Forces Command', 'g/gas:CFCs'],
    ],
    ['of gases there are many', 'Ozone and CFCs.', ['g/gas:CFCs']],
    ['of weapons too', 'TELs near Seoul.', ['g/launcher:TELs']],
    ['an unambiguous name keeps its plural', 'Both KNAs.', ['g/agency:KNAs']],
  ])('%s', (_, passage, expected) => {
    expect(marksOf(index, { passages: [passage] }, { pageTerms: false })).toEqual(expected);
  });
});

describe('words that two names share count once', () => {
  const index = indexOf({
    context: ['Pyongyang', 'KCNA', 'Juche'],
    entries: [
      entry('spa', 'Supreme People’s Assembly', { forms: [maybe('SPA')] }),
      entry('rok', 'ROK', { forms: [maybe('The South'), maybe('South Korean'), 'South Korean firm'] }),
      entry('dmz', 'DMZ', { forms: [maybe('the border')] }),
    ],
  });
  const sumOf = (passage: string) => {
    const page = { url: 'https://example.com/', title: '', passages: [passage] };
    return annotate(index, page, { explain: true }).decisions?.find(({ form }) => form === 'SPA')?.sum;
  };

  test('overlapping neighbours', () => {
    expect(sumOf('The South Korean makers have a SPA.')).toBe(sumOf('Some South Korean makers have a SPA.'));
  });
});

describe('a word of the form itself', () => {
  const index = indexOf({
    entries: [
      entry('industry', 'Second Economic Committee', {
        forms: [maybe('munitions industry')],
        context: ['munitions', 'factories', 'Kanggye'],
      }),
    ],
  });

  test.each<[string, string, string[], string?]>([
    ['says nothing', 'The munitions industry. It makes munitions, and munitions only.', []],
    ['in a title neither', 'The munitions industry.', [], 'Munitions'],
    ['other plain words do', 'Factories of the munitions industry.', ['g/industry:munitions industry']],
    ['and so do names', 'Kanggye, home of the munitions industry.', ['g/industry:munitions industry']],
  ])('%s', (_, passage, expected, title = '') => {
    expect(marksOf(index, { title, passages: [passage] })).toEqual(expected);
  });
});
