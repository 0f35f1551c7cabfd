import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { carryOut } from '../../entrypoints/background/acts.ts';
import type { Caller } from '../../entrypoints/platform/calls.ts';
import { requestOfHash } from '../../entrypoints/platform/term-request.ts';

beforeEach(() => fakeBrowser.reset());

const caller = (tabId?: number): Caller => ({
  kind: 'page',
  url: 'https://frame.example/',
  tabUrl: 'https://news.example/a?b=1',
  tabId,
  frameId: 0,
});
const openedRequest = async () => {
  const tabs = await fakeBrowser.tabs.query({});
  const url = tabs.find((tab) => tab.url?.includes('options.html'))?.url;
  return url === undefined ? undefined : requestOfHash(new URL(url).hash);
};

test('a term added from a card brings its sentence and the address of the page, as the browser says it', async () => {
  await carryOut({ act: 'add', term: 'MSMT', context: 'The MSMT met.' }, caller());
  expect(await openedRequest()).toEqual({
    add: { term: 'MSMT', context: 'The MSMT met.', url: 'https://news.example/a?b=1' },
  });
});

test('a page cannot fill the form with a book', async () => {
  await carryOut({ act: 'add', term: 'x'.repeat(1e6) }, caller());
  const request = await openedRequest();
  expect(request && 'add' in request && request.add.term.length).toBe(1_000);
});

test('an own term is opened for editing', async () => {
  await carryOut({ act: 'edit', ref: 'own/msmt' }, caller());
  expect(await openedRequest()).toEqual({ edit: 'msmt' });
});

test('an entry of another glossary is not', async () => {
  await expect(carryOut({ act: 'edit', ref: 'north-korea/wpk' }, caller())).rejects.toThrow(
    'not one of your own',
  );
  expect(await openedRequest()).toBeUndefined();
});
