import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Ground } from '../launch/ground.ts';
import { dropFile } from '../launch/hand-over.ts';
import { named } from '../launch/own-page.ts';
import { inEveryLook, LOOKS } from './looks.ts';

const LONG = 'Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
const TABLE = `term,forms,definition,lang
KCNA,KCNA|Korean news,"The news agency, in our words.",en
${LONG},${LONG},A law whose name hardly fits.,de
مصطلح,مصطلح,A word from right to left.,ar
the,the,A word that is everywhere.,en
,,no term,en
`;

/** What the manager shows while something is being done, in every look. */
export async function shootManager(ground: Ground, directory: string): Promise<void> {
  const page = await ground.ownPage('options.html');
  await page.waitForSelector('[data-glossary="north-korea"]');
  const shoot = (name: string) => inEveryLook(page, join(directory, `manager-${name}`), LOOKS);
  const press = async (role: string, name: string) => (await named(page, role, name)).click();
  await dropFile(page, 'team.csv', TABLE);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(({ textContent }) => /^Import \d/.test(textContent)),
  );
  await shoot('import');
  await page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .find(({ textContent }) => /^Import \d/.test(textContent))
      ?.click(),
  );
  await page.waitForSelector('[data-glossary=team]');
  await writeTerm(page);
  await shoot('term');
  await press('button', 'Save');
  await named(page, 'button', 'Edit KCNA');
  await press('button', 'Find conflicts');
  await page.waitForSelector('.conflicts > li');
  await page.$eval('#own [aria-label="Choose KCNA"]', (box) => (box as HTMLElement).click());
  await page.waitForSelector('.bulk legend');
  await shoot('conflicts-and-bulk');
  await page.close();
}

/** A term that warns: a word that is everywhere, with a name in another script. */
async function writeTerm(page: Page): Promise<void> {
  await (await named(page, 'button', 'New term')).click();
  await (await named(page, 'textbox', 'Term')).type('KCNA');
  await (await named(page, 'textbox', 'Definition')).type(`The agency. ${LONG}`);
  await ((await page.$('.editor textarea')) as ElementHandle<HTMLTextAreaElement>).type('the\nKCNA');
}
