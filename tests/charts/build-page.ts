import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the page with the charts alone into the folder that is named; run as a process of its own (see stage.ts). */
await build({
  configFile: false,
  logLevel: 'error',
  root: join(import.meta.dirname, 'page'),
  plugins: [react()],
  build: {
    ...{ outDir: process.argv[2] ?? '', emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
    modulePreload: { polyfill: false },
  },
});
