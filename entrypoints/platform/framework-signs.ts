/**
 * Elements that show that a framework made a page, or is about to take it over, as a selector. It travels with the
 * visit: in the content script, every document would have to read it.
 */
export const FRAMEWORK_SIGNS = [
  '#__next,#__nuxt,#___gatsby,#root,#app,#react-root,#svelte,#__docusaurus,#q-app',
  '[data-reactroot],[data-reactid],[data-react-helmet],[data-hk],[data-server-rendered],[data-v-app],[data-ssr]',
  '[data-n-head],[data-astro-cid],[data-sveltekit-preload-data],[data-svelte-h],[ng-version],[ng-server-context]',
  '[ng-app],[data-ng-app],[ng-controller],[q\\:container],[x-data],[v-cloak],[data-controller],[data-turbo]',
  '[wire\\:id],[hx-get],[hx-boost],[data-livewire-id],astro-island,app-root,next-route-announcer,turbo-frame',
  'script[type="module"],link[rel="modulepreload"],script[type="qwik/json"],script[type="application/hydrate"]',
  'script[id="__NEXT_DATA__"],script[id="__NUXT_DATA__"],script[id="ng-state"]',
  // A page that marks words itself counts its marks, or takes them all away.
  'mark:not([data-glossator])',
].join(',');
