import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build, type InlineConfig, type PluginOption } from 'vite';
import solid from 'vite-plugin-solid';
import { ROOT } from '../launch/open-browser.ts';
import type { Paper } from './paper.ts';

/** Who draws the twin apps. */
export const FRAMEWORKS = ['react', 'preact', 'vue', 'svelte', 'solid', 'lit', 'angular', 'plain'] as const;
export type Framework = (typeof FRAMEWORKS)[number];
export type Served = Exclude<Framework, 'plain'>;

/** The part of an app that a server runs. */
export interface ServerPart {
  head?(): string;
  render(paper: Paper, part?: string): string | Promise<string>;
}

const APPS = join(ROOT, 'tests/browser/twins/apps');
const EXTENSIONS: Partial<Record<Framework, string>> = { react: 'tsx', preact: 'tsx', solid: 'tsx' };
const source = (framework: Framework, part: 'page' | 'server'): string =>
  join(APPS, `${framework}.${part}.${EXTENSIONS[framework] ?? 'ts'}`);

/** The plugins as each framework's own templates for Vite set them, without hot replacement. */
function plugins(framework: Framework): PluginOption[] {
  if (framework === 'vue') return [vue()];
  if (framework === 'svelte') return [svelte({ configFile: false })];
  if (framework === 'solid') return [solid({ ssr: true, hot: false })];
  return [];
}

function config(framework?: Framework): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    // The frameworks' development builds complain the most.
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: framework === undefined ? [] : plugins(framework),
  };
}

/** A framework's app as one script for a page. */
export function pageScript(framework: Framework): Promise<string> {
  return bundle(source(framework, 'page'), config(framework));
}

/** The editors as one script for a page, and their style sheet. */
export async function editorsScript(): Promise<{ readonly code: string; readonly style: string }> {
  const output = await outputOf(join(APPS, 'editors.page.ts'), config());
  const style = output.map(({ fileName, source = '' }) => (fileName.endsWith('.css') ? source : ''));
  return { code: output[0]?.code ?? '', style: style.join('\n') };
}

async function bundle(entry: string, common: InlineConfig): Promise<string> {
  const [made] = await outputOf(entry, common);
  if (made?.code === undefined) throw new Error(`${entry} was not built.`);
  return made.code;
}

/** What is used of a file that Vite made. */
interface Made {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

async function outputOf(entry: string, common: InlineConfig): Promise<readonly Made[]> {
  const built = await build({
    ...common,
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'twin' } },
  });
  const [one] = Array.isArray(built) ? built : [built];
  return one !== undefined && 'output' in one ? one.output : [];
}

/** A framework's app for a server, loaded. */
export async function serverPart(framework: Served): Promise<ServerPart> {
  const outDir = join(ROOT, 'node_modules/.cache/glossator-twins', framework);
  await build({
    ...config(framework),
    build: {
      ssr: source(framework, 'server'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'server.mjs' } },
    },
  });
  return import(pathToFileURL(join(outDir, 'server.mjs')).href);
}
