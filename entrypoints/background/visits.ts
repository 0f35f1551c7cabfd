import { decidingRule, isOn } from '../../glossary/sites.ts';
import { FRAMEWORK_SIGNS } from '../platform/framework-signs.ts';
import { dressOf } from '../platform/look-sheet.ts';
import type { PageState, Visit } from '../platform/messages.ts';
import type { ReaderWord } from './reader-word.ts';
import { isSecretive } from './secretive.ts';

/** What a document must know when it starts. Frames follow the rule of the page they are in. */
export function visitOf(tabUrl: string, word: ReaderWord): Omit<Visit, 'cards'> {
  const {
    everywhere: _e,
    silentWhereExplained: _s,
    languages: _l,
    quietOnSecrets: _q,
    ...page
  } = word.settings;
  const settings = { ...page, known: word.known, hidden: word.hidden };
  return {
    state: stateOf(tabUrl, word),
    settings,
    dress: dressOf(settings),
    signs: FRAMEWORK_SIGNS,
    wary: word.settings.quietOnSecrets && decidingRule(tabUrl, word.sites)?.on !== true,
  };
}

function stateOf(url: string, { settings, sites }: ReaderWord): PageState {
  if (!settings.everywhere) return 'everywhere-off';
  if (!isOn(url, sites)) return 'site-off';
  return settings.quietOnSecrets && isSecretive(url, sites) ? 'quiet' : 'on';
}
