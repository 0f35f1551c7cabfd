import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

/** A glossary with these terms, named by their small letters. */
export const glossary = (id: string, ...terms: string[]): Glossary =>
  parseGlossary({
    format: 1,
    id,
    title: `Glossary ${id}`,
    entries: terms.map((term) => ({
      id: term.toLowerCase(),
      term,
      definition: `What ${term} is.`,
      related: ['b', 'x/b'],
    })),
  });
