import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

export type BrowserKind = 'chromium' | 'firefox';

interface Known {
  readonly variable: string;
  readonly places: readonly string[];
  readonly names: readonly string[];
  readonly debianPackage: string;
}

const KNOWN: Readonly<Record<BrowserKind, Known>> = {
  chromium: {
    variable: 'CHROME_PATH',
    // Branded Chrome is last: since version 137 it takes no unpacked extension from the command line.
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    debianPackage: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
  },
};

/**
 * Path of a browser on this machine; installs it with apt where it is missing and that is possible.
 * @throws Error that says what to install, or which variable to set.
 */
export function findBrowser(kind: BrowserKind): string {
  return present(kind) ?? installed(kind) ?? missing(kind);
}

function present(kind: BrowserKind): string | undefined {
  const { variable, places, names } = KNOWN[kind];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (!runs(named)) throw new Error(`${variable} is ${named}, which is not a program that can be run.`);
    return named;
  }
  return names.map(onPath).find((path) => path !== undefined) ?? places.find(runs);
}

function onPath(name: string): string | undefined {
  const which = process.platform === 'win32' ? 'where' : 'which';
  const { stdout, status } = spawnSync(which, [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]?.trim() || undefined : undefined;
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(kind: BrowserKind): string | undefined {
  if (onPath('apt-get') === undefined || process.getuid?.() !== 0) return undefined;
  const name = KNOWN[kind].debianPackage;
  console.log(`No ${kind} on this machine: installing Debian's package ${name} (apt-get install ${name}).`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    return undefined;
  }
  return present(kind);
}

function missing(kind: BrowserKind): never {
  const { variable, debianPackage } = KNOWN[kind];
  throw new Error(
    `No ${kind} found. Install it (on Debian: apt-get install ${debianPackage}) or set ${variable} to its program.`,
  );
}
