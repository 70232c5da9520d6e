import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { guard } from '../../platform/http/safety.ts';
import * as tools from '../tools.ts';

/** Why the charts cannot be opened on this machine; null when they can. */
export const cannotRun: string | null = tools.chromium().path === null ? tools.chromium().missing : null;

export interface ChartStage {
  /** The page with the charts, under the safety headers of the server; errors of page and console go to `faults`. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  readonly faults: string[];
  close(): Promise<void>;
}

/** Every chart on a page of its own in a real browser. */
export async function openChartStage(): Promise<ChartStage> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-charts-'));
  // In a process of its own: libraries built under a test runner's NODE_ENV behave otherwise than for users.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'build-page.ts'), folder], { env });
  const app = fastify();
  guard(app, { onlyThisMachine: true, publicUrl: null });
  await app.register(fastifyStatic, { root: folder });
  const baseURL = await app.listen({ port: 0, host: '127.0.0.1' });
  const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: tools.chromium().path ?? '', args: flags });
  const faults: string[] = [];
  return {
    faults,
    async visitor(options = {}) {
      const context = await browser.newContext({
        ...{ baseURL, locale: 'zh-CN', viewport: { width: 1440, height: 900 } },
        ...options,
      });
      context.setDefaultTimeout(25_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load')) faults.push(message.text());
      });
      await page.goto('/');
      await page.getByRole('figure').first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
