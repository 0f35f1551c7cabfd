import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import { offer } from '../twin.ts';
import { stories, TwinNote } from './lit.ts';

offer(async (root, paper, onServers) => {
  if (onServers) hydrate(stories(paper), root);
  const draw = (next: typeof paper): Promise<unknown> => {
    render(stories(next), root);
    const notes = [...root.querySelectorAll('twin-note')].filter((note) => note instanceof TwinNote);
    return Promise.all(notes.map((note) => note.updateComplete));
  };
  await draw(paper);
  return draw;
});
