import { browser } from 'wxt/browser';
import type { SenseChoices } from '../../glossary/choices.ts';
import type { SiteRules } from '../../glossary/sites.ts';
import { policyReading } from '../platform/policy.ts';
import { choices, hidden, known, type Settings, settings, sites } from '../platform/settings.ts';

/** Everything the reader has said, as of now. */
export interface ReaderWord {
  readonly settings: Settings;
  readonly sites: SiteRules;
  readonly hidden: readonly string[];
  readonly known: readonly string[];
  readonly choices: SenseChoices;
}

/** Reads the reader's word from the store; keeps it until the store changes, for every batch of a page asks. */
export function openReaderWord(): () => Promise<ReaderWord> {
  let kept: Promise<ReaderWord> | undefined;
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'sync' || area === 'managed') kept = undefined;
  });
  return () => {
    kept ??= readAll().catch((error) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

async function readAll(): Promise<ReaderWord> {
  const values = await Promise.all([
    settings.get(),
    sites.get(),
    hidden.get(),
    known.get(),
    choices.get(),
    // Two of them wait for it.
    policyReading(),
  ]);
  return { settings: values[0], sites: values[1], hidden: values[2], known: values[3], choices: values[4] };
}
