import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Offer } from '../platform/messages.ts';
import { sizeOf, words } from './words.ts';

interface OfferPartProps {
  readonly url: string;
  readonly offer: Offer;
  readonly problem?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What was found at the address, and the question whether to subscribe to it. */
export function OfferPart({ url, offer, problem, onConfirm, onCancel }: OfferPartProps) {
  const { head, subscribed, remarks } = offer;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone: go on reading here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="offer" aria-label={head.title}>
      <h2 ref={heading} tabIndex={-1}>
        <bdi lang={head.language}>{head.title}</bdi>
      </h2>
      <Facts url={url} offer={offer} />
      {remarks.length > 0 && (
        <details>
          <summary>{words.remarks(remarks.length)}</summary>
          <ul class="listed">
            {remarks.map((remark, at) => (
              <li key={at}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
      {subscribed && <p class="caution">{words.already}</p>}
      <div class="row">
        {subscribed ? (
          <a class="button" href="/options.html#glossaries">
            {words.toGlossaries}
          </a>
        ) : (
          <button type="button" onClick={onConfirm}>
            {words.subscribe}
          </button>
        )}
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

function Facts({ url, offer }: { readonly url: string; readonly offer: Offer }) {
  const { head, entries, first, size, skipped } = offer;
  const languages = new Intl.DisplayNames(['en'], { type: 'language' });
  const terms = first.join(', ');
  return (
    <dl class="facts">
      <Fact name={words.facts.address}>
        <bdi dir="ltr">{url}</bdi>
      </Fact>
      <Fact name={words.facts.entries}>{words.entries(entries, skipped)}</Fact>
      <Fact name={words.facts.size}>{sizeOf(size)}</Fact>
      <Fact name={words.facts.version}>{head.version}</Fact>
      <Fact name={words.facts.language}>{languages.of(head.language) ?? head.language}</Fact>
      {head.license !== undefined && <Fact name={words.facts.license}>{head.license}</Fact>}
      {head.homepage !== undefined && (
        <Fact name={words.facts.homepage}>
          <a href={head.homepage} rel="noopener noreferrer" target="_blank">
            {head.homepage}
          </a>
        </Fact>
      )}
      <Fact name={words.facts.terms}>
        <bdi lang={head.language}>{first.length < entries ? words.more(terms) : terms}</bdi>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
