import { browser } from 'wxt/browser';

/** A command and the keys that set it off. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  /** Empty when no keys are set. */
  readonly keys: string;
}

/** The commands of the extension with their keys as they are now. */
export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    keys: shortcut,
  }));
}

/** Opens the browser's own page for keys. */
export async function openShortcutPage(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings !== undefined) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
