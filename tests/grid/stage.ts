import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import * as tools from '../tools.ts';
import { type GridServer, startGridServer } from './server.ts';

/** Why the grid cannot be opened on this machine; null when it can. */
export const cannotRun: string | null = tools.chromium().path === null ? tools.chromium().missing : null;

export interface GridStage {
  readonly server: GridServer;
  /** A new browser window, nothing remembered. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** The entry grid on a page of its own in a real browser, with a server that keeps what is saved. */
export async function openGridStage(): Promise<GridStage> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-grid-'));
  // In a process of its own: libraries built under a test runner's NODE_ENV behave otherwise than for users.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'build-page.ts'), folder], { env });
  const server = await startGridServer(folder);
  const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser: Browser = await chromium.launch({ executablePath: tools.chromium().path ?? '', args: flags });
  return {
    server,
    async visitor(options = {}) {
      const context = await browser.newContext({
        ...{ baseURL: server.address, locale: 'zh-CN', viewport: { width: 1440, height: 900 } },
        ...{ permissions: ['clipboard-read', 'clipboard-write'], ...options },
      });
      context.setDefaultTimeout(25_000);
      return context.newPage();
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
