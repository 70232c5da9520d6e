import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Browsers, processes that are killed, programs over everything: what takes long. */
const LONG = [
  'tests/{journeys,grid,charts,crash}/**/*.test.ts',
  'tests/server/restart.test.ts',
  'tests/checks.test.ts',
  'platform/{db/embedded,files}/**/*.test.ts',
];
/** Tests of pure code. */
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
    // They run in the order of their names: what takes long first, so that the workers end together.
    projects: [
      { test: { name: 'apart', include: LONG } },
      // A worker runs one file after the other with the modules that are loaded: a file must leave nothing behind.
      { test: { name: 'domain', include: PURE, isolate: false } },
      {
        test: {
          name: 'house',
          include: ['{src,platform,apps,scripts,eval,bench}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: [...PURE, ...LONG, '**/node_modules/**', '**/dist/**'],
          isolate: false,
        },
      },
    ],
  },
});
