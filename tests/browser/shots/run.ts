import { mkdir, rm } from 'node:fs/promises';
import { build } from '../launch/build-once.ts';
import { shootCards } from './cards.ts';
import { shootOwnPages } from './own-pages.ts';
import { shootPopup } from './popup.ts';

/**
 * Pictures of everything that a reader sees, in every state and look, for people to look at. In Chromium:
 * the other browser cannot emulate media features.
 *
 *     npm run shots              into .output/shots
 *     npm run shots -- popup     only those of cards, popup or pages
 */

const SUBJECTS = { cards: shootCards, popup: shootPopup, pages: shootOwnPages };
const directory = '.output/shots';

const asked = process.argv.slice(2);
const subjects = Object.entries(SUBJECTS).filter(([name]) => asked.length === 0 || asked.includes(name));
if (asked.length === 0) await rm(directory, { recursive: true, force: true });
await mkdir(directory, { recursive: true });
if (subjects.some(([name]) => name === 'pages')) build('chrome');
for (const [name, shoot] of subjects) {
  await shoot(directory);
  process.stdout.write(`${name}: ${directory}/\n`);
}
