import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const inBrowser = (name: 'chromium' | 'firefox') => ({
  test: {
    name,
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/launch/build-once.ts'],
    environment: 'node' as const,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { GLOSSATOR_BROWSER: name },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/platform/**', 'tests/background/**'],
          environment: 'node',
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'platform',
          include: ['tests/{platform,background}/**/*.test.ts'],
          environment: 'node',
        },
      },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
});
