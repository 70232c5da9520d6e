import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

interface Traffic {
  /** Asked for and not answered yet. */
  readonly open: Set<Request>;
  /** How many were ever asked for. */
  begun: number;
}

const traffic = new WeakMap<Page, Traffic>();
const PATIENCE_MS = 25_000;
/** What a page is drawn from; of the icon beside its address nobody hears when it is given up. */
const drawnFrom: ReadonlySet<string> = new Set(['document', 'script', 'stylesheet', 'fetch', 'xhr']);

/** Notes from now on what a page asks for and when it has got it. */
export function watchTraffic(page: Page): void {
  const seen: Traffic = { open: new Set(), begun: 0 };
  traffic.set(page, seen);
  page.on('request', (request) => {
    // What the page before it had still asked for comes to no end.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) seen.open.clear();
    if (!drawnFrom.has(request.resourceType())) return;
    seen.begun += 1;
    seen.open.add(request);
  });
  const ended = (request: Request) => void seen.open.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/**
 * Waits until a page has drawn all that it asked for: every request is answered, nothing is left to draw, and what was drawn
 * asked for nothing more. A page whose traffic is not watched is waited for until it has nothing left to draw.
 */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page) ?? { open: new Set(), begun: 0 };
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
