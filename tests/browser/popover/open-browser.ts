import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../launch/find-browser.ts';
import { launchFirefox } from '../launch/launch-firefox.ts';

/** Which browser the tests run in. */
export const BROWSER = process.env.GLOSSATOR_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** A page of the test server. */
export interface TestPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser with the harness as content script, and a server for its pages. */
export interface TestBrowser {
  readonly browser: Browser;
  /** Puts a page on the server and returns its address. */
  serve(page: TestPage): string;
  close(): Promise<void>;
}

/** A finger is all there is: Firefox has no emulation for a page. */
const TOUCH_PREFS = {
  'dom.w3c_touch_events.enabled': 1,
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
};

/** Starts browser and server; takes a few seconds. `touch`: as on a telephone. */
export async function openBrowser({ touch = false } = {}): Promise<TestBrowser> {
  const [directory, server] = await Promise.all([buildHarness(), startServer()]);
  const browser = await launch(touch);
  await browser.installExtension(directory);
  return {
    browser,
    serve: server.serve,
    async close() {
      await browser.close();
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** The harness as an extension of its own, so that it runs where a content script runs. */
async function buildHarness(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'glossator-popover-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: directory,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('harness.ts', import.meta.url)),
        formats: ['iife'],
        name: 'harness',
        fileName: () => 'harness.js',
      },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: 'Popover harness',
    version: '1',
    content_scripts: [
      { matches: ['http://*/*'], js: ['harness.js'], run_at: 'document_end', all_frames: true },
    ],
    host_permissions: ['http://*/*'],
    browser_specific_settings: { gecko: { id: 'harness@glossator.test' } },
  };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return directory;
}

function launch(touch: boolean): Promise<Browser> {
  if (BROWSER === 'firefox') {
    return launchFirefox({ headless: true, extraPrefsFirefox: touch ? TOUCH_PREFS : {} });
  }
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: true,
    args: [
      ...['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

async function startServer() {
  const pages = new Map<string, TestPage>();
  const server = createServer((request, response) => answer(response, pages.get(request.url ?? '')));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    serve(page: TestPage) {
      const path = `/${pages.size}`;
      pages.set(path, page);
      return `http://127.0.0.1:${port}${path}`;
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

function answer(response: ServerResponse, page: TestPage | undefined): void {
  response.writeHead(page === undefined ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    connection: 'close',
    ...page?.headers,
  });
  response.end(page?.html ?? '');
}
