/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import type { Paper } from '../paper.ts';
import { Paperboy } from './react.tsx';

export const render = (paper: Paper): string => renderToString(<Paperboy paper={paper} hold={() => {}} />);
