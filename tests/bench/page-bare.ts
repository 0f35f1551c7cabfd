import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ground, openGround } from '../browser/launch/ground.ts';
import { ROOT } from '../browser/launch/open-browser.ts';

/** The built extension with the barest script (`bare-script.js`) in the place of ours, in Chromium. */
export async function openBareGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-bare-'));
  cpSync(join(ROOT, '.output/chrome-mv3'), folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'bare-script.js'), join(folder, 'content-scripts/content.js'));
  const ground = await openGround('chromium', { folder });
  return {
    ...ground,
    async close() {
      await ground.close();
      rmSync(folder, { recursive: true });
    },
  };
}
