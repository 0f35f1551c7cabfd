import { createApp, createSSRApp, h, nextTick, shallowRef } from 'vue';
import { offer } from '../twin.ts';
import Paperboy from './vue.vue';

offer((root, paper, onServers) => {
  const current = shallowRef(paper);
  const view = { render: () => h(Paperboy, { paper: current.value }) };
  (onServers ? createSSRApp : createApp)(view).mount(root);
  return (next) => {
    current.value = next;
    return nextTick();
  };
});
