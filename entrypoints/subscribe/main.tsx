import '../../assets/pages.css';
import '../../assets/options.css';
import '../../assets/subscribe.css';
import { render } from 'preact';
import { nextCheck } from '../../glossary/subscriptions/schedule.ts';
import { callBackground } from '../platform/calls.ts';
import { askToRead } from '../platform/host-permission.ts';
import { openLibrary } from '../platform/library.ts';
import { shelf } from '../platform/settings.ts';
import { subscribe } from '../platform/subscriptions.ts';
import type { SubscribeSource } from './source.ts';
import { Subscribe } from './subscribe.tsx';

const library = openLibrary();
const source: SubscribeSource = {
  ask: askToRead,
  look: (url) => callBackground('look', url),
  async subscribe(url) {
    const next = nextCheck({ now: Date.now(), failures: 0, chance: Math.random() });
    const id = await subscribe(library, url, next);
    // One that was here before may have been switched off.
    await shelf.update((now) => ({ ...now, off: now.off.filter((one) => one !== id) }));
    await callBackground('arm');
  },
};
const asked = new URLSearchParams(location.search).get('address') ?? '';
const root = document.getElementById('app');
if (root !== null) render(<Subscribe source={source} asked={asked} />, root);
