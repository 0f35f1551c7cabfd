/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import type { Paper } from '../paper.ts';
import { Paperboy } from './preact.tsx';

export const render = (paper: Paper): string => renderToString(<Paperboy paper={paper} hold={() => {}} />);
