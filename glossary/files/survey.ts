import type { Concept, Findings, Parser } from './concept.ts';
import type { Chunk, Head, LanguageCount, ReadOptions, Survey, Surveyor, TableSurvey } from './reading.ts';

/** A surveyor around the parser of one format. */
export function surveyWith(make: (findings: Findings) => Parser): Surveyor {
  return new ParsingSurveyor(make);
}

class ParsingSurveyor implements Surveyor {
  private readonly parser: Parser;
  private readonly counts = new Map<string, { terms: number; definitions: number }>();
  private head: Partial<Head> = {};
  private seenTable: TableSurvey | undefined;
  private concepts = 0;
  private broken = false;

  constructor(make: (findings: Findings) => Parser) {
    this.parser = make({
      head: (part) => {
        this.head = { ...this.head, ...part };
      },
      table: (table) => {
        this.seenTable = table;
      },
      concept: (concept) => this.count(concept),
      entry: () => {
        this.concepts++;
      },
      // The beginning of a file always ends too early, and the reading itself will tell what is wrong.
      complain: () => undefined,
    });
  }

  write(chunk: Chunk): void {
    this.step(() => this.parser.write(chunk));
  }

  end(): Survey {
    this.step(() => {
      this.parser.end();
      for (const _ of this.parser.leftOver?.() ?? []);
    });
    const languages = [...this.counts]
      .map(([language, count]): LanguageCount => ({ language, ...count }))
      .sort((a, b) => b.terms - a.terms || (a.language < b.language ? -1 : 1));
    const table = this.seenTable;
    return { head: this.head, concepts: this.concepts, languages, ...(table && { table }) };
  }

  private step(act: () => void): void {
    if (this.broken) return;
    try {
      act();
    } catch {
      // The reading itself meets the same and tells it.
      this.broken = true;
    }
  }

  private count({ terms, texts }: Concept): void {
    this.concepts++;
    for (const lang of new Set(terms.map((term) => term.lang))) this.add(lang, 1, 0);
    for (const lang of new Set(texts.map((text) => text.lang))) this.add(lang, 0, 1);
  }

  private add(lang: string | undefined, terms: number, definitions: number): void {
    if (lang === undefined) return;
    const count = this.counts.get(lang) ?? { terms: 0, definitions: 0 };
    this.counts.set(lang, { terms: count.terms + terms, definitions: count.definitions + definitions });
  }
}

/**
 * The languages to propose for a file: the wanted one if the file has it, else the file's own, else the one
 * with most to say; definitions in the same, or in the one that has most of them.
 */
export function proposeLanguages(
  survey: Survey,
  wanted = 'en',
): Pick<ReadOptions, 'language' | 'definitions'> {
  const { languages, head } = survey;
  if (languages.length === 0)
    return { language: head.language ?? wanted, definitions: head.language ?? wanted };
  const named = (tag: string | undefined) =>
    languages.find(({ language, terms }) => terms > 0 && language.toLowerCase() === tag?.toLowerCase()) ??
    languages.find(({ language, terms }) => terms > 0 && tag !== undefined && language.startsWith(`${tag}-`));
  const explained = languages.toSorted((a, b) => b.definitions - a.definitions)[0];
  const language = (named(wanted) ?? named(head.language) ?? languages[0])?.language ?? wanted;
  const own = languages.find((one) => one.language === language)?.definitions ?? 0;
  const definitions = own > 0 ? language : explained?.definitions ? explained.language : language;
  return { language, definitions };
}
