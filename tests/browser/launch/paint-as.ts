import type { Ground } from './ground.ts';

const NAMES = {
  automatic: 'As suits the page (recommended)',
  marks: 'Always as marks in the text',
  ink: 'Always as ink, without touching the page',
} as const;

/** Sets how terms are drawn, on the options page as a reader does; resolves once it is stored. */
export async function paintAs(ground: Ground, painting: keyof typeof NAMES): Promise<void> {
  const options = await ground.ownPage('options.html');
  await options.bringToFront();
  const radio = await options.waitForSelector(`::-p-aria([name="${NAMES[painting]}"][role="radio"])`);
  await radio?.click();
  await options.waitForFunction(
    async (wanted) => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return JSON.stringify(await storage.sync.get(null))
        .replace(/\W/g, '')
        .includes(`painting${wanted}`);
    },
    {},
    painting,
  );
  await options.close();
}
