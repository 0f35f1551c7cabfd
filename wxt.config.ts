import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  entrypointsDir: 'entrypoints',
  outDir: '.output',
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: fileURLToPath(new URL('assets/icon.svg', import.meta.url)) },
  vite: () => ({ plugins: [preact()] }),
  manifest: {
    name: 'Glossator',
    description: 'Explains what you read where you read it: hover a term, see what it means here.',
    permissions: ['storage'],
  },
});
