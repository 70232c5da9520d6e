import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type ServerOptions, startServer } from '../../apps/server/main.ts';
import { openTemporaryFolder } from '../../platform/db/testing/folder.ts';
import { signIn } from '../server/sign-in.ts';
import * as tools from '../tools.ts';
import { builtPages } from './built-pages.ts';
import { peopledFolder } from './peopled.ts';
import { watchTraffic } from './settled.ts';

/** Why the journeys cannot run on this machine; null when they can. */
export const cannotRun: string | null = tools.chromium().path === null ? tools.chromium().missing : null;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Stage {
  /** Where the server is. */
  readonly address: string;
  /** Somebody at a new browser window, nothing remembered: a chain office unless named, null for nobody. */
  visitor(options?: BrowserContextOptions, login?: string | null): Promise<Page>;
  close(): Promise<void>;
}

/** The office that may do everything with plans of the city. */
const office = 'lj-office';

/**
 * The real server with the invented city's people and no documents (unless it is started otherwise), the pages as they are
 * built, and a real browser.
 */
export async function openStage(start: ServerOptions = { demo: 'people' }): Promise<Stage> {
  await builtPages();
  const folder = openTemporaryFolder('journey');
  const dataDir = join(folder, 'data');
  if (start.demo === 'people') await peopledFolder(dataDir);
  const server = await startServer({ port: 0, dataDir, say: () => undefined, ...start });
  const browser: Browser = await chromium.launch({ executablePath: tools.chromium().path ?? '', args: flags });
  const contexts: BrowserContext[] = [];
  return {
    address: server.address,
    async visitor(options = {}, login = office) {
      const context = await browser.newContext({
        baseURL: server.address,
        locale: 'zh-CN',
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      context.setDefaultTimeout(25_000);
      contexts.push(context);
      if (login !== null) await comeIn(context, server.address, dataDir, login);
      const page = await context.newPage();
      watchTraffic(page);
      forbidFaults(page, server.address);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts the session's cookie where the login page would. */
async function comeIn(context: BrowserContext, address: string, dataDir: string, login: string): Promise<void> {
  const { cookie } = await signIn(address, dataDir, login);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
}

const faults = new WeakMap<Page, string[]>();

/** What went wrong on a page so far: errors of its code, refused styles and scripts, requests to other hosts. */
export const faultsOn = (page: Page): readonly string[] => faults.get(page) ?? [];

function forbidFaults(page: Page, address: string): void {
  const found: string[] = [];
  faults.set(page, found);
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => {
    // A refusal (4xx) is a line in the console too; it is the answer that was asked for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(?:https?|wss?):/.test(url) && !url.startsWith(address)) found.push(`asks another host: ${url}`);
  });
}
