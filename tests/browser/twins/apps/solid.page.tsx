/** @jsxImportSource solid-js */
import { createStore, reconcile } from 'solid-js/store';
import { hydrate, render } from 'solid-js/web';
import { offer } from '../twin.ts';
import { Paperboy } from './solid.tsx';

offer((root, paper, onServers) => {
  const [store, setStore] = createStore({ paper });
  const part = root.dataset.part;
  if (onServers) hydrate(() => <Paperboy paper={store.paper} />, root, part ? { renderId: part } : {});
  else render(() => <Paperboy paper={store.paper} />, root);
  // By key: the parts of a story that stay the same keep their nodes.
  return (next) => setStore('paper', reconcile([...next], { key: 'id' }));
});
