import type { EntryRef } from './entry.ts';

/** `always`: this meaning wherever the form stands. `never`: not this meaning. */
export type SenseChoice = 'always' | 'never';

/**
 * What the reader said about meanings, as plain JSON: host → target → choice.
 *
 * A host is written as in an address, without port (`news.example.com`), and covers its subdomains; `*` is
 * every site. A target is an entry (`glossary/entry`: all its forms), an entry and one of its forms as the
 * page writes it (`glossary/entry#RGB`), or a form whatever it means (`#RGB`).
 *
 * @example { '*': { 'north-korea/rgb': 'never' }, 'nknews.org': { 'north-korea/rgb#RGB': 'always' } }
 */
export type SenseChoices = Readonly<Record<string, Readonly<Record<string, SenseChoice>>>>;

/** What the reader said about one meaning of one form, if anything. */
export type Chooser = (ref: EntryRef, form: string) => SenseChoice | undefined;

const NOTHING: Chooser = () => undefined;

/**
 * The reader's word on the page at `url`: the nearest host first, `*` last; on one host the narrower target.
 *
 * @example chooser({ '*': { 'g/rgb': 'never' } }, 'https://example.com/')('g/rgb', 'RGB') // 'never'
 */
export function chooser(choices: SenseChoices | undefined, url: string): Chooser {
  if (choices === undefined) return NOTHING;
  const tables = hostsOf(url)
    .map((host) => (Object.hasOwn(choices, host) ? choices[host] : undefined))
    .filter((table) => table !== undefined);
  if (tables.length === 0) return NOTHING;
  return (ref, form) => {
    for (const table of tables) {
      for (const target of [`${ref}#${form}`, ref, `#${form}`]) {
        const choice = Object.hasOwn(table, target) ? table[target] : undefined;
        if (choice === 'always' || choice === 'never') return choice;
      }
    }
    return undefined;
  };
}

/** The host of the page, then its parent domains, then every site. */
function hostsOf(url: string): string[] {
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
  const labels = host === '' ? [] : host.split('.');
  const hosts = labels.map((_, from) => labels.slice(from).join('.'));
  return [...hosts, '*'];
}

/** The choices after the reader spoke of one target on one host; `ask` forgets what was said. */
export function withChoice(
  choices: SenseChoices,
  host: string,
  target: string,
  choice: SenseChoice | 'ask',
): SenseChoices {
  const { [target]: _, ...rest } = choices[host] ?? {};
  const table = choice === 'ask' ? rest : { ...rest, [target]: choice };
  const { [host]: __, ...others } = choices;
  return Object.keys(table).length === 0 ? others : { ...others, [host]: table };
}
