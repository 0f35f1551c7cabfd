import * as v from 'valibot';
import type { Glossary } from '../../../glossary/entry.ts';
import { quote, readGlossary } from '../../../glossary/format.ts';
import { subscriptionAddress } from '../../../glossary/subscriptions/address.ts';
import { checkSettings } from '../settings-file.ts';
import type { Backup, SavedSubscription } from './backup.ts';
import {
  type BackupComplaint,
  glossaryComplaint,
  nameIn,
  type Subject,
  valueComplaint,
  valueIn,
} from './backup-complaint.ts';

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
  const subject = { part: 'subscription', name: nameIn(json, 'url') ?? at + 1 } as const;
  const url = valueIn(json, 'url');
  if (typeof url !== 'string' || !('url' in subscriptionAddress(url))) {
    const isGroup = v.is(table, json);
    const expected = `${isGroup ? '' : 'a subscription with '}an address that begins with https://`;
    const [value, path] = isGroup ? [url, ['url']] : [json, []];
    complaints.push(valueComplaint(subject, value, { path, expected }));
    return undefined;
  }
  const raw = valueIn(json, 'glossary');
  const glossary = raw === undefined ? undefined : glossaryIn(subject, raw, complaints);
  const overrides = overridesIn(valueIn(json, 'overrides') ?? [], subject.name, complaints);
  return { url, ...(glossary !== undefined && { glossary }), overrides };
}

function overridesIn(
  json: unknown,
  name: Subject['name'],
  complaints: BackupComplaint[],
): SavedSubscription['overrides'] {
  const subject = { part: 'wording', name } as const;
  if (!Array.isArray(json)) {
    complaints.push(valueComplaint(subject, json, { expected: 'a list' }));
    return [];
  }
  return json.flatMap((one, at) => {
    const wrong: BackupComplaint[] = [];
    const override = overrideIn(one, subject, wrong);
    complaints.push(...wrong.map((complaint) => placed(complaint, at + 1)));
    return override ?? [];
  });
}

function overrideIn(
  json: unknown,
  subject: Subject,
  complaints: BackupComplaint[],
): SavedSubscription['overrides'][number] | undefined {
  const [entry, seen] = ['entry', 'seen'].map((key) => {
    const alone = { format: 1, id: 'x', title: 'x', entries: [valueIn(json, key)] };
    return glossaryIn(subject, alone, complaints)?.entries[0];
  });
  if (entry === undefined || seen === undefined) return undefined;
  if (entry.id === seen.id) return { entry, seen };
  const expected = `the id of the entry that it is instead of, ${quote(seen.id)}`;
  complaints.push(valueComplaint(subject, entry.id, { path: ['id'], expected }));
  return undefined;
}

function placed(complaint: BackupComplaint, place: number): BackupComplaint {
  return { ...complaint, entry: { place, term: complaint.entry?.term } };
}
