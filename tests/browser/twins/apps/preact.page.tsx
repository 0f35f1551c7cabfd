/** @jsxImportSource preact */
import { hydrate, render } from 'preact';
import type { Paper } from '../paper.ts';
import { offer } from '../twin.ts';
import { Paperboy } from './preact.tsx';

offer((root, paper, onServers) => {
  let set: ((paper: Paper) => void) | undefined;
  const hold = (setter: typeof set): void => {
    set = setter;
  };
  (onServers ? hydrate : render)(<Paperboy paper={paper} hold={hold} />, root);
  return (next) => {
    set?.(next);
    // Preact draws in a microtask of its own, which is queued by now.
    return Promise.resolve().then(() => undefined);
  };
});
