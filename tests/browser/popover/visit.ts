import type { Page } from 'puppeteer-core';
import type { TestBrowser, TestPage } from './open-browser.ts';

/** A call that the cards of a page made, or something the harness tells. */
export interface Told {
  readonly name: string;
  readonly argument: unknown;
}

/** Opens a page with the harness in it. */
export async function visit(test: TestBrowser, page: TestPage | string): Promise<Visit> {
  const opened = await test.browser.newPage();
  await opened.goto(test.serve(typeof page === 'string' ? { html: page } : page));
  await opened.waitForSelector('html[data-harness=ready]');
  await opened.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.addEventListener('harness-call', (event) => told.push(JSON.parse((event as CustomEvent).detail)));
  });
  return new Visit(opened);
}

/** A page that a test reads. */
export class Visit {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Orders something from the harness. */
  async order(order: string, argument = ''): Promise<void> {
    await this.page.evaluate(
      (detail) => void window.dispatchEvent(new CustomEvent('harness', { detail })),
      JSON.stringify({ order, argument }),
    );
  }

  /** The arguments of all calls of a name so far. */
  async told(name: string): Promise<unknown[]> {
    const all = (await this.page.evaluate('window.told')) as Told[];
    return all.filter((told) => told.name === name).map((told) => told.argument);
  }

  /** Moves the pointer to the middle of an element, from near it. */
  async hover(selector: string): Promise<void> {
    const { x, y } = await this.middle(selector);
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y);
  }

  async middle(selector: string): Promise<{ x: number; y: number }> {
    return this.page.$eval(selector, (element) => {
      const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
      return { x: Math.round(rect.left + rect.width / 2), y: Math.round(rect.top + rect.height / 2) };
    });
  }

  /** Waits until a card with this heading is open. */
  async card(heading: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('glossator-popover')].some(
          (host) => host.shadowRoot?.querySelector('h2')?.textContent === wanted,
        ),
      { timeout: 5000 },
      heading,
    );
  }

  /** Waits until no card is open. */
  async noCard(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('glossator-popover') === null, {
      timeout: 5000,
    });
  }

  /** How many cards are open now. */
  count(): Promise<number> {
    return this.page.$$eval('glossator-popover', (hosts) => hosts.length);
  }

  /** Presses something in the card with the mouse, found by its words or its accessible name. */
  async press(label: string): Promise<void> {
    const place = await this.page.evaluate((wanted) => {
      const root = document.querySelector('glossator-popover')?.shadowRoot;
      const part = [...(root?.querySelectorAll('button,a') ?? [])].find(
        (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent)?.trim() === wanted,
      );
      part?.scrollIntoView({ block: 'nearest' });
      const rect = part?.getClientRects()[0];
      return rect && { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    }, label);
    if (place === undefined) throw new Error(`The card has no visible “${label}”.`);
    await this.page.mouse.click(place.x, place.y);
  }

  /** The text of the first match inside the card; `undefined` without a match. */
  text(selector: string): Promise<string | undefined> {
    return this.page.evaluate(
      (wanted) =>
        document.querySelector('glossator-popover')?.shadowRoot?.querySelector(wanted)?.textContent ??
        undefined,
      selector,
    );
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
