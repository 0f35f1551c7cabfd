import type { RefObject } from 'preact';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

export interface SearchBoxProps {
  readonly query: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Ids of the list of hits and of the hit that the keyboard is on, while there is a list. */
  readonly list: { readonly id: string; readonly active: string | undefined } | undefined;
  readonly onType: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The search field; what is typed is kept nowhere. */
export function SearchBox({ query, field, list, onType, onKeyDown }: SearchBoxProps) {
  return (
    <search class="search-box">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        value={query}
        placeholder={words.search}
        aria-label={words.search}
        aria-autocomplete="list"
        aria-controls={list?.id}
        aria-activedescendant={list?.active}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="search"
        maxLength={200}
        dir="auto"
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <button
          class="tool"
          type="button"
          title={words.clear}
          onClick={() => {
            onType('');
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
