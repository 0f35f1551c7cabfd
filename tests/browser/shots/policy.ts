import { join } from 'node:path';
import { administer, mayAdminister } from '../launch/administer.ts';
import { fileOf, serveGlossaries, text } from '../launch/glossary-server.ts';
import { openGround } from '../launch/ground.ts';
import { inEveryLook, LOOKS } from './looks.ts';

const LONG = 'donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Pictures of the settings page as an organisation has it, where this machine lets us be its administrator. */
export async function shootPolicy(directory: string): Promise<void> {
  if (!mayAdminister('chromium')) {
    process.stdout.write('policy: left out, since /etc/chromium cannot be written\n');
    return;
  }
  const administrator = administer('chromium');
  const server = await serveGlossaries();
  administrator.layDown({
    subscriptions: [
      server.at('/house.glossary.json', text(fileOf({ zork: 'A game', [LONG]: 'A long word' }))),
    ],
    sites: {
      mode: 'except',
      off: ['mail.example.com', `${LONG.slice(0, 60)}.example/${LONG}`],
      on: ['example.com'],
    },
    settings: { delay: 700, look: { underline: 'wavy', colour: '#a0401c' }, everywhere: true },
  });
  const ground = await openGround('chromium', { env: administrator.env });
  try {
    const page = await ground.ownPage('options.html');
    await page.waitForFunction(() =>
      document.querySelector('[data-glossary="team"]')?.textContent?.includes('from your organisation'),
    );
    await page.waitForSelector('#reading input[type="number"]:disabled');
    await inEveryLook(page, join(directory, 'options-policy'), LOOKS);
  } finally {
    await ground.close();
    await server.close();
    administrator.leave();
  }
}
