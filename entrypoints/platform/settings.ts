import * as v from 'valibot';
import type { SenseChoices } from '../../glossary/choices.ts';
import type { SiteRules } from '../../glossary/sites.ts';
import { EVERY_SITE } from '../../glossary/sites.ts';
import { type PageSettings, USUAL_PAGE_SETTINGS } from './page-settings.ts';
import { SITES_OVERLAY, settingsOverlay } from './policy-overlay.ts';
import { LOOK, SETTINGS } from './settings-schema.ts';
import { stored } from './stored.ts';

/** What the reader or their organisation set, apart from lists that have a place of their own below. */
export interface Settings extends Omit<PageSettings, 'known' | 'hidden'> {
  /** The master switch. */
  readonly everywhere: boolean;
  /** Not marked in the very sentence that spells it out. */
  readonly silentWhereExplained: boolean;
  /** BCP 47 tags of the languages to explain in; empty: all. */
  readonly languages: readonly string[];
  /** Quiet where one types secrets, until woken. */
  readonly quietOnSecrets: boolean;
}

const { known: _, hidden: __, ...usual } = USUAL_PAGE_SETTINGS;
export const USUAL_SETTINGS: Settings = {
  ...usual,
  everywhere: true,
  silentWhereExplained: true,
  languages: [],
  quietOnSecrets: true,
};

const refs = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(5_000));

/** Every value that follows the reader through `storage.sync`. */
export const settings = stored<Settings>({
  key: 'settings',
  version: 1,
  fallback: USUAL_SETTINGS,
  schema: v.object({ look: v.object(LOOK), ...SETTINGS }),
  overlay: settingsOverlay(),
});

export const sites = stored<SiteRules>({
  key: 'sites',
  version: 1,
  fallback: EVERY_SITE,
  schema: v.object({
    mode: v.picklist(['except', 'only']),
    rules: v.array(v.object({ pattern: v.string(), on: v.boolean() })),
  }),
  overlay: SITES_OVERLAY,
});

/** Entries the reader does not want to see. */
export const hidden = stored<readonly string[]>({ key: 'hidden', version: 1, fallback: [], schema: refs });

/** Entries the reader knows: quiet until asked for. */
export const known = stored<readonly string[]>({ key: 'known', version: 1, fallback: [], schema: refs });

/** What the reader said about meanings. */
export const choices = stored<SenseChoices>({
  key: 'choices',
  version: 1,
  fallback: {},
  schema: v.record(v.string(), v.record(v.string(), v.picklist(['always', 'never']))),
});

/** Which glossaries are off, and the reader's order; a glossary not named comes after those that are. */
export interface Shelf {
  readonly off: readonly string[];
  readonly order: readonly string[];
}
export const shelf = stored<Shelf>({
  key: 'shelf',
  version: 1,
  fallback: { off: [], order: [] },
  schema: v.object({ off: v.array(v.string()), order: v.array(v.string()) }),
});
