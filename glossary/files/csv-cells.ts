import type { Form, Source } from '../entry.ts';
import { usualCase } from '../format.ts';
import type { FormRules } from './concept.ts';
import type { Splitter } from './csv-columns.ts';
import { languageTag } from './languages.ts';
import { oneLine } from './plain-text.ts';
import { sourcesIn } from './sources-in.ts';

/** Items of one cell; before `|` a backslash stands for the character itself. */
export function splitCell(cell: string, split: Splitter | undefined): string[] {
  const parts = split === '|' ? splitAtBars(cell) : split === undefined ? [cell] : cell.split(split);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function splitAtBars(cell: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < cell.length; at++) {
    const next = cell[at + 1];
    const escaped = cell[at] === '\\' && (next === '\\' || next === '|');
    if (escaped) at++;
    if (escaped || cell[at] !== '|') part += cell[at];
    else {
      parts.push(part);
      part = '';
    }
  }
  return [...parts, part];
}

/** Items as one cell. */
export function joinCell(items: readonly string[]): string {
  return items.map((item) => oneLine(item).replace(/[\\|]/g, '\\$&')).join(' | ');
}

/**
 * A form with its rules in braces at the end.
 *
 * @example readForm('RGB {context}') // { text: 'RGB', rules: { when: 'context' } }
 */
export function readForm(item: string): { text: string; rules?: FormRules } {
  const [, text, inside] = /^(.*\S)\s*\{([\w:,\s-]*)\}$/s.exec(item) ?? [];
  if (text === undefined || inside === undefined) return { text: item };
  const words = inside.split(',').map((word) => word.trim());
  if (inside.trim() === '') return { text };
  const rules = words.map(ruleNamed);
  return rules.includes(undefined) ? { text: item } : { text, rules: Object.assign({}, ...rules) };
}

function ruleNamed(word: string): FormRules | undefined {
  if (word === 'exact' || word === 'fold') return { case: word };
  if (word === 'always' || word === 'context') return { when: word };
  const lang = word.startsWith('lang:') ? languageTag(word.slice(5)) : undefined;
  return lang === undefined ? undefined : { lang };
}

/** A form as `readForm` reads it. */
export function writeForm({ text, case: rule, when, lang }: Form): string {
  const rules = [
    rule === usualCase(text) ? '' : rule,
    when === 'always' ? '' : when,
    lang === undefined ? '' : `lang:${lang}`,
  ].filter((word) => word !== '');
  const plain = oneLine(text);
  // Empty braces say that braces before them belong to the text.
  if (rules.length === 0) return readForm(plain).text === plain ? plain : `${plain} {}`;
  return `${plain} {${rules.join(', ')}}`;
}

/** A name with its language: `ko: 조선로동당`. */
export function readNative(item: string): { lang: string; text: string } | undefined {
  const [, lang, text] = /^([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)\s*:\s*(\S.*)$/s.exec(item) ?? [];
  const tag = languageTag(lang);
  return tag === undefined || text === undefined ? undefined : { lang: tag, text };
}

/** A source: `Title <https://…>`, `[Title](https://…)`, or an address with or without words around it. */
export function readSources(item: string): Source[] {
  const [, title, url] =
    /^(.*?)\s*<(https?:\/\/[^<>\s]+)>$/s.exec(item) ?? /^\[(.*)\]\((https?:\S+)\)$/s.exec(item) ?? [];
  if (title === undefined || url === undefined) return sourcesIn(item);
  return [{ title: title === '' ? new URL(url).hostname : title, url }];
}

/** A source as `readSources` reads it. */
export function writeSource({ title, url }: Source): string {
  return `${oneLine(title)} <${url.replace(/[<>\s]/g, encodeURIComponent)}>`;
}
