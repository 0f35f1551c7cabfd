import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Popup</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="harness.css"></head>
<body><script src="harness.js"></script></body></html>`;

/** A page with a harness in it. */
export interface HarnessPage {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the harness into a page on disk. */
export async function openHarness(): Promise<HarnessPage> {
  const directory = await mkdtemp(join(tmpdir(), 'glossator-popup-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: directory,
      lib: {
        entry: fileURLToPath(new URL('harness.tsx', import.meta.url)),
        formats: ['iife'],
        name: 'harness',
        fileName: () => 'harness.js',
        cssFileName: 'harness',
      },
    },
  });
  await writeFile(join(directory, 'harness.html'), PAGE);
  return {
    address: pathToFileURL(join(directory, 'harness.html')).href,
    close: () => rm(directory, { recursive: true }),
  };
}
