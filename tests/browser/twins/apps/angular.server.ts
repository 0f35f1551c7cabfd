import '@angular/compiler';
import {
  type BootstrapContext,
  bootstrapApplication,
  provideClientHydration,
} from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import type { Paper } from '../paper.ts';
import { current, Paperboy, providers } from './angular.ts';

// Angular's own builds set this; without it, it looks for a window.
Object.assign(globalThis, { ngServerMode: true });

const PAGE = '<!doctype html><html><head></head><body><app-root></app-root></body></html>';

export async function render(paper: Paper): Promise<string> {
  current.set(paper);
  const all = [...providers, provideClientHydration(), provideServerRendering()];
  const start = (context: BootstrapContext) => bootstrapApplication(Paperboy, { providers: all }, context);
  const page = await renderApplication(start, { document: PAGE, url: '/' });
  return /<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1] ?? '';
}
