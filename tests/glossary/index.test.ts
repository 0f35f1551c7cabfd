import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, openIndex } from '../../glossary/compile.ts';
import { ROLE } from '../../glossary/flat-index.ts';
import { scan } from '../../glossary/match.ts';
import { entryOf, glossaryOf, indexOf } from './matching.ts';

const korea = glossaryOf(
  'korea',
  [
    entryOf('spa', ["Supreme People's Assembly", { text: 'SPA', case: 'exact', when: 'context' }], {
      context: ['Mansudae'],
      not: ['wellness'],
      native: [
        { lang: 'ko', text: '최고인민회의' },
        { lang: 'ko', text: '회' },
      ],
    }),
    entryOf('dprk', ['DPRK', 'D.P.R.K.', { text: 'MIA', case: 'exact', when: 'always', lang: 'en' }]),
  ],
  ['Pyongyang'],
);
const web = glossaryOf('web', [entryOf('spa', ['SPA', 'single-page application'])]);

interface Found {
  readonly pattern: string;
  readonly role: number;
  readonly target: string;
  readonly context: boolean;
  readonly lang: string | undefined;
  readonly rivals: number;
  readonly length: number;
}

function all(text: string): Found[] {
  const index = compile([korea, web]);
  const claims: Found[] = [];
  scan(index, text, (claim) => {
    const role = index.roleOf(claim);
    const target = index.targetOf(claim);
    claims.push({
      pattern: index.patternOf(claim),
      role,
      target: role === ROLE.cueForGlossary ? index.glossaryId(target) : index.refOf(target),
      context: index.needsContext(claim),
      lang: index.langOf(claim),
      rivals: index.rivalsOf(claim),
      length: index.lengthOf(claim),
    });
  });
  return claims;
}

test('a form that two glossaries have keeps both entries, in the order of the glossaries', () => {
  expect(all('the SPA met')).toEqual([
    {
      pattern: 'spa',
      role: ROLE.form,
      target: 'korea/spa',
      context: true,
      lang: undefined,
      rivals: 2,
      length: 3,
    },
    {
      pattern: 'spa',
      role: ROLE.form,
      target: 'web/spa',
      context: false,
      lang: undefined,
      rivals: 2,
      length: 3,
    },
  ]);
});

test('cues name what they speak for or against', () => {
  const roles = all('Mansudae wellness Pyongyang').map(({ pattern, role, target }) => [
    pattern,
    role,
    target,
  ]);
  expect(roles).toEqual([
    ['mansudae', ROLE.cueFor, 'korea/spa'],
    ['wellness', ROLE.cueAgainst, 'korea/spa'],
    ['pyongyang', ROLE.cueForGlossary, 'korea'],
  ]);
});

test('native names of more than a character are forms in their language', () => {
  expect(all('최고인민회의가 회').map(({ pattern, lang }) => [pattern, lang])).toEqual([
    ['최고인민회의', 'ko'],
  ]);
});

test('a form of one language says so, and forms that fold alike are one claim', () => {
  expect(all('MIA D.P.R.K.').map(({ pattern, lang, rivals }) => [pattern, lang, rivals])).toEqual([
    ['mia', 'en', 1],
    ['dprk', undefined, 1],
  ]);
});

test('the index counts what it holds', () => {
  const { claims, entries, glossaries } = compile([korea, web]);
  expect({ claims, entries, glossaries }).toEqual({ claims: 10, entries: 3, glossaries: 2 });
});

test('an index of nothing finds nothing', () => {
  for (const index of [compile([]), indexOf([]), indexOf(['', '-', '…', '\u200b'])]) {
    scan(index, 'The DPRK … – said', () => expect.unreachable());
    expect(openIndex(index.buffer).claims).toBe(0);
  }
});

const buffer = compile([korea, web]).buffer;

test.each([
  ['empty', new ArrayBuffer(0), /0 bytes/],
  ['too short', buffer.slice(0, 20), /20 bytes/],
  ['truncated', buffer.slice(0, buffer.byteLength - 4), /bytes long, not/],
  ['no multiple of four', buffer.slice(0, buffer.byteLength - 3), /bytes long/],
  ['something else', new TextEncoder().encode('x'.repeat(400)).buffer, /does not begin like one/],
  ['of another version', withWord(1, 99), /version 99/],
  ['with wrong sizes', withWord(4, 2 ** 30), /add up/],
  ['with absurd sizes', withWord(12, 31), /sizes/],
  ['damaged within', withWord(buffer.byteLength / 8, 0x7fffffff), /checksum/],
])('a buffer is refused with the reason: %s', (_what, damaged, reason) => {
  expect(() => openIndex(damaged)).toThrow(reason);
});

function withWord(at: number, value: number): ArrayBuffer {
  const copy = buffer.slice(0);
  new Int32Array(copy)[Math.floor(at)] = value;
  return copy;
}

test('whatever byte of it is changed, a damaged index is refused', () => {
  fc.assert(
    fc.property(fc.nat(buffer.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const copy = buffer.slice(0);
      const bytes = new Uint8Array(copy);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      expect(() => openIndex(copy)).toThrow(/not a usable index/);
    }),
  );
});

test('random bytes are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect(() => openIndex(new Uint8Array(bytes).buffer)).toThrow(/not a usable index/);
    }),
  );
});
