import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const browserTests = {
  include: ['tests/browser/**/*.test.ts'],
  environment: 'node',
  fileParallelism: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/platform/**', 'tests/bench/**'],
          environment: 'node',
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'platform', include: ['tests/platform/**/*.test.ts'], environment: 'node' },
      },
      { test: { ...browserTests, name: 'chromium', env: { GLOSSATOR_BROWSER: 'chromium' } } },
      { test: { ...browserTests, name: 'firefox', env: { GLOSSATOR_BROWSER: 'firefox' } } },
    ],
  },
});
