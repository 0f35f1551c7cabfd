import '../../assets/pages.css';
import '../../assets/welcome.css';
import { render } from 'preact';
import { callBackground } from '../platform/calls.ts';
import { openShortcutPage, shortcuts } from '../platform/shortcuts.ts';
import { Welcome } from './welcome.tsx';
import { words } from './words.ts';

const { documentElement } = document;
documentElement.lang = words.language;
documentElement.dir = words.direction;

const source = {
  card: async (ref: string) => (await callBackground('card', ref)) ?? undefined,
  shortcuts,
  openShortcutPage,
};
render(<Welcome source={source} />, document.body);
