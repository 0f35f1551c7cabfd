import type { Remark } from '../platform/messages.ts';

/** Every word of the popup, in one place: a translation replaces this object. */
export const words = {
  /** BCP 47 tag of these words, and the direction in which they are written. */
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',

  search: 'Search the glossaries',
  clear: 'Clear the search',
  settings: 'Settings',
  results: 'Results',
  resultCount: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  nothingFound: (query: string) => `Nothing found for “${query}”`,
  didYouMean: 'Did you mean',
  nearMatch: 'near match',
  nearCount: (count: number) => (count === 1 ? '1 near match' : `${count} near matches`),
  nothingNear: 'None of your glossaries knows it.',
  add: (query: string) => `Add “${query}” as a term`,
  back: 'Back',
  gone: 'This term is no longer in your glossaries.',

  hide: 'Hide on pages',
  show: 'Show on pages again',

  onThisPage: 'On this page',
  termCount: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  next: 'Show the next place',
  explain: (term: string) => `Explain ${term}`,
  notThere: (term: string) => `“${term}” is not on the page any more.`,
  hidden: 'Hidden terms',
  unhide: (term: string) => `Show ${term} again`,
  unhideShort: 'Show again',
  moreHidden: (count: number) => `${count} more in the settings`,
  reading: 'Reading the page…',

  noTerms: { title: 'No terms here', text: 'Nothing on this page is in your glossaries.' },
  siteOff: {
    title: 'Off on this site',
    text: 'Its pages stay as they are. Turn it on below to see their terms at once.',
  },
  everywhereOff: {
    title: 'Off everywhere',
    text: 'No page is read until you turn Glossator on again below.',
  },
  quiet: {
    title: 'Quiet here',
    text: 'People type secrets on pages like this one, so it is not read until you say so.',
    act: 'Show terms for now',
    always: 'Always on this site',
  },
  pause: 'Pause',
  pauseNote: 'No terms on this page until you leave it',
  paused: {
    title: 'Paused on this page',
    text: 'Its terms come back when you leave it and return, or now.',
    act: 'Show terms again',
  },
  closed: {
    title: 'Not on this page',
    text: 'Browsers keep their own pages and their extension stores to themselves. The search works as ever.',
  },
  pdf: {
    title: 'Not in PDF files',
    text: 'The browser’s PDF viewer lets no extension in. The search works as ever.',
  },
  filesClosed: {
    title: 'No access to files',
    text: 'To read your own files here, allow Glossator access to file addresses on the browser’s extensions page.',
  },
  notStarted: {
    title: 'Not started on this page',
    text: 'It was open before Glossator came or was updated, or its author asks glossaries to stay away.',
    act: 'Reload the page',
  },

  remarks: {
    long: 'Some of this page is too long to be read for terms.',
    deep: 'Some of this page is nested too deeply to be read for terms.',
    masked: 'A form on this page cannot be looked into, so it is shown without terms.',
    undrawn: 'This page keeps removing our underlines, so it is shown without them.',
    unread: 'Something on this page keeps it from being read, so it is shown without terms.',
  } satisfies Record<Remark, string>,

  glossaryPage: {
    title: 'This is a glossary',
    text: 'Its terms can be explained on every page, and kept up to date. You see what is in it first.',
  },
  subscribe: 'Subscribe…',

  thisSite: 'This site',
  onThisSite: 'On this site',
  everywhere: 'Everywhere',
  scope: 'What the switch turns on and off',
  covers: (host: string) => `All of ${host}`,
  pageOnly: 'Only this page',
  files: 'Your own files',
  byRule: (rule: string) => `Decided by your rule ${rule}`,
  managed: 'Decided by your organisation',
  noSite: 'Not possible on this page',
  mode: 'Where Glossator is on',
  everySite: 'Every site',
  exceptSites: (count: number) => (count === 1 ? 'Every site except one' : `Every site except ${count}`),
  onlySites: (count: number) =>
    count === 1 ? 'Only on the one site you turned on' : `Only on the ${count} sites you turned on`,
  noSites: 'Only on sites you turn on, none so far',
  nowhere: 'No page is read',

  trouble: 'Something went wrong',
  dismiss: 'Dismiss',
  complaints: (count: number) =>
    count === 1 ? 'A problem with your glossaries' : `${count} problems with your glossaries`,
  goOn: 'Everything else goes on working, and nothing is lost.',
  noAnswer: 'Glossator does not answer',
};
