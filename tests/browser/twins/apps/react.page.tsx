/** @jsxImportSource react */
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Paper } from '../paper.ts';
import { offer } from '../twin.ts';
import { Paperboy } from './react.tsx';

offer((root, paper, onServers) => {
  let set: ((paper: Paper) => void) | undefined;
  const hold = (setter: typeof set): void => {
    set = setter;
  };
  const app = <Paperboy paper={paper} hold={hold} />;
  flushSync(() => {
    if (onServers) hydrateRoot(root, app);
    else createRoot(root).render(app);
  });
  return (next) => flushSync(() => set?.(next));
});
