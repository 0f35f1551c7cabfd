import { flushSync, hydrate, mount } from 'svelte';
import { offer } from '../twin.ts';
import { Current } from './svelte.state.svelte.ts';
import Paperboy from './svelte.svelte';

offer((target, paper, onServers) => {
  const current = new Current();
  current.paper = paper;
  (onServers ? hydrate : mount)(Paperboy, { target, props: { current } });
  flushSync();
  return (next) => {
    current.paper = next;
    flushSync();
  };
});
