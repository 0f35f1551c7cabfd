/** @jsxImportSource solid-js */
import { generateHydrationScript, renderToString } from 'solid-js/web';
import type { Paper } from '../paper.ts';
import { Paperboy } from './solid.tsx';

export const head = (): string => generateHydrationScript();
export const render = (paper: Paper, part?: string): string =>
  renderToString(() => <Paperboy paper={paper} />, part ? { renderId: part } : {});
