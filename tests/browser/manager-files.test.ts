import { afterAll, expect, test } from 'vitest';
import { openManager } from './launch/manager-page.ts';

const { options, named, press, says, ownTermsAre, drop, saved, axe, close } = await openManager();
afterAll(close);

test('an address with a term opens the form filled in, and only the definition is to be written', async () => {
  const term = { term: 'Blorb', context: 'The Blorb met on Monday.', url: 'https://example.com/news' };
  const hash = `#add=${encodeURIComponent(JSON.stringify(term))}`;
  await options.evaluate((to) => {
    location.hash = to;
  }, hash);
  await options.waitForFunction(() => document.querySelector('.tried, .preview .note') !== null);
  expect(
    await options.$eval('[aria-label="Address of source 1"]', (field) => (field as HTMLInputElement).value),
  ).toBe('https://example.com/news');
  await options.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await options.keyboard.type('A thing.');
  await options.waitForFunction(() => document.querySelector('.tried mark')?.textContent === 'Blorb');
  await press('button', 'Save');
  await ownTermsAre(['Blorb']);
  expect(await options.evaluate(() => location.hash)).toBe('#own');
});

test('a term has a name in another language, a question and a date; a wrong one is said at its field', async () => {
  await press('button', 'Edit Blorb');
  await (await named('button', 'Add a name')).focus();
  await options.keyboard.press('Enter');
  await (await named('textbox', 'Language of name 1')).focus();
  await options.keyboard.type('k o');
  await options.keyboard.press('Tab');
  await options.keyboard.type('블로브');
  await (await named('textbox', 'The question it answers')).focus();
  await options.keyboard.type('What is a Blorb?');
  await (await named('textbox', 'As of')).focus();
  await options.keyboard.type('2026-02');
  await options.keyboard.press('Enter');
  await options.waitForFunction(() =>
    document.querySelector('.editor .problem:not(:empty)')?.textContent?.includes('a language tag'),
  );
  await (await named('textbox', 'Language of name 1')).click({ count: 3 });
  await options.keyboard.type('ko');
  await options.waitForSelector('.preview .card [lang=ko]');
  await options.keyboard.press('Enter');
  await says('Blorb is saved.');
  await press('button', 'Duplicate Blorb');
  const kept = () =>
    options.$$eval('.editor input[type=text], .editor textarea', (all) =>
      all.map((one) => (one as HTMLInputElement).value),
    );
  expect(await kept()).toEqual(expect.arrayContaining(['ko', '블로브', 'What is a Blorb?', '2026-02']));
  await press('button', 'Cancel');
});

test('own terms that were removed can be had back from a snapshot later', async () => {
  await press('button', 'Remove My terms');
  await options.waitForFunction(() => document.querySelector('[data-glossary=own]') === null);
  await options.waitForSelector('.snapshots');
  await (await options.$('.snapshots summary'))?.click();
  await (await options.waitForSelector('.snapshots [aria-label^="Restore"]'))?.click();
  await ownTermsAre(['Blorb']);
});

test('an own glossary can be removed whole, and comes back with Undo', async () => {
  await press('button', 'Remove My terms');
  await options.waitForFunction(() => document.querySelector('[data-glossary=own]') === null);
  await press('button', 'Undo');
  await ownTermsAre(['Blorb']);
});

const fileOf = (...terms: string[]) =>
  JSON.stringify({
    format: 1,
    id: 'team',
    title: 'Team words',
    entries: terms.map((term) => ({ id: term, term, definition: `<b>${term}</b>` })),
  });

test('a file is shown before it is stored, then stored whole, and can be taken back', async () => {
  await drop('team.json', fileOf('zork', 'gnusto', ' '));
  await options.waitForSelector('.import-preview');
  expect(await options.$('[data-glossary=team]')).toBeNull();
  expect(
    await options.$$eval('.import-preview summary', (lines) => lines.map((line) => line.textContent)),
  ).toEqual(['2 entries new', '1 remark on the file, 1 skipped', 'Read it differently']);
  expect(await axe()).toEqual([]);
  await press('button', 'Import 2 entries');
  await options.waitForSelector('[data-glossary=team]');
  await drop('team.json', fileOf('zork', 'frotz'));
  await options.waitForFunction(() =>
    document.querySelector('.import-preview h3')?.textContent?.includes('in place of the one you have'),
  );
  await press('button', 'Import 2 entries');
  await says('2 entries imported');
  await press('button', 'Entries of Team words');
  const browsed = () =>
    options.$$eval('.browse .entries bdi', (terms) => terms.map((term) => term.textContent));
  await options.waitForFunction(
    () => document.querySelector('.browse .entries bdi')?.textContent === 'frotz',
  );
  await press('button', 'Undo');
  await options.waitForFunction(
    () => document.querySelector('.browse .entries bdi')?.textContent === 'gnusto',
  );
  expect(await browsed()).toEqual(['gnusto', 'zork']);
  expect(
    await options.$$eval('.browse .note', (notes) =>
      notes.some((note) => note.textContent === '<b>zork</b>'),
    ),
  ).toBe(true);
});

test('a table is read by what is in it, and its columns can be taken otherwise', async () => {
  await drop('words.csv', 'term;definition;more\r\nplugh;A magic word;Another text\r\n;nothing;\r\n');
  await named('button', 'Import 1 entry');
  const first = (text: string) =>
    options.waitForFunction(
      (wanted) => document.querySelector('.first dd')?.textContent === wanted,
      {},
      text,
    );
  await first('A magic word');
  expect(
    await options.$$eval('[aria-label^="What "][aria-label$=" holds"]', (all) =>
      all.map((one) => (one as HTMLSelectElement).value),
    ),
  ).toEqual(['term', 'definition', 'ignore']);
  await options.select('[aria-label="What definition holds"]', 'ignore');
  await options.waitForFunction(() =>
    document.querySelector('.import-preview h3')?.textContent?.includes('nothing'),
  );
  await options.select('[aria-label="What more holds"]', 'definition');
  await first('Another text');
  expect(await axe()).toEqual([]);
  await press('button', 'Do not import');
  await options.waitForFunction(() => document.querySelector('.import-preview') === null);
});

test('a file can join the own terms instead', async () => {
  await drop('words.csv', 'term,definition\nxyzzy,A word\n');
  await named('button', 'Import 1 entry');
  await options.select('[aria-label="Import it as"]', 'own');
  await options.waitForFunction(() =>
    document.querySelector('.import-preview h3')?.textContent?.includes('own terms'),
  );
  await press('button', 'Import 1 entry');
  await ownTermsAre(['Blorb', 'xyzzy']);
  await press('button', 'Undo');
  await ownTermsAre(['Blorb']);
});

test('many entries are copied, changed and deleted at once, by keyboard alone', async () => {
  const focused = (selector: string) =>
    options.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);
  // Its entries are in sight since they were imported.
  await (await named('checkbox', 'Choose all 2 entries')).focus();
  await options.keyboard.press(' ');
  await (await named('button', 'Copy 2 entries to my terms')).focus();
  await options.keyboard.press('Enter');
  await ownTermsAre(['Blorb', 'gnusto', 'zork']);
  await options.$eval('#own [aria-label="Choose gnusto"]', (box) => (box as HTMLElement).focus());
  await options.keyboard.press(' ');
  await options.waitForSelector('.bulk legend');
  await options.$eval('.bulk input[type=text]', (field) => (field as HTMLElement).focus());
  await focused('.bulk input[type=text]');
  await options.keyboard.type('magic, spells');
  await options.keyboard.press('Enter');
  await says('1 entry changed.');
  expect(await axe()).toEqual([]);
  await options.$eval('#own [aria-label="Choose zork"]', (box) => (box as HTMLElement).focus());
  await options.keyboard.press(' ');
  await options.waitForFunction(
    () => document.querySelector('.bulk legend')?.textContent === '2 entries chosen',
  );
  await (await named('button', 'Delete')).focus();
  await options.keyboard.press('Enter');
  await ownTermsAre(['Blorb']);
  await press('button', 'Undo');
  await ownTermsAre(['Blorb', 'gnusto', 'zork']);
  await options.$eval('#own [aria-label="Edit gnusto"]', (button) => (button as HTMLElement).click());
  await options.waitForFunction(() =>
    [...document.querySelectorAll('.editor textarea')].some(
      (area) => (area as HTMLTextAreaElement).value === 'magic\nspells',
    ),
  );
  await press('button', 'Cancel');
});

test('a glossary saved as JSON holds every entry', async () => {
  await press('button', 'Export Team words');
  expect(JSON.parse(await saved('JSON'))).toMatchObject({
    format: 1,
    id: 'team',
    entries: [{ id: 'zork' }, { id: 'gnusto' }],
  });
});
