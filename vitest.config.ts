import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of pure code: nothing in them outlives a test, so that one worker can run all files. */
const PURE = ['src/**/domain/**/*.test.ts', 'src/kernel/**/*.test.ts'];

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['tests/setup.ts', 'platform/db/testing/global-setup.ts'],
    // Generous, because the whole suite also runs on two busy cores; no test measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than vitest would take: many tests wait for a browser, a database or another process.
    maxWorkers: Math.max(2, availableParallelism()),
    // Hints for tuning vitest itself; they would stand after the summary that CI reads.
    experimental: { diagnostics: false },
    projects: [
      { test: { name: 'domain', include: PURE, isolate: false } },
      {
        test: {
          name: 'house',
          include: ['{src,platform,apps,scripts,eval,bench}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: PURE,
        },
      },
    ],
  },
});
