import { describe, expect, test } from 'vitest';
import type { Remark } from '../../entrypoints/platform/messages.ts';
import {
  type PageState,
  pageState,
  remarksOf,
  siteFacts,
  termGroups,
} from '../../entrypoints/popup/page-state.ts';
import { type PageView, UNKNOWN_PAGE } from '../../entrypoints/popup/source.ts';

const URL = 'https://news.example.com/a/b';
const view = (parts: Partial<PageView> = {}): PageView => ({
  ...UNKNOWN_PAGE,
  url: URL,
  script: 'answers',
  ...parts,
});
const term = (ref: string, count: number, glossary = 'One') => ({
  ref,
  term: ref.toUpperCase(),
  glossary,
  count,
});
const frame = (frameId: number, terms: ReturnType<typeof term>[], remarks: Remark[] = []) => ({
  frameId,
  terms,
  remarks,
});
const resting = (why: 'paused' | 'secrets' | 'off', frameId = 0) => ({ ...frame(frameId, []), resting: why });
const some = [frame(0, [term('g/a', 1)])];
const late = [frame(3, [term('g/a', 1)])];
const offHere = { mode: 'except', rules: [{ pattern: 'example.com', on: false }] } as const;

describe('what the popup says about a page', () => {
  test.each<[string, PageView, PageState]>([
    ['before anything is known', UNKNOWN_PAGE, 'loading'],
    ['while the script is asked', view({ script: 'asking' }), 'loading'],
    ['while the page loads and nobody answers yet', view({ script: 'absent', loading: true }), 'loading'],
    ['while the page loads and has no terms yet', view({ loading: true }), 'loading'],
    ['with terms', view({ frames: some }), 'terms'],
    ['with terms, before the script has answered', view({ frames: some, script: 'asking' }), 'terms'],
    ['with frames that have none', view({ frames: [frame(0, []), frame(3, [])] }), 'no-terms'],
    ['with terms in a frame only', view({ frames: [frame(0, []), frame(3, [term('g/a', 1)])] }), 'terms'],
    ['on a site that is off', view({ sites: offHere, frames: some }), 'site-off'],
    ['on a site that is not on', view({ sites: { mode: 'only', rules: [] } }), 'site-off'],
    ['with the master switch off', view({ everywhere: false, sites: offHere }), 'everywhere-off'],
    ['where secrets are typed', view({ frames: [resting('secrets')] }), 'quiet'],
    ['where secrets are typed in a frame', view({ frames: [...some, resting('secrets', 3)] }), 'terms'],
    ['once it is paused', view({ frames: [resting('paused')] }), 'paused'],
    ['that is paused, with a frame that is late', view({ frames: [resting('paused'), ...late] }), 'paused'],
    ['that was off a moment ago', view({ frames: [resting('off')] }), 'no-terms'],
    ['on the browser’s own page', view({ url: 'chrome://settings', script: 'absent' }), 'closed'],
    ['on an empty tab', view({ url: 'about:blank', script: 'absent' }), 'closed'],
    ['on a page the browser does not name', view({ url: undefined, script: 'absent' }), 'closed'],
    ['on a closed page with the switch off', view({ url: 'about:addons', everywhere: false }), 'closed'],
    [
      'in Chrome’s shop',
      view({ url: 'https://chromewebstore.google.com/detail/x', script: 'absent' }),
      'closed',
    ],
    [
      'in Firefox’s shop',
      view({ url: 'https://addons.mozilla.org/en-US/firefox/', script: 'absent' }),
      'closed',
    ],
    [
      'on a page that only sounds like a shop',
      view({ url: 'https://addons.mozilla.org.example.com/' }),
      'no-terms',
    ],
    ['in the PDF viewer', view({ url: 'https://example.com/a.PDF?x=1', script: 'absent' }), 'pdf'],
    ['in a file that is closed to us', view({ url: 'file:///a.html', script: 'absent' }), 'files-closed'],
    ['in a file', view({ url: 'file:///a.html' }), 'no-terms'],
    ['opened before the extension came', view({ script: 'absent' }), 'not-started'],
  ])('%s', (_, seen, state) => {
    expect(pageState(seen)).toBe(state);
  });
});

test.each([
  ['everywhere by default', view(), { possible: true, on: true, host: 'news.example.com', rule: undefined }],
  ['off by a rule for the site above', view({ sites: offHere }), { on: false, rule: 'example.com' }],
  [
    'its own rule goes without saying',
    view({ sites: { mode: 'except', rules: [{ pattern: 'news.example.com', on: false }] } }),
    { on: false, host: 'news.example.com', rule: undefined },
  ],
  [
    'a rule for some pages',
    view({ sites: { mode: 'only', rules: [{ pattern: 'news.example.com/a/*', on: true }] } }),
    { on: true, rule: 'news.example.com/a/*' },
  ],
  ['no site', view({ url: 'chrome://settings' }), { possible: false, on: false, host: undefined }],
  [
    'own files',
    view({ url: 'file:///a.html' }),
    { possible: true, on: true, host: 'file:', page: 'file:/a.html' },
  ],
  [
    'a rule for this very page',
    view({ sites: { mode: 'except', rules: [{ pattern: 'news.example.com/a/b', on: false }] } }),
    { on: false, rule: undefined, byPage: true, page: 'news.example.com/a/b' },
  ],
  ['a front page is its host', view({ url: 'https://x.com/' }), { host: 'x.com', page: undefined }],
])('the switch “On this site”: %s', (_, seen, facts) => {
  expect(siteFacts(seen)).toMatchObject(facts);
});

test('terms are counted over all frames and grouped in the order of first mention, without the hidden', () => {
  const frames = [
    frame(0, [term('g/b', 1), term('h/x', 2, 'Two'), term('g/a', 1)]),
    frame(7, [term('g/a', 3), term('g/hidden', 5), term('h/y', 1, 'Two')]),
  ];
  expect(termGroups(view({ frames, hidden: ['g/hidden'] }))).toEqual([
    {
      glossary: 'One',
      terms: [
        { ref: 'g/b', term: 'G/B', count: 1 },
        { ref: 'g/a', term: 'G/A', count: 4 },
      ],
    },
    {
      glossary: 'Two',
      terms: [
        { ref: 'h/x', term: 'H/X', count: 2 },
        { ref: 'h/y', term: 'H/Y', count: 1 },
      ],
    },
  ]);
});

test('what frames remark is said once', () => {
  expect(
    remarksOf(view({ frames: [frame(0, [], ['long', 'deep']), frame(1, [], ['deep', 'masked'])] })),
  ).toEqual(['long', 'deep', 'masked']);
});
