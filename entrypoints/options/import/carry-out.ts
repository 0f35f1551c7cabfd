import { announceShelfChange } from '../../platform/changes.ts';
import { contentOf, entriesOf, type ShelfItem } from '../../platform/database.ts';
import { changeOwnTerms, keepOwnTerms } from '../../platform/own-terms.ts';
import { dropContent, holdContent, shelve, unshelve } from '../../platform/staging.ts';
import { library } from '../library.ts';
import { switchOn } from '../manager/shelf-changes.ts';
import type { Offer } from './offer.ts';

/** Does what was offered: all of it, in one write, or nothing. Returns what takes it back. */
export async function carryOutImport(offer: Offer): Promise<() => Promise<unknown>> {
  return offer.plan.target.kind === 'own' ? joinOwnTerms(offer) : putOnShelf(offer);
}

async function putOnShelf(offer: Offer): Promise<() => Promise<unknown>> {
  const item = itemOf(offer);
  // Kept as long as this page is open: the reader may want back what was there.
  const there = (await library.shelf()).find(({ id }) => id === item.id);
  if (there !== undefined) await holdContent(contentOf(there));
  const before = await shelve(library, item, offer.plan.target.kind === 'new');
  await switchOn(item.id);
  await announceShelfChange();
  return async () => {
    if (before === undefined) await unshelve(library, item.id);
    else await shelve(library, before);
    await dropContent(library, offer.content);
    await announceShelfChange();
  };
}

function itemOf({ head, plan, tally, size, content }: Offer): ShelfItem {
  const { version = '1', context = [], ...rest } = head;
  return {
    ...rest,
    format: 1,
    version,
    context,
    id: plan.id,
    origin: 'file',
    count: tally.entries,
    size,
    content,
    revision: crypto.randomUUID(),
  };
}

/** The reader's own terms are one glossary with a history; what comes in is written like their own hand. */
async function joinOwnTerms({ content }: Offer): Promise<() => Promise<unknown>> {
  await keepOwnTerms(library);
  const db = await library.database();
  const ids = (await db.get('orders', content)) ?? [];
  const entries = new Map((await db.getAll('entries', entriesOf(content))).map((one) => [one.id, one]));
  const put = ids.map((id) => entries.get(id)).filter((entry) => entry !== undefined);
  const back = await changeOwnTerms(library, { put });
  return () => changeOwnTerms(library, back);
}
