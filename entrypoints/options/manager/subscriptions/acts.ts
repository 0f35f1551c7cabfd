import { changesText } from '../../../../glossary/subscriptions/changes.ts';
import { callBackground } from '../../../platform/calls.ts';
import { askToRead } from '../../../platform/host-permission.ts';
import { rollBack } from '../../../platform/subscriptions.ts';
import { library } from '../../library.ts';
import { type Say, tried } from '../say.ts';
import { SUBSCRIPTIONS as words } from './words.ts';

interface Acted {
  readonly url: string;
  /** How the subscription is called in what is said. */
  readonly title: string;
  readonly say: Say;
}

/** Looks for news at once, and says what came of it. */
export function checkNow({ url, title, say }: Acted): Promise<void> {
  return tried(say, async () => {
    const before = Date.now();
    const state = (await callBackground('check', url)) ?? undefined;
    if (state === undefined) say(words.overtaken(title));
    else if (state.failure !== undefined) say(words.failed(title, state.failure.text));
    else if (state.update !== undefined && state.update.at >= before) {
      say(words.updated(title, changesText(state.update)), () => rollBack(library, url));
    } else say(words.nothingNew(title));
  });
}

/** Goes back to the version before, or forward again. */
export function goBack({ url, title, say }: Acted): Promise<void> {
  return tried(say, async () => {
    const { update } = await rollBack(library, url);
    const changes = update === undefined ? '' : changesText(update);
    say(words.wentBack(title, changes), () => rollBack(library, url));
  });
}

/** Asks for the permission that is missing, and looks for news with it. */
export async function allow(acted: Acted): Promise<void> {
  const permission = askToRead(acted.url);
  await tried(acted.say, async () => {
    if (await permission) await checkNow(acted);
  });
}
