import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { Paper } from '../paper.ts';
import Paperboy from './vue.vue';

export const render = (paper: Paper): Promise<string> =>
  renderToString(createSSRApp({ render: () => h(Paperboy, { paper }) }));
