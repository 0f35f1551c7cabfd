import type { EntryRef } from '../../glossary/entry.ts';
import { Icon } from '../ui/icon.tsx';
import { type ListedTerm, type TermGroup, termGroups } from './page-state.ts';
import type { PageView } from './source.ts';
import { words } from './words.ts';

export interface TermActs {
  readonly onJump: (term: ListedTerm) => void;
  readonly onExplain: (ref: EntryRef) => void;
}

/** The terms found on the page, by glossary. */
export function TermList({ view, ...acts }: TermActs & { readonly view: PageView }) {
  return termGroups(view).map((group) => <Group key={group.glossary} {...group} {...acts} />);
}

function Group({ glossary, terms, ...acts }: TermGroup & TermActs) {
  return (
    <section class="group" aria-label={glossary}>
      <h3 dir="auto">{glossary}</h3>
      <ul>
        {terms.map((term) => (
          <Row key={term.ref} term={term} {...acts} />
        ))}
      </ul>
    </section>
  );
}

function Row({ term, onJump, onExplain }: TermActs & { readonly term: ListedTerm }) {
  const isPageTerm = term.ref.startsWith('page:');
  return (
    <li class="term-row">
      <button class="term" type="button" title={words.next} onClick={() => onJump(term)}>
        <bdi class="term-name">{term.term}</bdi>
        <span class="count">
          <span aria-hidden="true">{term.count}</span>
          <span class="unseen"> {words.times(term.count)}</span>
        </span>
        <Icon name="down" />
      </button>
      {!isPageTerm && (
        <button
          class="tool"
          type="button"
          title={words.explain(term.term)}
          data-explain={term.ref}
          onClick={() => onExplain(term.ref)}
        >
          <Icon name="explain" />
        </button>
      )}
    </li>
  );
}
