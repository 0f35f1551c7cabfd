import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { refusalText } from './no-room.ts';
import { policyReading } from './policy.ts';
import type { Overlay } from './policy-overlay.ts';
import { report } from './report.ts';

/** A value that follows the reader from machine to machine, declared once. */
export interface Stored<T> {
  readonly key: string;
  /** The value until the reader sets another. */
  readonly fallback: T;
  readonly schema: v.GenericSchema<unknown, T>;
  get(): Promise<T>;
  /** What the reader has set, also where an organisation has laid down something else. */
  own(): Promise<T>;
  /**
   * Changes the value. Changes from several windows are made one after the other, so none is lost.
   * @throws Error with a sentence for the reader when the browser refuses to store it.
   */
  update(change: (now: T) => T): Promise<T>;
  /** Calls back with every new value, also one that another window or machine wrote. */
  watch(callback: (value: T) => void, signal: AbortSignal): void;
}

export interface Declaration<T> {
  readonly key: string;
  /** Rises when the shape changes; `migrate` then brings older values up. */
  readonly version: number;
  readonly fallback: T;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly migrate?: (value: unknown, from: number) => unknown;
  /** What an organisation may lay down of it. */
  readonly overlay?: Overlay<T>;
}

/** What stands in the store: the JSON text in parts, because the browser takes 8 KiB an item. */
const envelope = v.object({ version: v.number(), parts: v.number(), text: v.string() });

/** UTF-16 units a part: 8 KiB even where each takes three bytes. */
const PART = 2_500;
/** 512 items are all that the browser keeps; one value shall not take them all. */
const MOST_PARTS = 40;

/** Declares a value in `storage.sync`. */
export function stored<T>(declaration: Declaration<T>): Stored<T> {
  const { key, fallback, schema } = declaration;
  // The policy last: where it has just changed, who keeps it may not have heard yet.
  const get = async () => inForce(declaration, (await load(declaration)).value);
  return {
    key,
    fallback,
    schema,
    get,
    own: async () => (await load(declaration)).value,
    update: (change) => navigator.locks.request(`stored:${key}`, () => changed(declaration, change)),
    watch(callback, signal) {
      const listener = (changes: Record<string, unknown>, area: string) => {
        const own = Object.keys(changes).some((name) => name === key || name.startsWith(`${key}.`));
        if (area === 'managed' || (area === 'sync' && own)) {
          void get().then((value) => signal.aborted || callback(value));
        }
      };
      browser.storage.onChanged.addListener(listener);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
    },
  };
}

async function changed<T>(declaration: Declaration<T>, change: (now: T) => T): Promise<T> {
  const { value, newer, parts } = await load(declaration);
  if (newer)
    throw new Error('A newer Glossator on another machine wrote this setting; update this one first.');
  const next = change(await inForce(declaration, value));
  const own = (await overlaid(declaration))?.under(next, value) ?? next;
  await save(declaration, own, parts);
  return inForce(declaration, own);
}

async function inForce<T>(declaration: Declaration<T>, value: T): Promise<T> {
  return (await overlaid(declaration))?.over(value) ?? value;
}

/** What an organisation has laid down of a value, if there is one that can. */
async function overlaid<T>({ overlay }: Declaration<T>) {
  if (overlay === undefined) return undefined;
  const { policy } = await policyReading();
  return {
    over: (value: T) => overlay.over(value, policy),
    under: (next: T, before: T) => overlay.under(next, before, policy),
  };
}

interface Loaded<T> {
  readonly value: T;
  readonly newer: boolean;
  /** Items that there are of it. */
  readonly parts: number;
}

async function load<T>(declaration: Declaration<T>): Promise<Loaded<T>> {
  const { key, fallback, schema, version, migrate } = declaration;
  const names = [key, ...Array.from({ length: MOST_PARTS - 1 }, (_, at) => `${key}.${at + 1}`)];
  const items = await browser.storage.sync.get(names);
  const parts = names.findLastIndex((name) => items[name] !== undefined) + 1;
  if (items[key] === undefined) return { value: fallback, newer: false, parts };
  try {
    const head = v.parse(envelope, items[key]);
    if (head.version > version) return { value: fallback, newer: true, parts };
    const rest = names.slice(1, head.parts).map((name) => v.parse(v.string(), items[name]));
    const json: unknown = JSON.parse(head.text + rest.join(''));
    const value = head.version < version && migrate ? migrate(json, head.version) : json;
    return { value: v.parse(schema, value), newer: false, parts };
  } catch (error) {
    await setAside(key, items);
    report(`The stored ${key}`, error);
    return { value: fallback, newer: false, parts };
  }
}

async function save<T>({ key, version }: Declaration<T>, value: T, before: number): Promise<void> {
  const text = JSON.stringify(value);
  const parts = Math.max(1, Math.ceil(text.length / PART));
  if (parts > MOST_PARTS)
    throw new Error(
      `There is no room for this change: it would take ${text.length.toLocaleString('en')} characters, and ${(MOST_PARTS * PART).toLocaleString('en')} are the most. Everything is as it was before.`,
    );
  const items: Record<string, unknown> = { [key]: { version, parts, text: text.slice(0, PART) } };
  for (let at = 1; at < parts; at++) items[`${key}.${at}`] = text.slice(at * PART, (at + 1) * PART);
  try {
    await browser.storage.sync.set(items);
  } catch (error) {
    throw new Error(await refusalText(error), { cause: error });
  }
  // What it no longer needs would take room from others for ever. The rest of it is whole without.
  const spare = Array.from({ length: Math.max(0, before - parts) }, (_, at) => `${key}.${parts + at}`);
  if (spare.length > 0) {
    await browser.storage.sync.remove(spare).catch((error) => report(`What is left of ${key}`, error));
  }
}

/** What cannot be read is kept where the next write does not reach it. */
async function setAside(key: string, items: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set({ [`damaged.${key}`]: items });
}
