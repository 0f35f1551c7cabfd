import { render as renderSvelte } from 'svelte/server';
import type { Paper } from '../paper.ts';
import Paperboy from './svelte.svelte';

export const render = (paper: Paper): string =>
  renderSvelte(Paperboy, { props: { current: { paper } } }).body;
