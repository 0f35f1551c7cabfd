import type { Page } from 'puppeteer-core';
import { KIND } from './ground.ts';

/** What runs in the page with the card's closed shadow root in its hands. Must stand on its own: it is sent as text. */
type InCard<T> = (root: ShadowRoot) => T;

/**
 * Runs a function on the shadow root of the open card. Pages cannot do this: the root is closed, and it takes
 * the debugging protocol to get hold of it. `undefined` when no card is open. The result must be JSON.
 */
export function inCard<T>(page: Page, act: InCard<T>): Promise<T | undefined> {
  return KIND === 'chromium' ? inChromium(page, act) : inFirefox(page, act);
}

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

async function inChromium<T>(page: Page, act: InCard<T>): Promise<T | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const shadow = shadowOf(root);
    if (shadow === undefined) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const call = `function () { return JSON.stringify((${act.toString()})(this) ?? null); }`;
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: call,
      ...(object.objectId !== undefined && { objectId: object.objectId }),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return JSON.parse(String(result.value)) as T;
  } finally {
    await session.detach();
  }
}

function shadowOf(node: DomNode): DomNode | undefined {
  if (node.nodeName.toLowerCase() === 'glossator-popover') return node.shadowRoots?.[0];
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument]) {
    const found = child && shadowOf(child);
    if (found) return found;
  }
  return undefined;
}

/** The part of WebDriver BiDi that puppeteer does not show: nodes with their closed shadow roots. */
interface Bidi {
  send(
    method: string,
    parameters: object,
  ): Promise<{ result: { result?: BidiValue; exceptionDetails?: { text: string } } }>;
}
interface BidiValue {
  readonly sharedId?: string;
  readonly value?: unknown;
}

async function inFirefox<T>(page: Page, act: InCard<T>): Promise<T | undefined> {
  const { connection } = page.browser() as unknown as { connection: Bidi };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const run = async (functionDeclaration: string, given: readonly BidiValue[]) => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      awaitPromise: false,
      target: { context },
      arguments: given,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result;
  };
  const host = await run(`() => document.querySelector('glossator-popover')`, []);
  const value = host?.value as { shadowRoot?: BidiValue } | undefined;
  const root = value?.shadowRoot?.sharedId;
  if (root === undefined) return undefined;
  const answer = await run(`(root) => JSON.stringify((${act.toString()})(root) ?? null)`, [
    { sharedId: root },
  ]);
  return JSON.parse(String(answer?.value)) as T;
}

/** What a reader sees of the open card. */
export interface SeenCard {
  readonly role: string;
  readonly name: string;
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The open card as a reader meets it; `undefined` when none is open. */
export function seenCard(page: Page): Promise<SeenCard | undefined> {
  return inCard(page, (root) => {
    const card = root.querySelector<HTMLElement>('[role=dialog],[role=tooltip],dialog');
    if (card === null) return undefined as never;
    const labels = (card.getAttribute('aria-labelledby') ?? '').split(' ');
    const named = labels.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    const { x, y, width, height } = card.getBoundingClientRect();
    return {
      role: card.getAttribute('role') ?? 'dialog',
      name: card.getAttribute('aria-label') ?? named.trim(),
      text: card.innerText,
      box: { x, y, width, height },
    };
  });
}

/** Waits until a card about a term is open. */
export async function waitForCard(page: Page, term: string | RegExp, timeout = 5_000): Promise<SeenCard> {
  const until = Date.now() + timeout;
  let last: SeenCard | undefined;
  while (Date.now() < until) {
    last = await seenCard(page);
    if (last && (typeof term === 'string' ? last.name === term : term.test(last.name))) return last;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(
    `No card “${term}” within ${timeout} ms; ${last ? `it was “${last.name}”` : 'none was open'}.`,
  );
}
