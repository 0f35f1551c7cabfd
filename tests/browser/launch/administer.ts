import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from './find-browser.ts';
import { FIREFOX_ID, ROOT } from './open-browser.ts';

/** Where Chromium looks for policies. Firefox has a place in the reader's home as well. */
const POLICIES = '/etc/chromium/policies/managed';

/** Whoever lays down policies for the browsers of this machine. */
export interface Administrator {
  /** What the browser has to be started with. */
  readonly env: Readonly<Record<string, string>>;
  layDown(policy: object): void;
  /** Takes away what was laid down. */
  leave(): void;
}

/** Whether this machine lets us be its administrator. */
export function mayAdminister(kind: BrowserKind): boolean {
  if (kind === 'firefox') return true;
  try {
    mkdirSync(POLICIES, { recursive: true });
    accessSync(POLICIES, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function administer(kind: BrowserKind): Administrator {
  const home = mkdtempSync(join(tmpdir(), 'glossator-home-'));
  const chromiumFile = join(POLICIES, `glossator-${unpackedId()}.json`);
  return {
    env: { HOME: home },
    layDown(policy) {
      if (kind === 'firefox') layDownInHome(home, policy);
      else
        writeFileSync(
          chromiumFile,
          JSON.stringify({ '3rdparty': { extensions: { [unpackedId()]: policy } } }),
        );
    },
    leave() {
      rmSync(home, { recursive: true, force: true });
      rmSync(chromiumFile, { force: true });
    },
  };
}

/** Chromium names an unpacked extension after its folder. */
function unpackedId(): string {
  const hash = createHash('sha256').update(join(ROOT, '.output/chrome-mv3')).digest('hex');
  return [...hash.slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function layDownInHome(home: string, policy: object): void {
  const folder = join(home, '.mozilla/managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: FIREFOX_ID, description: 'Glossator', type: 'storage', data: policy };
  writeFileSync(join(folder, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
}
