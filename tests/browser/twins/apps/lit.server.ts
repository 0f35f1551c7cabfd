import { render as renderLit } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Paper } from '../paper.ts';
import { stories } from './lit.ts';

export const render = (paper: Paper): Promise<string> => collectResult(renderLit(stories(paper)));
