import type { CaseRule, Entry, FormCondition } from '../../glossary/entry.ts';
import { caseRule } from '../../glossary/pattern.ts';

/** One way in which an entry asks to be matched: the term, a form or a native name. */
export interface Claim {
  /** `glossary/entry`. */
  readonly owner: string;
  /** Path of the claim in its entry, as in `forms[2]`. */
  readonly path: string;
  readonly text: string;
  readonly case: CaseRule;
  readonly when: FormCondition;
  readonly lang?: string;
}

/** Every claim of an entry; a native name that is also a form counts once, as the form. */
export function claimsOf(glossaryId: string, entry: Entry): Claim[] {
  const owner = `${glossaryId}/${entry.id}`;
  const forms = entry.forms.map((form, i) => ({ owner, path: `forms[${i}]`, ...form }));
  const written = new Set(forms.map((form) => form.text));
  const native = entry.native
    .map(({ lang, text }, i): Claim => {
      return { owner, path: `native[${i}]`, text, lang, case: caseRule(text), when: 'always' };
    })
    .filter(({ text }) => [...text].length >= 2 && !written.has(text));
  return [...forms, ...native];
}

/** Text in which spellings that a page uses alike are alike; case is kept. */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\.)|(?<=\.\p{L})\./gu, '')
    .trim();
}

/** Whether two claims can match the same text of a page. */
export function collide(a: Claim, b: Claim): boolean {
  if (a.lang && b.lang && a.lang !== b.lang) return false;
  const [left, right] = [foldSpelling(a.text), foldSpelling(b.text)];
  return a.case === 'exact' && b.case === 'exact'
    ? left === right
    : left.toLowerCase() === right.toLowerCase();
}
