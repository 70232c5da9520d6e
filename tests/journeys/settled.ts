import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

interface Traffic {
  /** Asked for and not answered yet. */
  readonly open: Set<Request>;
  /** How many were ever asked for. */
  begun: number;
  /** The page that is being gone to, until it is there. */
  coming: Request | null;
}

const traffic = new WeakMap<Page, Traffic>();
const PATIENCE_MS = 25_000;
/** What a page is drawn from; of the icon beside its address nobody hears when it is given up. */
const drawnFrom: ReadonlySet<string> = new Set(['document', 'script', 'stylesheet', 'fetch', 'xhr']);

/** Notes from now on what a page asks for and when it has got it. */
export function watchTraffic(page: Page): void {
  const seen: Traffic = { open: new Set(), begun: 0, coming: null };
  traffic.set(page, seen);
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      seen.open.clear();
      seen.coming = request;
    }
    if (!drawnFrom.has(request.resourceType())) return;
    seen.begun += 1;
    seen.open.add(request);
  });
  // What the page before it asked for, until its last moment, comes to no end.
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || seen.coming === null) return;
    for (const request of seen.open) if (request !== seen.coming) seen.open.delete(request);
    seen.coming = null;
  });
  const ended = (request: Request) => void seen.open.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', (request) => {
    ended(request);
    // It is saved as a file: the page that was there stays.
    if (request === seen.coming) seen.coming = null;
  });
}

/**
 * Waits until a page has drawn all that it asked for: every request is answered, nothing is left to draw, and what was drawn
 * asked for nothing more. A page whose traffic is not watched is waited for until it has nothing left to draw.
 */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page) ?? { open: new Set(), begun: 0, coming: null };
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { begun } = seen;
    await nothingToDraw(page);
    if (seen.open.size === 0 && seen.begun === begun) return;
    if (performance.now() > until) {
      const asked = [...seen.open].map((request) => request.url());
      throw new Error(`${page.url()} does not come to rest: ${asked.join(', ') || 'it asks again and again'}`);
    }
  }
}

/** The same where a page says that it is still reading. */
export async function allRead(page: Page): Promise<void> {
  await settled(page);
  await expect.poll(() => page.locator('.jw-waiting').count(), { timeout: 20_000, message: 'read' }).toBe(0);
  await settled(page);
}

interface Scheduler {
  postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
}

/** Behind all that waits to be done; twice, since an answer is handed on and drawn a moment after it has come. */
const nothingToDraw = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { scheduler } = window as unknown as { scheduler: Scheduler };
    const behindAll = () => scheduler.postTask(() => undefined, { priority: 'background' });
    await behindAll();
    await new Promise((done) => {
      requestAnimationFrame(done);
    });
    await behindAll();
  });
