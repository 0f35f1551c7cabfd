import { type Browser, browser } from 'wxt/browser';
import type { BackgroundCalls, PageCalls } from './messages.ts';

/** Where a call comes from, as the browser says it, not the caller. */
export interface Caller {
  /** `page`: a content script. `extension`: popup, options, background. */
  readonly kind: 'page' | 'extension';
  /** Address of the calling document. */
  readonly url: string;
  /** Address of the tab it is in; that of the document where the browser does not tell. */
  readonly tabUrl: string;
  readonly tabId: number | undefined;
  readonly frameId: number | undefined;
}

type Argument<F> = F extends (argument: infer A) => unknown ? A : never;
type Result<F> = F extends (...args: never[]) => infer R ? R : never;

/** One handler for every call of an interface; the compiler sees to it that none is missing. */
export type Handlers<Calls, From = Caller> = {
  readonly [Name in keyof Calls]: (
    argument: Argument<Calls[Name]>,
    caller: From,
  ) => Promise<Result<Calls[Name]>> | Result<Calls[Name]>;
};

/** A call that was answered with an error, or not at all because the other side is gone. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** True when nobody is there to answer: the extension was updated, or the frame has no content script. */
  readonly gone: boolean;
  constructor(message: string, gone: boolean) {
    super(message);
    this.gone = gone;
  }
}

interface Envelope {
  readonly glossator: 1;
  readonly call: string;
  readonly argument: unknown;
}
type Reply = { readonly value: unknown } | { readonly error: string };

/**
 * Calls the background.
 *
 * @throws CallError with the message of the background, or `gone` when the extension was updated or removed.
 */
export async function callBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  ...argument: Parameters<BackgroundCalls[Name]>
): Promise<Result<BackgroundCalls[Name]>> {
  return opened(await send(() => browser.runtime.sendMessage(envelope(name, argument[0]))));
}

/**
 * Calls the content script of a frame; without `frameId` that of the top frame. `every`: those of all frames;
 * the answer is that of whichever is first.
 * @throws CallError
 */
export async function callPage<Name extends keyof PageCalls>(
  to: { readonly tabId: number; readonly frameId?: number | 'every' },
  name: Name,
  ...argument: Parameters<PageCalls[Name]>
): Promise<Result<PageCalls[Name]>> {
  const options = to.frameId === 'every' ? {} : { frameId: to.frameId ?? 0 };
  return opened(await send(() => browser.tabs.sendMessage(to.tabId, envelope(name, argument[0]), options)));
}

function envelope(call: string, argument: unknown): Envelope {
  return { glossator: 1, call, argument };
}

async function send(message: () => Promise<unknown>): Promise<unknown> {
  try {
    return await message();
  } catch (error) {
    throw new CallError(error instanceof Error ? error.message : String(error), true);
  }
}

function opened<T>(reply: unknown): T {
  if (isReply(reply)) {
    if ('error' in reply) throw new CallError(reply.error, false);
    return reply.value as T;
  }
  throw new CallError('Nobody answered.', true);
}

function isReply(reply: unknown): reply is Reply {
  return typeof reply === 'object' && reply !== null && ('value' in reply || 'error' in reply);
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'glossator' in message && 'call' in message;
}

/**
 * Answers calls until the returned function is called. Messages that are no calls, and calls that
 * come from anywhere but this extension, are left alone. `from` tells the handlers who is calling, where they care.
 */
export function serve<Calls extends object, From>(
  handlers: Handlers<Calls, From>,
  from: (sender: Browser.runtime.MessageSender) => From,
): () => void {
  const table = new Map(Object.entries(handlers)) as Map<
    string,
    (argument: unknown, caller: From) => unknown
  >;
  // `return true` and `sendResponse` instead of a promise: the one way that browsers and test fakes share.
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (reply: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    const handler = table.get(message.call);
    if (handler === undefined) return undefined;
    void answer(() => handler(message.argument, from(sender))).then(sendResponse);
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function answer(handle: () => unknown): Promise<Reply> {
  try {
    // `null` and not `undefined`: JSON would drop the key.
    return { value: (await handle()) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Who sent a message to the background. */
export function callerOf(sender: Browser.runtime.MessageSender): Caller {
  const url = sender.url ?? '';
  const own = url.startsWith(browser.runtime.getURL(''));
  return {
    kind: own || sender.tab === undefined ? 'extension' : 'page',
    url,
    tabUrl: sender.tab?.url ?? url,
    tabId: sender.tab?.id,
    frameId: sender.frameId,
  };
}
