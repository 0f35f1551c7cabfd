import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkSubscription } from '../../entrypoints/background/subscriptions/check.ts';
import { look } from '../../entrypoints/background/subscriptions/look.ts';
import type { World } from '../../entrypoints/background/subscriptions/world.ts';
import { type Library, openLibrary } from '../../entrypoints/platform/library.ts';
import type { Subscription } from '../../entrypoints/platform/subscription.ts';
import { subscribe } from '../../entrypoints/platform/subscriptions.ts';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import { type Behaviour, type GlossaryServer, serveGlossaries } from '../browser/launch/glossary-server.ts';
import { madeWorld, NOON } from './made-world.ts';

export const DAY = 24 * 60 * 60_000;
export const PATH = '/team.glossary.json';

/** What every test of subscriptions stands on: a fresh library, and a real server. */
export interface Ground {
  readonly library: Library;
  readonly server: GlossaryServer;
  /** Subscribes to what the server publishes now; returns the address. */
  subscribed(behaviour: Behaviour): Promise<string>;
  /** The state after a look at what the server publishes from now on. */
  checked(behaviour: Behaviour, world?: World): Promise<Subscription>;
  /** What each entry of the glossary says. */
  shown(): Promise<Record<string, string>>;
  /** The entry as the reader sees it. */
  entry(id: string): Promise<Entry>;
  /** What was looked at and not yet confirmed. */
  arrived(url: string): Promise<Glossary>;
}

/** Sets the ground for each test of a file. */
export function layGround(): () => Ground {
  let server: GlossaryServer;
  let library: Library;
  beforeAll(async () => {
    server = await serveGlossaries();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
    library = openLibrary();
  });
  return () => groundOf(library, server);
}

function groundOf(library: Library, server: GlossaryServer): Ground {
  return {
    library,
    server,
    async subscribed(behaviour) {
      const url = server.at(PATH, behaviour);
      await look(library, url, madeWorld());
      await subscribe(library, url, NOON + DAY);
      return url;
    },
    checked: async (behaviour, world = madeWorld()) =>
      there(await checkSubscription(library, server.at(PATH, behaviour), world)),
    async shown() {
      const entries = (await library.glossary('team'))?.entries ?? [];
      return Object.fromEntries(entries.map(({ id, definition }) => [id, definition]));
    },
    entry: async (id) => there((await library.entries([`team/${id}`]))[0]),
    arrived: async (url) => there((await (await library.database()).get('arrivals', url))?.glossary),
  };
}

/** @throws Error where there is nothing. */
export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing.');
  return value;
}
