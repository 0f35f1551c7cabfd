import { isWebAddress } from '../format-schema.ts';
import { quoted } from './complaint.ts';
import type { Findings, FormRules, Term } from './concept.ts';
import { languageTag } from './languages.ts';
import { oneLine, prose, toPlainText } from './plain-text.ts';
import { contentText, isStructured } from './structured-content.ts';

/** Texts of a word that are kept; more make a definition that is too long for a card anyway. */
const MOST_SENSES = 50;

/** All rows about one word: a sequence number, or a term with a reading. */
interface Word {
  readonly where: string;
  readonly line: number;
  readonly sequence: number;
  readonly terms: Set<string>;
  readonly readings: Set<string>;
  readonly senses: string[];
}

/** Rows of term banks in, concepts out: rows about the same word make one. */
export class YomitanTerms {
  private readonly findings: Findings;
  private readonly words = new Map<string, Word>();
  private rules: FormRules = {};
  private structured = false;

  constructor(findings: Findings) {
    this.findings = findings;
  }

  /** Members of `index.json`: the title, and which language explains which. */
  takeIndex(members: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of members) {
      if (typeof value !== 'string') continue;
      const lang = languageTag(value);
      if (key === 'title') this.findings.head({ title: oneLine(value) });
      else if (key === 'revision') this.findings.head({ version: oneLine(value) });
      else if (key === 'url' && isWebAddress(value)) this.findings.head({ homepage: value });
      else if (key === 'targetLanguage' && lang !== undefined) this.findings.head({ language: lang });
      else if (key === 'sourceLanguage' && lang !== undefined) this.rules = { lang };
    }
  }

  takeRow(row: readonly unknown[], file: string, line: number): void {
    const [term, reading, , , , definitions, sequence] = row;
    const where = `file ${quoted(file)} › ${quoted(term)}`;
    if (typeof term !== 'string' || oneLine(term) === '' || !Array.isArray(definitions)) {
      const expected = 'a list: [term, reading, tags, rules, score, definitions, sequence, tags]';
      this.findings.complain({ effect: 'skipped', line, where, found: 'another', expected });
      return;
    }
    const read = typeof reading === 'string' ? oneLine(reading) : '';
    const number = typeof sequence === 'number' && sequence > 0 ? sequence : 0;
    const key = number > 0 ? `#${number}` : `${oneLine(term)}\n${read}`;
    const word = this.words.get(key) ?? this.open(key, where, line, number);
    word.terms.add(oneLine(term));
    if (read !== '' && read !== oneLine(term)) word.readings.add(read);
    this.addSense(word, definitions, where, line);
  }

  tell(): void {
    for (const word of this.words.values()) {
      const readings = [...word.readings];
      const before = readings.length === 0 ? '' : `[${readings.join(', ')}] `;
      this.findings.concept({
        line: word.line,
        where: word.where,
        ...(word.sequence > 0 && { id: String(word.sequence) }),
        terms: [
          ...this.names(word.terms, this.rules),
          ...this.names(word.readings, { ...this.rules, when: 'context' }),
        ],
        texts:
          word.senses.length === 0 ? [] : [{ role: 'definition', text: before + word.senses.join('\n') }],
      });
    }
    this.words.clear();
  }

  private open(key: string, where: string, line: number, sequence: number): Word {
    const word: Word = { where, line, sequence, terms: new Set(), readings: new Set(), senses: [] };
    this.words.set(key, word);
    return word;
  }

  /** A reading stands for many words, so it needs evidence. */
  private names(texts: Iterable<string>, rules: FormRules): Term[] {
    const ruled = Object.keys(rules).length > 0;
    return [...texts].map((text) => (ruled ? { text, rules } : { text }));
  }

  private addSense(word: Word, definitions: readonly unknown[], where: string, line: number): void {
    // A list in place of a text says which word this is an inflection of: nothing to explain.
    const texts = definitions.filter((one) => !Array.isArray(one)).map((one) => contentText(one));
    const plain = texts.map((text) => prose(toPlainText(text))).filter((text) => text !== '');
    const sense = plain.every((text) => !text.includes('\n')) ? plain.join('; ') : plain.join('\n');
    if (definitions.some(isStructured)) this.noteStructure(line, where);
    const tagged = texts.find((text) => toPlainText(text) !== text && /<[a-z/!]/i.test(text));
    if (tagged !== undefined) {
      const expected = 'plain text; its tags are left out';
      this.findings.complain({ effect: 'changed', line, where, found: quoted(tagged), expected });
    }
    if (sense !== '' && word.senses.length < MOST_SENSES && !word.senses.includes(sense))
      word.senses.push(sense);
  }

  /** Told once: where one definition has elements, all have. */
  private noteStructure(line: number, where: string): void {
    if (this.structured) return;
    this.structured = true;
    const found = 'structured content, here and maybe later';
    this.findings.complain({
      effect: 'noted',
      line,
      where,
      found,
      expected: 'plain text; its elements are left out',
    });
  }
}
