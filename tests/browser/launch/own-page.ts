import type { ElementHandle, Page } from 'puppeteer-core';

/** The part of the browser's API for extensions that tests use from within the extension's own pages. */
interface Api {
  readonly storage: Readonly<
    Record<
      'sync' | 'local',
      {
        get(key: null): Promise<Record<string, unknown>>;
        set(items: object): Promise<void>;
        remove(keys: readonly string[]): Promise<void>;
      }
    >
  >;
  readonly tabs: {
    query(which: object): Promise<{ readonly id: number }[]>;
    sendMessage(id: number, message: object, to: object): Promise<{ readonly value?: unknown } | undefined>;
  };
  readonly runtime: {
    readonly onMessage: {
      addListener(
        listener: (message: { readonly call?: string }, sender: { readonly frameId?: number }) => void,
      ): void;
    };
  };
}

/** What a page of the extension finds by role and name. */
export async function named(page: Page, role: string, name: string): Promise<ElementHandle<Element>> {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  if (found === null) throw new Error(`There is no ${role} named ${name}.`);
  return found;
}

/** The items of own terms in a profile's `storage.sync`, read from within one of the extension's own pages. */
export function travellingItems(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const api = (Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome')) as Api;
    const items = await api.storage.sync.get(null);
    return Object.fromEntries(Object.entries(items).filter(([key]) => key.startsWith('own.')));
  });
}

/** Does to a profile what the browser's sync does: items come from another one, and others go. */
export async function bringItems(page: Page, items: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(async (arrived) => {
    const api = (Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome')) as Api;
    const there = Object.keys(await api.storage.sync.get(null)).filter((key) => key.startsWith('own.'));
    await api.storage.sync.remove(there.filter((key) => !(key in arrived)));
    await api.storage.sync.set(arrived);
  }, items);
}

/** Calls the content script of the only page that answers; by the messages of the extension itself. */
export function callOnlyPage(page: Page, call: string, argument?: unknown): Promise<unknown> {
  return page.evaluate(
    async (name, value) => {
      const api = (Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome')) as Api;
      const tabs = await api.tabs.query({});
      const message = { glossator: 1, call: name, argument: value };
      const answers = await Promise.allSettled(
        tabs.map(({ id }) => api.tabs.sendMessage(id, message, { frameId: 0 })),
      );
      // Empty tabs have a content script too, with nothing to say.
      return answers.flatMap((answer) =>
        answer.status === 'fulfilled' ? (answer.value?.value ?? []) : [],
      )[0];
    },
    call,
    argument ?? null,
  );
}

/** From now on, counts the frames within pages that make a call; the result tells how many there were. */
export async function countFrameCalls(page: Page, call: string): Promise<() => Promise<number>> {
  const calls = await page.evaluateHandle((name) => {
    const api = (Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome')) as Api;
    const frames: unknown[] = [];
    api.runtime.onMessage.addListener((message, { frameId }) => {
      if (message.call === name && frameId !== 0) frames.push(frameId);
    });
    return frames;
  }, call);
  return () => calls.evaluate(({ length }) => length);
}
