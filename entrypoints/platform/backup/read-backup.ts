import * as v from 'valibot';
import type { Entry, Glossary } from '../../../glossary/entry.ts';
import { readGlossary } from '../../../glossary/format.ts';
import { subscriptionAddress } from '../../../glossary/subscriptions/address.ts';
import { checkSettings } from '../settings-file.ts';
import type { Backup, SavedSubscription } from './backup.ts';

/** What a file of the reader's holds, and what of it cannot be used. */
export interface ReadBackup {
  readonly backup: Backup;
  /** Sentences that say where and what was expected; everything else is used. */
  readonly complaints: readonly string[];
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
  const complaints: string[] = [];
  const mine = own === undefined ? undefined : glossaryIn('own', own, complaints);
  return {
    backup: {
      saved,
      settings: usableSettings(settings, complaints),
      ...(mine !== undefined && { own: { ...mine, id: 'own' } }),
      files: files.flatMap((one, at) => glossaryIn(`files[${at}]`, one, complaints) ?? []),
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

function usableSettings(values: Readonly<Record<string, unknown>>, complaints: string[]): Backup['settings'] {
  const usable = Object.entries(values).filter(([key, value]) => {
    const wrong = checkSettings({ [key]: value });
    if (wrong !== undefined) complaints.push(`settings.${wrong}`);
    return wrong === undefined;
  });
  return Object.fromEntries(usable);
}

function glossaryIn(where: string, json: unknown, complaints: string[]): Glossary | undefined {
  // Written for a glossary that had just been removed.
  if (json === null) return undefined;
  const { glossary, issues } = readGlossary(json);
  for (const { path, value, expected } of issues.slice(0, MOST_COMPLAINTS)) {
    complaints.push(`${where}${path === '' ? '' : `.${path}`}: expected ${expected}, got ${value}`);
  }
  return glossary;
}

function subscriptionIn(json: unknown, at: number, complaints: string[]): SavedSubscription | undefined {
  const where = `subscriptions[${at}]`;
  const read = v.safeParse(subscription, json);
  if (!read.success) {
    complaints.push(`${where}: expected an address and what it brought`);
    return undefined;
  }
  const { url, glossary: raw, overrides } = read.output;
  const glossary = raw === undefined ? undefined : glossaryIn(`${where}.glossary`, raw, complaints);
  const entryIn = (entry: unknown): Entry | undefined =>
    glossaryIn(`${where}.overrides`, { format: 1, id: 'x', title: 'x', entries: [entry] }, complaints)
      ?.entries[0];
  const own = overrides.flatMap((override) => {
    const [entry, seen] = [entryIn(override.entry), entryIn(override.seen)];
    return entry !== undefined && seen !== undefined && entry.id === seen.id ? [{ entry, seen }] : [];
  });
  return { url, ...(glossary !== undefined && { glossary }), overrides: own };
}
