import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,platform,apps,scripts,eval,bench}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['tests/setup.ts', 'platform/db/testing/global-setup.ts'],
    // Generous, because the whole suite also runs on two busy cores; no test measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
