import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from './settled.ts';

/** The small form: it is sent to a page and read there before every check. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run: typeof import('axe-core').run;
  readonly _audit: { readonly rules: readonly { readonly id: string; readonly impact: string }[] };
}

/** Serious and critical violations, as `rule: element`. */
async function violations(page: Page, part: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (inside) => {
    const { axe } = window as unknown as { axe: Axe };
    // Rules whose findings are never serious are not asked: it takes a third of the time off.
    const slight = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const rules = Object.fromEntries(slight.map(({ id }) => [id, { enabled: false }]));
    const found = await axe.run(inside, { resultTypes: ['violations'], preload: false, rules });
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }, part);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Holds a page, or a part of it, to having no serious violation and not scrolling sideways. */
export async function expectClean(page: Page, what: string, part = 'html'): Promise<void> {
  await settled(page);
  // Colours fade in: what is measured in between is no colour of ours. What turns without end never finishes.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
        .map((animation) => animation.finished.catch(() => 0)),
    ),
  );
  expect(await violations(page, part), what).toEqual([]);
  expect(await overflow(page), `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}
