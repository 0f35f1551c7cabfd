import type { ComponentChildren, RefObject } from 'preact';
import { dateLanguage, readableDate } from '../../glossary/card-date.ts';
import { directionOf } from '../../glossary/direction.ts';
import type { Card as CardData, EntryRef, Source } from '../../glossary/entry.ts';
import { sourceSite } from '../../glossary/source-site.ts';
import { cardWords as words } from './card-words.ts';

export interface CardProps {
  readonly card: CardData;
  /** BCP 47 tag of the reader's language, for dates. */
  readonly language: string;
  readonly onRelated: (ref: EntryRef) => void;
  /** Gets the focus when the card opens. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  /** Id of the heading, by which what holds the card is named. */
  readonly headingId: string;
  /** What can be done with the entry. */
  readonly children?: ComponentChildren;
}

/** What is known of one meaning, as on a page: the same order, the same words. */
export function Card({ card, language, onRelated, heading, headingId, children }: CardProps) {
  const { term, definition, lang, glossary } = card;
  return (
    <article class="card" dir={directionOf(lang)} aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading ?? null} tabIndex={-1} lang={lang} dir="auto">
        {term}
      </h2>
      <Subtitle {...card} />
      <p class="definition" lang={lang} dir="auto">
        {definition}
      </p>
      {card.asOf !== undefined && (
        <p class="as-of">{words.asOf(readableDate(card.asOf, dateLanguage(words.language, language)))}</p>
      )}
      <Related card={card} onRelated={onRelated} />
      <Sources sources={card.sources} />
      <footer>
        <span class="origin" dir="auto">
          {glossary.title}
        </span>
        {children}
      </footer>
    </article>
  );
}

function Subtitle({ native, kind }: CardData) {
  if (native.length === 0 && kind === undefined) return null;
  return (
    <p class="subtitle">
      {native.map(({ lang, text }) => (
        <bdi class="native" key={lang + text} lang={lang}>
          {text}
        </bdi>
      ))}
      {kind !== undefined && <span class="kind">{words.kinds[kind]}</span>}
    </p>
  );
}

function Related({ card: { related }, onRelated }: Pick<CardProps, 'card' | 'onRelated'>) {
  if (related.length === 0) return null;
  return (
    <section class="related" aria-label={words.seeAlso}>
      <h3>{words.seeAlso}</h3>
      <ul>
        {related.map(({ ref, term }) => (
          <li key={ref}>
            <button class="link" type="button" onClick={() => onRelated(ref)}>
              <bdi>{term}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const links = sources.flatMap(({ title, url }) => {
    const site = sourceSite(url);
    return site === undefined ? [] : [{ title, url, site }];
  });
  if (links.length === 0) return null;
  return (
    <section class="sources" aria-label={words.sources}>
      <h3>{words.sources}</h3>
      <ul>
        {links.map(({ title, url, site }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
              <bdi>{title}</bdi>
              <span class="unseen"> {words.newTab}</span>
            </a>{' '}
            <span class="site" dir="ltr">
              {site}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
