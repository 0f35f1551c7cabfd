import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from './find-browser.ts';
import { launchFirefox } from './launch-firefox.ts';

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '../../..');

/** The add-on id of the manifest, and the origin that Firefox is told to give it. */
export const FIREFOX_ID = 'glossator@glossator.example';
const FIREFOX_UUID = '6f7b2c1e-0a4d-4c7e-9b1a-5d3f8e2a7c90';

export interface OpenBrowser {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Origin of the extension's own pages, without a slash at the end. */
  readonly origin: string;
  readonly extensionId: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly headless: boolean;
  readonly width?: number;
  readonly height?: number;
  /** What the browser's process is told besides what this one was. */
  readonly env?: Readonly<Record<string, string>>;
  /** Preferences of Firefox. */
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** The extension: a folder in the repository, or elsewhere by its whole path; the usual one is what was built last. */
  readonly folder?: string;
}

/** Starts a browser with the built extension in it, on a fresh profile. */
export async function openBrowser(kind: BrowserKind, options: OpenOptions): Promise<OpenBrowser> {
  return kind === 'chromium' ? openChromium(options) : openFirefox(options);
}

/** Installs the built extension; the page that greets a new reader is closed, lest it stand before the others. */
export async function install(browser: Browser, folder: string): Promise<string> {
  const before = new Set(browser.targets());
  const extensionId = await browser.installExtension(resolve(ROOT, folder));
  // Firefox does not tell the address of an extension's own tab: it is the one that was not there.
  const welcome = await browser.waitForTarget((target) => target.type() === 'page' && !before.has(target));
  const page = await welcome.page();
  await page?.close();
  return extensionId;
}

async function openChromium(options: OpenOptions): Promise<OpenBrowser> {
  const { headless, width = 1200, height = 900, env = {} } = options;
  const profile = mkdtempSync(join(tmpdir(), 'glossator-chromium-'));
  const browser = await launch({
    browser: 'chrome',
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    env: { ...process.env, ...env },
    defaultViewport: headless ? { width, height } : null,
    args: [
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      // Without these, a page in a tab that is not in front is throttled: tests with two tabs would wait.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : [`--window-size=${width},${height}`]),
    ],
  });
  const extensionId = await install(browser, options.folder ?? '.output/chrome-mv3');
  return {
    kind: 'chromium',
    browser,
    extensionId,
    origin: `chrome-extension://${extensionId}`,
    close: () => closeAndForget(browser, profile),
  };
}

async function openFirefox(options: OpenOptions): Promise<OpenBrowser> {
  const { headless, width = 1200, height = 900, env = {}, prefs = {} } = options;
  const browser = await launchFirefox({
    headless,
    env: { ...process.env, ...env },
    defaultViewport: headless ? { width, height } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.aboutwelcome.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...prefs,
    },
  });
  const extensionId = await install(browser, options.folder ?? '.output/firefox-mv3');
  return {
    kind: 'firefox',
    browser,
    extensionId,
    origin: `moz-extension://${FIREFOX_UUID}`,
    close: () => browser.close(),
  };
}

async function closeAndForget(browser: Browser, profile: string): Promise<void> {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
