import { useState } from 'preact/hooks';
import { subscriptionAddress } from '../../glossary/subscriptions/address.ts';
import type { Offer } from '../platform/messages.ts';
import { AddressForm } from './address-form.tsx';
import { OfferPart } from './offer-part.tsx';
import type { SubscribeSource } from './source.ts';
import { words } from './words.ts';

type State =
  | { readonly at: 'asking'; readonly problem?: string }
  | { readonly at: 'looking' | 'storing'; readonly host: string }
  | { readonly at: 'offered'; readonly url: string; readonly offer: Offer; readonly problem?: string }
  | { readonly at: 'done'; readonly title: string };

export interface SubscribeProps {
  readonly source: SubscribeSource;
  /** The address that a link or a page has brought, right or wrong. */
  readonly asked: string;
}

/** From an address to a subscription: asks, shows what is there, and takes it only when the reader says so. */
export function Subscribe({ source, asked }: SubscribeProps) {
  const [address, setAddress] = useState(() => shownAddress(asked));
  const [state, setState] = useState<State>({ at: 'asking' });
  const look = async () => {
    const parsed = subscriptionAddress(address);
    if ('problem' in parsed) return setState({ at: 'asking', problem: parsed.problem });
    const { url } = parsed;
    const { host } = new URL(url);
    // Before anything else: browsers take the question for the reader's wish only right after the click.
    const permission = source.ask(url);
    setState({ at: 'looking', host });
    try {
      if (!(await permission)) return setState({ at: 'asking', problem: words.refused(host) });
      return setState({ at: 'offered', url, offer: await source.look(url) });
    } catch (error) {
      return setState({ at: 'asking', problem: words.failed(messageOf(error)) });
    }
  };
  const confirm = async (url: string, offer: Offer) => {
    setState({ at: 'storing', host: new URL(url).host });
    try {
      await source.subscribe(url);
      setState({ at: 'done', title: offer.head.title });
    } catch (error) {
      setState({ at: 'offered', url, offer, problem: messageOf(error) });
    }
  };
  return (
    <main class="subscribe">
      <h1>{words.title}</h1>
      {state.at === 'done' ? (
        <Done title={state.title} />
      ) : state.at === 'offered' ? (
        <OfferPart
          {...state}
          onConfirm={() => void confirm(state.url, state.offer)}
          onCancel={() => setState({ at: 'asking' })}
        />
      ) : (
        <AddressForm
          address={address}
          asked={asked !== ''}
          busy={state.at === 'asking' ? undefined : words.looking(state.host)}
          problem={state.at === 'asking' ? state.problem : undefined}
          onType={setAddress}
          onLook={() => void look()}
        />
      )}
    </main>
  );
}

function Done({ title }: { readonly title: string }) {
  return (
    <div role="status">
      <p class="lead">{words.done(title)}</p>
      <p class="note">{words.doneNote}</p>
      <div class="row">
        <a class="button" href="/options.html#glossaries">
          {words.toGlossaries}
        </a>
        <a href="/subscribe.html">{words.another}</a>
      </div>
    </div>
  );
}

/** Links are shown as the address that they stand for. */
function shownAddress(asked: string): string {
  const parsed = subscriptionAddress(asked);
  return 'url' in parsed ? parsed.url : asked;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
