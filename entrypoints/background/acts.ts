import { isOn, withSite } from '../../glossary/sites.ts';
import type { Caller } from '../platform/calls.ts';
import type { Act } from '../platform/messages.ts';
import { hidden, known, settings, sites } from '../platform/settings.ts';

/**
 * Carries out what the reader asked for, on a card or in the popup. A page can only speak for itself:
 * the address is the browser's, and what concerns other sites is refused.
 */
export async function carryOut(act: Act, caller: Caller): Promise<void> {
  switch (act.act) {
    case 'site':
      return turnSite(placeOf(act.url, caller), act.on);
    case 'everywhere':
      own(caller);
      await settings.update((now) => ({ ...now, everywhere: act.on }));
      return;
    case 'sites':
      own(caller);
      await sites.update(() => act.sites);
      return;
    case 'hide':
      await hidden.update((refs) => withRef(refs, act.ref, act.hidden));
      return;
    case 'known':
      await known.update((refs) => withRef(refs, act.ref, act.known));
      return;
  }
}

async function turnSite(url: string, on: boolean): Promise<void> {
  const next = await sites.update((now) => withSite(now, url, on));
  if (isOn(url, next) !== on) throw new Error('There is no site to turn on or off here.');
}

function placeOf(url: string | undefined, caller: Caller): string {
  return caller.kind === 'page' ? caller.tabUrl : (url ?? caller.tabUrl);
}

function own(caller: Caller): void {
  if (caller.kind !== 'extension') throw new Error(`${caller.url} may not change what concerns other sites.`);
}

function withRef(refs: readonly string[], ref: string, wanted: boolean): readonly string[] {
  if (typeof ref !== 'string' || !/^[^/]{1,130}\/[^/]{1,130}$/.test(ref))
    throw new Error(`${ref} is no entry.`);
  const rest = refs.filter((one) => one !== ref);
  return wanted ? [...rest, ref] : rest;
}
