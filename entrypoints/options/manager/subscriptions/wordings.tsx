import { useEffect, useState } from 'preact/hooks';
import { type Override, standingOf } from '../../../../glossary/subscriptions/overrides.ts';
import type { ShelfItem } from '../../../platform/database.ts';
import { dropOverride, overridesOf } from '../../../platform/overrides.ts';
import { library } from '../../library.ts';
import { ActButton } from '../act-button.tsx';
import { type Say, tried } from '../say.ts';
import { SUBSCRIPTIONS as words } from './words.ts';

/** The entries of a shared glossary that stand there in the reader's words, each to be dropped. */
export function Wordings({ item, say }: { readonly item: ShelfItem; readonly say: Say }) {
  const [overrides, setOverrides] = useState<readonly Override[]>([]);
  useEffect(() => {
    void tried(say, async () => setOverrides(await overridesOf(library, item.id)));
  }, [item.id, item.revision]);
  if (overrides.length === 0) return null;
  const drop = ({ entry: { id, term } }: Override) =>
    tried(say, async () => say(words.dropped(term), await dropOverride(library, item.id, id)));
  return (
    <details>
      <summary>{words.wordings(overrides.length)}</summary>
      <ul class="rules">
        {overrides.map((override) => {
          const { term, id } = override.entry;
          const standing = standingOf(override);
          return (
            <li key={id}>
              <span class="label">
                <bdi>{term}</bdi> <small class="note">{words.standings[standing]}</small>
              </span>
              <ActButton
                name={standing === 'gone' ? words.removeOf(term) : words.dropOf(term)}
                onClick={() => void drop(override)}
              >
                {standing === 'gone' ? words.remove : words.drop}
              </ActButton>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
