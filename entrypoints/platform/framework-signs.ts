/**
 * Signs that a framework made a page, or is about to take it over. They travel with the visit: in the content script,
 * every document would have to read them. Regular expressions by their source, since messages hold none.
 */
export interface FrameworkSigns {
  /** A selector. */
  readonly elements: string;
  /** In scripts, whatever their case. */
  readonly scripts: string;
  /** Words of scripts that look at a document node by node, keep its texts, or take its markup away with them. */
  readonly nodeWords: string;
  /** In addresses of scripts, whatever their case. */
  readonly sources: string;
}

/** What Glossator knows of frameworks. */
export const FRAMEWORK_SIGNS: FrameworkSigns = {
  elements: [
    '#__next,#__nuxt,#___gatsby,#root,#app,#react-root,#svelte,#__docusaurus,#q-app',
    '[data-reactroot],[data-reactid],[data-react-helmet],[data-hk],[data-server-rendered],[data-v-app],[data-ssr]',
    '[data-n-head],[data-astro-cid],[data-sveltekit-preload-data],[data-svelte-h],[ng-version],[ng-server-context]',
    '[ng-app],[data-ng-app],[ng-controller],[q\\:container],[x-data],[v-cloak],[data-controller],[data-turbo]',
    '[wire\\:id],[hx-get],[hx-boost],[data-livewire-id],astro-island,app-root,next-route-announcer,turbo-frame',
    'script[type="module"],link[rel="modulepreload"],script[type="qwik/json"],script[type="application/hydrate"]',
    'script[id="__NEXT_DATA__"],script[id="__NUXT_DATA__"],script[id="ng-state"]',
    // A page that marks words itself counts its marks, or takes them all away.
    'mark:not([data-glossator])',
  ].join(','),
  scripts:
    /__next_f|__NUXT__|__remixContext|__reactRouterContext|__sveltekit|_\$HY|hydrat|createRoot|createApp|bootstrapApplication|customElements\.define/
      .source,
  nodeWords:
    /\b(evaluate|create(TextNode|NodeIterator|TreeWalker|Range)|(append|insert|delete|replace|substring)Data|childNodes|children|childElementCount|(first|last)(Element)?Child|(next|previous)(Element)?Sibling|nodeValue|splitText|normalize|cloneNode|MutationObserver|innerHTML|outerHTML|XMLSerializer)\b/
      .source,
  sources:
    /react|preact|vue|angular|svelte|solid|lit-|\bnext\b|nuxt|gatsby|ember|hydrat|bundle|chunk|vendor|runtime/
      .source,
};
