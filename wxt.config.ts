import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import sharp from 'sharp';
import type { InlineConfig, Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { lookSheet, readersSheet } from './entrypoints/platform/look-sheet.ts';
import { USUAL_PAGE_SETTINGS } from './entrypoints/platform/page-settings.ts';
import { smaller, smallest } from './wxt.smaller.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The built-in glossaries in the order in which they stand on a new shelf. */
const PACKS = ['north-korea', 'world-affairs'];
const packFile = (pack: string) => here(`glossary/packs/${pack}.json`);
const revision = (pack: string) =>
  createHash('sha256')
    .update(readFileSync(packFile(pack)))
    .digest('hex')
    .slice(0, 24);

/** The icon of a tab where Glossator is off, beside the usual one that auto-icons makes. */
const ICON_SIZES = [16, 32, 48, 128];
const offIcon = (size: number) => `icons/off-${size}.png`;
async function drawOffIcons(folder: string): Promise<void> {
  await mkdir(join(folder, 'icons'), { recursive: true });
  const draw = (size: number) => sharp(here('assets/icon-off.svg')).resize(size).png();
  await Promise.all(ICON_SIZES.map((size) => draw(size).toFile(join(folder, offIcon(size)))));
}

/** What an organisation can lay down, for Chromium; Firefox asks for no schema and complains about the key. */
const POLICY_SCHEMA = 'policy-schema.json';

const LOOPBACK = ['http://localhost', 'http://127.0.0.1'];

/**
 * What the extension's own pages and its background may do. `connect-src` holds for every hop of a redirect:
 * a subscription never leads over plain HTTP, except on this machine.
 */
function policyOf(command: 'build' | 'serve'): string {
  const connections = ["'self'", 'https:', ...LOOPBACK.map((origin) => `${origin}:*`)];
  const reload = command === 'serve' ? ['ws://localhost:*'] : [];
  const connect = [...connections, ...reload].join(' ');
  return `script-src 'self'; object-src 'self'; connect-src ${connect}`;
}

/** The script that starts plugins of WXT, which we have none of, would be one more file to wait for. */
const withoutPlugins: Plugin = {
  name: 'glossator:without-plugins',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace(/<script[^>]*virtual:wxt-html-plugins[^>]*><\/script>/, ''),
  },
};

/** As a module: else all that the browser has is made ready to be copied, each time that the background starts. */
const asModule: Plugin = {
  name: 'glossator:as-module',
  transform: (code, id) =>
    id.endsWith('/browser-polyfill.js')
      ? `const module = { exports: {} }, { exports } = module;\n${code}\nexport default module.exports;`
      : undefined,
};

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** The file of all that the popup starts, and of what other pages share with it; what only they share is not in it. */
function startedByPopup(id: string, modules: Modules): string | undefined {
  const importers = new Set([id]);
  for (const one of importers)
    for (const importer of modules.getModuleInfo(one)?.importers ?? []) importers.add(importer);
  return importers.has(here('entrypoints/popup/start.tsx')) ? 'popup-started' : undefined;
}

/** What the popup starts is one file: each more is one more to wait for. But what it starts with is its own. */
function openAtOnce(config: InlineConfig): void {
  const test = /^(?!.*preload-helper).*\.m?[jt]sx?$/;
  const started = { name: startedByPopup, debugName: 'started', priority: 1, test };
  const others = { name: 'settings', minShareCount: 2, test };
  const output = config.build?.rollupOptions?.output;
  if (output === undefined || Array.isArray(output)) throw new Error('The pages are built in another way.');
  output.codeSplitting = { groups: [started, others] };
  config.plugins = [...(config.plugins ?? []), withoutPlugins];
  config.build = { ...config.build, modulePreload: { polyfill: false } };
}

/** The usual look of terms, there before a page is styled: later it would have to be styled twice. */
const LOOK = 'content-scripts/look.css';

/**
 * In Chromium an element's highlights are those of its parent, so the root's are enough. In Firefox they are not yet;
 * there the sheet is the reader's, for shadow roots too, and the browser takes it away when the add-on goes.
 */
const usualLook = (browser: string) =>
  browser === 'firefox' ? readersSheet() : lookSheet(USUAL_PAGE_SETTINGS, 'html');

/** Firefox adds sheets when scripts are, unless they come alone: after the page is styled that is dear. */
function addLook(browser: string, manifest: { content_scripts?: object[] | undefined }): void {
  const scripts = manifest.content_scripts ?? [];
  const css = [LOOK];
  if (browser !== 'firefox') for (const script of scripts) Object.assign(script, { css });
  else
    manifest.content_scripts = scripts.flatMap((script) => [
      { ...script, js: undefined, css, css_origin: 'user', run_at: 'document_start' },
      script,
    ]);
}

export default defineConfig({
  imports: false,
  entrypointsDir: 'entrypoints',
  outDir: '.output',
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: here('assets/icon.svg') },
  vite: () => ({
    plugins: [preact(), asModule],
    build: { cssTarget: ['chrome140', 'firefox140'] },
    define: { __PACKS__: JSON.stringify(Object.fromEntries(PACKS.map((pack) => [pack, revision(pack)]))) },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'content-script'))
        config.plugins = [...(config.plugins ?? []), smaller, smallest];
      if (entrypoints.some(({ type }) => type === 'popup')) openAtOnce(config);
    },
    // As files and not as modules: the background reads them only when they are new.
    'build:publicAssets': ({ config }, files) => {
      files.push({ contents: usualLook(config.browser), relativeDest: LOOK });
      for (const pack of PACKS)
        files.push({ absoluteSrc: packFile(pack), relativeDest: `packs/${pack}.json` });
      files.push({ absoluteSrc: here('assets/policy/schema.json'), relativeDest: POLICY_SCHEMA });
    },
    'build:manifestGenerated': ({ config }, manifest) => addLook(config.browser, manifest),
    'build:done': async ({ config }, { publicAssets }) => {
      await drawOffIcons(config.outDir);
      publicAssets.push(...ICON_SIZES.map((size) => ({ type: 'asset' as const, fileName: offIcon(size) })));
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(...ICON_SIZES.map(offIcon));
    },
  },
  manifest: ({ browser, command }) => ({
    name: 'Glossator',
    description: 'Explains what you read where you read it: rest on a term, see what it means here.',
    permissions: ['alarms', 'storage', 'unlimitedStorage', 'activeTab', 'contextMenus'],
    // For subscriptions, each asked for when it is made. Files on this machine: for authors, to try theirs.
    optional_host_permissions: ['https://*/*', ...LOOPBACK.map((origin) => `${origin}/*`)],
    // A link is confirmed on that page. Firefox knows the key; Chromium does from 146 on, behind a switch.
    protocol_handlers: [
      { protocol: 'web+glossator', name: 'Glossator', uriTemplate: '/subscribe.html?address=%s' },
    ],
    content_security_policy: { extension_pages: policyOf(command) },
    action: { default_title: 'Glossator' },
    omnibox: { keyword: 'gloss' },
    commands: {
      'next-term': { description: 'Next term on the page', suggested_key: { default: 'Alt+Period' } },
      'previous-term': {
        description: 'Previous term on the page',
        suggested_key: { default: 'Alt+Comma' },
      },
      'look-up': { description: 'Look up the selection', suggested_key: { default: 'Alt+Shift+L' } },
      'toggle-site': { description: 'Turn this site on or off' },
    },
    ...(browser !== 'firefox' && { storage: { managed_schema: POLICY_SCHEMA } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'glossator@glossator.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
