import { withChoice } from '../../glossary/choices.ts';
import { isOn, managedRule, withPage, withSite, withTrust } from '../../glossary/sites.ts';
import type { Caller } from '../platform/calls.ts';
import type { Act } from '../platform/messages.ts';
import { choices, hidden, known, settings, sites } from '../platform/settings.ts';
import { openNewTerm, openOwnTerm } from './term-form.ts';

/**
 * Carries out what the reader asked for, on a card or in the popup. A page can only speak for itself:
 * the address is the browser's, and what concerns other sites is refused.
 */
export async function carryOut(act: Act, caller: Caller): Promise<void> {
  switch (act.act) {
    case 'site':
      return turnSite(placeOf(act.url, caller), act);
    case 'trust':
      own(caller);
      await sites.update((now) => withTrust(now, act.url));
      return;
    case 'everywhere':
      own(caller);
      return turnEverywhere(act.on);
    case 'mode':
      own(caller);
      await sites.update((now) => ({ ...now, mode: act.mode }));
      return;
    case 'hide':
      await hidden.update((refs) => withRef(refs, act.ref, act.hidden));
      return;
    case 'known':
      await known.update((refs) => withRef(refs, act.ref, act.known));
      return;
    case 'sense':
      await choices.update((now) => withChoice(now, hostOf(act, caller), entryRef(act.ref), act.choice));
      return;
    case 'add':
      return openNewTerm(
        { term: text(act.term), ...(act.context && { context: text(act.context) }) },
        caller,
      );
    case 'edit':
      return openOwnTerm(entryRef(act.ref));
  }
}

/** The host the reader spoke of: that of the page they are on, or every one. */
function hostOf({ where, url }: Extract<Act, { act: 'sense' }>, caller: Caller): string {
  return where === 'everywhere' ? '*' : (URL.parse(placeOf(url, caller))?.hostname ?? '');
}

async function turnSite(
  url: string,
  { on, pageOnly }: Pick<Extract<Act, { act: 'site' }>, 'on' | 'pageOnly'>,
): Promise<void> {
  const turn = pageOnly === true ? withPage : withSite;
  const next = await sites.update((now) => turn(now, url, on));
  if (managedRule(url, next) !== undefined) throw new Error('Your organisation decides about this site.');
  if (isOn(url, next) !== on) throw new Error('There is no site to turn on or off here.');
}

async function turnEverywhere(on: boolean): Promise<void> {
  const { everywhere } = await settings.update((now) => ({ ...now, everywhere: on }));
  if (everywhere !== on) throw new Error('Your organisation has laid this down.');
}

function placeOf(url: string | undefined, caller: Caller): string {
  return caller.kind === 'page' ? caller.tabUrl : (url ?? caller.tabUrl);
}

function own(caller: Caller): void {
  if (caller.kind !== 'extension') throw new Error(`${caller.url} may not change what concerns other sites.`);
}

function withRef(refs: readonly string[], ref: string, wanted: boolean): readonly string[] {
  const rest = refs.filter((one) => one !== entryRef(ref));
  return wanted ? [...rest, ref] : rest;
}

/** Characters of a term or its sentence from a page; the rest is cut. */
const MOST_TEXT = 1_000;

function text(value: unknown): string {
  return String(value).slice(0, MOST_TEXT);
}

/** @throws Error when a message names no entry. */
function entryRef(ref: string): string {
  const known = typeof ref === 'string' && /^([^/]{1,130}\/[^/]{1,130}|page:.{1,40})$/u.test(ref);
  if (!known) throw new Error(`${ref} is no entry.`);
  return ref;
}
