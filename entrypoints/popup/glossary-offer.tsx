import { isGlossaryPage } from '../../glossary/subscriptions/address.ts';
import { Notice } from '../ui/notice.tsx';
import { words } from './words.ts';

/** On a page that is a published glossary: the way to subscribe to it, which asks before it does anything. */
export function GlossaryOffer({ url }: { readonly url: string | undefined }) {
  if (url === undefined || !isGlossaryPage(url)) return null;
  return (
    <Notice icon="add" {...words.glossaryPage}>
      <a
        class="button"
        href={`/subscribe.html?address=${encodeURIComponent(url)}`}
        target="_blank"
        rel="noreferrer"
      >
        {words.subscribe}
      </a>
    </Notice>
  );
}
