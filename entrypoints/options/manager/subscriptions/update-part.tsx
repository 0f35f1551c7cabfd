import { changesText, type Listed } from '../../../../glossary/subscriptions/changes.ts';
import type { Update } from '../../../platform/subscription.ts';
import { relative } from './ago.ts';
import { SUBSCRIPTIONS as words } from './words.ts';

/** What the last update brought, by name. */
export function UpdatePart({ update }: { readonly update: Update }) {
  const { added, changed, removed, at, from, to } = update;
  if (from === undefined) return null;
  return (
    <details>
      <summary>{words.update(relative(at, Date.now()), changesText(update))}</summary>
      {from !== to && <p class="note">{words.versions(from, to)}</p>}
      <Terms title={words.added(added.count)} listed={added} />
      <Terms title={words.changed(changed.count)} listed={changed} />
      <Terms title={words.removed(removed.count)} listed={removed} />
    </details>
  );
}

function Terms({ title, listed: { count, terms } }: { readonly title: string; readonly listed: Listed }) {
  if (count === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="listed">
        {terms.map((term, at) => (
          <li key={at}>
            <bdi>{term}</bdi>
          </li>
        ))}
        {count > terms.length && <li class="note">{words.more(count - terms.length)}</li>}
      </ul>
    </>
  );
}
