import * as v from 'valibot';
import type { Entry, Glossary } from '../../../glossary/entry.ts';
import { readGlossary } from '../../../glossary/format.ts';
import { subscriptionAddress } from '../../../glossary/subscriptions/address.ts';
import { checkSettings } from '../settings-file.ts';
import type { Backup, SavedSubscription } from './backup.ts';
import { type BackupComplaint, glossaryComplaint, nameIn, type Subject } from './backup-complaint.ts';

/** What a file of the reader's holds, and what of it cannot be used. */
export interface ReadBackup {
  readonly backup: Backup;
  /** What cannot be used; everything else is. */
  readonly complaints: readonly BackupComplaint[];
}

const table = v.record(v.string(), v.unknown());
const file = v.object({
  glossator: v.literal('backup'),
  version: v.number(),
  saved: v.optional(v.string(), ''),
  settings: v.optional(table, {}),
  own: v.optional(v.unknown()),
  files: v.optional(v.array(v.unknown()), []),
  subscriptions: v.optional(v.array(v.unknown()), []),
  drafts: v.optional(table, {}),
});
const subscription = v.object({
  url: v.pipe(
    v.string(),
    v.check((url) => 'url' in subscriptionAddress(url)),
  ),
  glossary: v.optional(v.unknown()),
  overrides: v.optional(v.array(v.object({ entry: v.unknown(), seen: v.unknown() })), []),
});

const KNOWN_VERSION = 1;
/** Complaints of one glossary that a reader can use. */
const MOST_COMPLAINTS = 20;

/**
 * Reads a full backup. Nothing in it is trusted; what is wrong is left out.
 * @throws Error with a sentence for the reader, when it is none.
 */
export function readBackup(text: string): ReadBackup {
  const read = v.safeParse(file, parsed(text));
  if (!read.success) throw new Error('This is no backup that Glossator saved. Nothing was changed.');
  const { version, saved, settings, own, files, subscriptions, drafts } = read.output;
  if (version > KNOWN_VERSION)
    throw new Error('A newer Glossator saved this backup; update this one first. Nothing was changed.');
  const complaints: BackupComplaint[] = [];
  const mine = own === undefined ? undefined : glossaryIn({ part: 'own', name: '' }, own, complaints);
  return {
    backup: {
      saved,
      settings: usableSettings(settings, complaints),
      ...(mine !== undefined && { own: { ...mine, id: 'own' } }),
      files: files.flatMap((one, at) => {
        const name = nameIn(one, 'title') ?? at + 1;
        return glossaryIn({ part: 'file', name }, one, complaints) ?? [];
      }),
      subscriptions: subscriptions.flatMap((one, at) => subscriptionIn(one, at, complaints) ?? []),
      drafts,
    },
    complaints,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The file is not JSON: ${why}. Nothing was changed.`);
  }
}

function usableSettings(
  values: Readonly<Record<string, unknown>>,
  complaints: BackupComplaint[],
): Backup['settings'] {
  const usable = Object.entries(values).filter(([key, value]) => {
    const wrong = checkSettings({ [key]: value });
    if (wrong !== undefined) complaints.push({ part: 'settings', name: '', ...wrong });
    return wrong === undefined;
  });
  return Object.fromEntries(usable);
}

function glossaryIn(subject: Subject, json: unknown, complaints: BackupComplaint[]): Glossary | undefined {
  // Written for a glossary that had just been removed.
  if (json === null) return undefined;
  const { glossary, issues } = readGlossary(json);
  const told = issues.slice(0, MOST_COMPLAINTS);
  complaints.push(...told.map((issue) => glossaryComplaint(subject, json, issue)));
  return glossary;
}

function subscriptionIn(
  json: unknown,
  at: number,
  complaints: BackupComplaint[],
): SavedSubscription | undefined {
  const name = nameIn(json, 'url') ?? at + 1;
  const read = v.safeParse(subscription, json);
  if (!read.success) {
    const expected = 'an address that begins with https:// and what it brought';
    complaints.push({ part: 'subscription', name, path: [], expected, found: 'something else' });
    return undefined;
  }
  const { url, glossary: raw, overrides } = read.output;
  const glossary =
    raw === undefined ? undefined : glossaryIn({ part: 'subscription', name }, raw, complaints);
  const entryIn = (entry: unknown): Entry | undefined => {
    const alone = { format: 1, id: 'x', title: 'x', entries: [entry] };
    return glossaryIn({ part: 'wording', name }, alone, complaints)?.entries[0];
  };
  const own = overrides.flatMap((override) => {
    const [entry, seen] = [entryIn(override.entry), entryIn(override.seen)];
    return entry !== undefined && seen !== undefined && entry.id === seen.id ? [{ entry, seen }] : [];
  });
  return { url, ...(glossary !== undefined && { glossary }), overrides: own };
}
