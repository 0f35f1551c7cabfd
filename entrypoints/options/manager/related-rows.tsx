import { useId, useState } from 'preact/hooks';
import { callBackground } from '../../platform/calls.ts';
import type { SearchHit } from '../../platform/messages.ts';
import type { Draft } from './draft.ts';
import { Group } from './field.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.editor;
const MOST_OFFERED = 12;

interface RelatedRowsProps {
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** Other terms to read next, of any glossary that is on. */
export function RelatedRows({ draft: { id, related }, problem, change }: RelatedRowsProps) {
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [unknown, setUnknown] = useState<string>();
  const list = useId();
  const look = async (text: string) => {
    setQuery(text);
    setUnknown(undefined);
    setHits(text.trim() === '' ? [] : await callBackground('search', { query: text, limit: MOST_OFFERED }));
  };
  const add = async () => {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return;
    const found = await callBackground('search', { query, limit: MOST_OFFERED });
    const card = found.find(({ card, form }) =>
      [card.term, form].some((name) => name?.toLowerCase() === wanted),
    )?.card;
    if (card === undefined) return setUnknown(words.unknownRelated(query.trim()));
    const ref = card.glossary.id === 'own' ? card.ref.slice('own/'.length) : card.ref;
    if (ref !== id) {
      change((now) => ({
        ...now,
        related: [...now.related.filter((one) => one.ref !== ref), { ref, term: card.term }],
      }));
    }
    setQuery('');
  };
  return (
    <Group legend={words.related} note={words.relatedNote} problem={problem ?? unknown}>
      <ul class="chips">
        {related.map(({ ref, term }) => (
          <li key={ref}>
            <bdi>{term}</bdi>
            <button
              type="button"
              class="quiet"
              aria-label={words.removeRelated(term)}
              onClick={() =>
                change((now) => ({ ...now, related: now.related.filter((one) => one.ref !== ref) }))
              }
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <div class="form-row">
        <input
          class="form-text"
          type="text"
          list={list}
          aria-label={words.related}
          value={query}
          onInput={(event) => void look(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void add();
          }}
        />
        <datalist id={list}>
          {hits.map(({ card }) => (
            <option key={card.ref} value={card.term} label={card.glossary.title} />
          ))}
        </datalist>
        <button type="button" class="quiet" onClick={() => void add()}>
          {words.addRelated}
        </button>
      </div>
    </Group>
  );
}
