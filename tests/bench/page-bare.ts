import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ground, openGround } from '../browser/launch/ground.ts';
import { ROOT } from '../browser/launch/open-browser.ts';

/**
 * The built extension with the barest script (`bare-script.js`) in the place of ours, in Chromium; if so wanted, also
 * with the barest background (`bare-background.js`).
 */
export async function openBareGround(isBareBehind = false): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-bare-'));
  const take = (from: string, to: string) => cpSync(join(import.meta.dirname, from), join(folder, to));
  cpSync(join(ROOT, '.output/chrome-mv3'), folder, { recursive: true });
  take('bare-script.js', 'content-scripts/content.js');
  if (isBareBehind) take('bare-background.js', 'background.js');
  const ground = await openGround('chromium', { folder });
  return {
    ...ground,
    async close() {
      await ground.close();
      rmSync(folder, { recursive: true });
    },
  };
}
