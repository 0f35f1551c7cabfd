import * as v from 'valibot';
import { LIMITS, rawHead } from '../format-schema.ts';
import { quoted } from './complaint.ts';
import type { Concept, Findings, Parser } from './concept.ts';
import { choiceOf, entryOf, isRefusal } from './concept-entry.ts';
import { slugOf } from './ids.ts';
import { Intake } from './intake.ts';
import type { Batch, Chunk, GlossaryReader, Head, ReadOptions, Tally } from './reading.ts';

/** A reader around the parser of one format. */
export function readWith(make: (findings: Findings) => Parser, options: ReadOptions): GlossaryReader {
  return new ParsingReader(make, options);
}

class ParsingReader implements GlossaryReader {
  private readonly intake = new Intake();
  private readonly options: ReadOptions;
  private readonly parser: Parser;
  private fileHead: Partial<Head> = {};
  private over = false;

  constructor(make: (findings: Findings) => Parser, options: ReadOptions) {
    this.options = options;
    this.parser = make({
      head: (part) => {
        this.fileHead = { ...this.fileHead, ...part };
      },
      table: () => undefined,
      concept: (concept) => this.takeConcept(concept),
      entry: (raw, where, line) => {
        if (!this.over) this.intake.admitAsIs(raw, { where, line });
        this.stopWhenFull();
      },
      complain: (complaint) => this.intake.complain(complaint),
    });
  }

  get head(): Head {
    return headOf(this.fileHead, this.options);
  }

  get tally(): Tally {
    return this.intake.tally;
  }

  write(chunk: Chunk): Batch {
    return this.step(() => this.parser.write(chunk));
  }

  end(): Batch {
    const all = [...this.finish()];
    return {
      entries: all.flatMap(({ entries }) => entries),
      complaints: all.flatMap(({ complaints }) => complaints),
    };
  }

  *finish(): Generator<Batch> {
    yield this.step(() => this.parser.end());
    const steps = this.parser.leftOver?.()[Symbol.iterator]();
    let done = steps === undefined;
    while (!done && !this.over) {
      yield this.step(() => {
        done = steps?.next().done === true;
      });
    }
    this.over = true;
  }

  private step(act: () => void): Batch {
    try {
      if (!this.over) act();
    } catch (error) {
      // Whatever a parser did not foresee in a hostile file ends the reading, and nothing else.
      this.over = true;
      const found = error instanceof Error ? error.message : String(error);
      this.intake.complain({
        effect: 'skipped',
        where: 'the rest of the file',
        found,
        expected: 'a readable file',
      });
    }
    return this.intake.batch();
  }

  private takeConcept(concept: Concept): void {
    if (this.over) return;
    const { where, line } = concept;
    const result = entryOf(concept, choiceOf(this.options, this.fileHead.language));
    if (!isRefusal(result)) this.intake.admit(result, { where, line });
    else this.intake.complain({ effect: 'skipped', ...(line !== undefined && { line }), where, ...result });
    this.stopWhenFull();
  }

  private stopWhenFull(): void {
    if (this.over || !this.intake.full) return;
    this.over = true;
    const expected = `at most ${LIMITS.entries} entries`;
    this.intake.complain({
      effect: 'skipped',
      where: 'the rest of the file',
      found: 'more entries',
      expected,
    });
  }
}

/** What the glossary says of itself: what was asked for, else what the file says, as far as it is valid. */
function headOf(file: Partial<Head>, options: ReadOptions): Head {
  const valid = validParts(file);
  const title = options.title ?? valid.title ?? options.untitled ?? 'Imported glossary';
  const language = options.definitions ?? options.language ?? valid.language ?? 'en';
  return { ...valid, id: options.id ?? valid.id ?? slugOf(title), title, language };
}

function validParts(file: Partial<Head>): Partial<Head> {
  const { entries: _, format: __, ...parts } = rawHead.entries;
  const one = v.partial(v.object(parts));
  const title = file.title?.slice(0, LIMITS.line);
  const given = Object.entries({ ...file, title }).filter(([, value]) => value !== undefined);
  const right = given.filter(([key, value]) => v.is(one, { [key]: value }));
  return Object.fromEntries(right) as Partial<Head>;
}

/** A short name for an element and its id, for complaints. */
export function placeName(what: string, id: string | undefined): string {
  return id === undefined ? what : `${what} ${quoted(id)}`;
}
