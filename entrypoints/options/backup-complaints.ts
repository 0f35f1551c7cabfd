import type { BackupComplaint, Step } from '../platform/backup/backup-complaint.ts';
import type { WrongSetting } from '../platform/settings-file.ts';
import { EXPECTED, FIELDS, LISTED, PARTS, PLACE, SETTINGS } from './backup-words.ts';

/** What of a backup cannot be used, in the words of the page: `My terms › entry 3, “KCNA” › Form 2: …`. */
export function complaintText(complaint: BackupComplaint): string {
  const { part, name, entry, path, expected, found } = complaint;
  if (part === 'settings') return wrongSettingText(complaint);
  const places = [
    PARTS[part](name),
    ...(entry ? [PLACE.entry(entry.place, entry.term)] : []),
    ...named(path, FIELDS),
  ];
  return sentence(places, inGlossary(path, expected), found);
}

/** A setting that cannot be as a file has it. */
export function wrongSettingText({ path, expected, found }: WrongSetting): string {
  // The key under which most settings are kept says nothing to a reader.
  const shown = path[0] === 'settings' ? path.slice(1) : path;
  return sentence([PARTS.settings(), ...named(shown, SETTINGS)], inSettings(expected), FOUND[found] ?? found);
}

function sentence(places: readonly string[], expected: string, found: string): string {
  const place = places.join(' › ');
  return found === 'nothing' ? PLACE.missing(place, expected) : PLACE.wrong(place, expected, found);
}

/** The steps to a value, a place in a list together with what the list holds. */
function named(path: readonly Step[], names: Readonly<Record<string, string>>): string[] {
  const places: string[] = [];
  for (const [at, step] of path.entries()) {
    const before = path[at - 1];
    if (typeof step === 'string') places.push(own(names, step) ?? step);
    else places.splice(-1, 1, PLACE.numbered(own(LISTED, String(before)) ?? String(before), step + 1));
  }
  return places;
}

function own(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** What the format wants there; of what it says, all that is about the file and not about terms is put otherwise. */
function inGlossary(path: readonly Step[], expected: string): string {
  const [field, at, inner] = path;
  if (field === undefined) return expected.startsWith('an entry') ? EXPECTED.entry : expected;
  // A key that is missing is told by the object around it.
  if (/ with "\w+"$/.test(expected) && (typeof at !== 'number' || inner !== undefined)) return EXPECTED.text;
  if (typeof at === 'number' && inner === undefined) return own(EXPECTED.item, String(field)) ?? expected;
  return expected.replace(/entries\[(\d+)\]/, (_, place) => PLACE.entry(Number(place) + 1, undefined));
}

/** Valibot's words for what a value may be, put in those of people. */
function inSettings(expected: string): string {
  const known = own(EXPECTED.types, expected);
  if (known !== undefined) return known;
  if (expected.startsWith('/')) return EXPECTED.colour;
  if (/^"\w+"$/.test(expected)) return EXPECTED.value;
  const bound = /^([<>])=(\d+)$/.exec(expected);
  if (bound)
    return (bound[1] === '<' ? EXPECTED.most : EXPECTED.least)(Number(bound[2]).toLocaleString('en'));
  return expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ');
}

const FOUND: Readonly<Record<string, string>> = {
  undefined: 'nothing',
  null: 'nothing',
  Array: 'a list',
  Object: 'a group of values',
};
