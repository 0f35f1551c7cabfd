import * as v from 'valibot';
import { choices, hidden, known, settings, shelf, sites } from './settings.ts';
import type { Stored } from './stored.ts';

/** Everything that follows the reader, by key. */
const ALL = { settings, sites, hidden, known, choices, shelf } as const;

const file = v.object({
  glossator: v.literal('settings'),
  version: v.literal(1),
  values: v.record(v.string(), v.unknown()),
});

/** Every setting by its key. */
export async function settingValues(): Promise<Readonly<Record<string, unknown>>> {
  const values = await Promise.all(
    Object.entries(ALL).map(async ([key, stored]) => [key, await stored.own()]),
  );
  return Object.fromEntries(values);
}

/** All settings as the text of a file. */
export async function exportSettings(): Promise<string> {
  return `${JSON.stringify({ glossator: 'settings', version: 1, values: await settingValues() }, null, 2)}\n`;
}

/** A value of a setting that cannot be. */
export interface WrongSetting {
  /** The way to the value: the key of the setting, and on from there. */
  readonly path: readonly (string | number)[];
  /** As valibot writes it: `boolean`, `>=0`, `("on" | "off")`. */
  readonly expected: string;
  readonly found: string;
}

/** Settings that were to be taken over and cannot be: none was. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly wrong: WrongSetting;

  constructor(wrong: WrongSetting) {
    super(`${wrong.path.join('.')}: expected ${wrong.expected}, got ${wrong.found}. Nothing was changed.`);
    this.wrong = wrong;
  }
}

/** What is wrong with values that come from elsewhere; `undefined` where nothing is. Nothing is changed. */
export function checkSettings(values: Readonly<Record<string, unknown>>): WrongSetting | undefined {
  try {
    changesOf(values);
    return undefined;
  } catch (error) {
    if (error instanceof SettingsError) return error.wrong;
    throw error;
  }
}

/** Puts values in place of the present ones: all of them, or none. Returns what brings the former ones back. */
export function replaceSettings(values: Readonly<Record<string, unknown>>): Promise<() => Promise<void>> {
  return replaceAll(changesOf(values));
}

/** Whether a file holds settings and nothing else. */
export function isSettingsFile(text: string): boolean {
  try {
    return v.is(file, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/**
 * Takes over the settings of a file: all of them, or none. Returns what brings the former ones back.
 * @throws SettingsError for a wrong value, Error for another file.
 */
export async function importSettings(text: string): Promise<() => Promise<void>> {
  const read = v.safeParse(file, parse(text));
  if (!read.success)
    throw new Error('This is no file of settings that Glossator saved. Nothing was changed.');
  return replaceSettings(read.output.values);
}

/** @throws SettingsError. */
function changesOf(values: Readonly<Record<string, unknown>>): Change[] {
  return Object.entries(ALL).flatMap(([key, stored]) =>
    values[key] === undefined ? [] : [checked(key, stored as Stored<unknown>, values[key])],
  );
}

/** Puts every setting back to what it was at first. Returns what brings the reader's own back. */
export async function resetSettings(): Promise<() => Promise<void>> {
  return replaceAll(
    Object.values(ALL).map((stored) => ({ stored: stored as Stored<unknown>, value: stored.fallback })),
  );
}

interface Change {
  readonly stored: Stored<unknown>;
  readonly value: unknown;
}

function checked(key: string, stored: Stored<unknown>, value: unknown): Change {
  const result = v.safeParse(stored.schema, value);
  if (result.success) return { stored, value: result.output };
  const [issue] = result.issues;
  const path = [key, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  throw new SettingsError({ path, expected: issue.expected ?? issue.message, found: issue.received });
}

async function replaceAll(changes: readonly Change[]): Promise<() => Promise<void>> {
  const before = await Promise.all(
    changes.map(async ({ stored }) => ({ stored, value: await stored.get() })),
  );
  const write = async (all: readonly Change[]) => {
    for (const { stored, value } of all) await stored.update(() => value);
  };
  try {
    await write(changes);
  } catch (error) {
    await write(before);
    throw error;
  }
  return () => write(before);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
