import { browser } from 'wxt/browser';
import type { Caller } from '../platform/calls.ts';
import { hashOfRequest, type NewTerm, type TermRequest } from '../platform/term-request.ts';

/** Opens the form for a new own term, filled in with the page as its source. */
export async function openNewTerm(term: Omit<NewTerm, 'url' | 'title'>, caller: Caller): Promise<void> {
  const from = caller.kind === 'page' ? caller.tabUrl : undefined;
  const title = from === undefined ? undefined : await titleOf(caller.tabId);
  await openTermForm({ add: { ...term, ...(from !== undefined && { url: from }), ...(title && { title }) } });
}

/** Opens an own term for editing. @throws Error for an entry of another glossary. */
export async function openOwnTerm(ref: string): Promise<void> {
  if (!ref.startsWith('own/')) throw new Error(`${ref} is not one of your own terms.`);
  await openTermForm({ edit: ref.slice('own/'.length) });
}

/** Opens the settings page with a form for a term. */
export async function openTermForm(request: TermRequest): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html') + hashOfRequest(request) });
}

/** The browser tells it only of pages that the reader has let us see. */
async function titleOf(tabId: number | undefined): Promise<string | undefined> {
  return tabId === undefined ? undefined : (await browser.tabs.get(tabId)).title;
}
