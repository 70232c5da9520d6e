import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect } from 'vitest';

/** The words of a journey: what a person does, whatever the page is made of. */

const packs = join(import.meta.dirname, '..', '..', 'packs');

export const textile2025 = join(packs, 'linjiang-textile-2025', 'document.docx');
export const textile2026 = join(packs, 'linjiang-textile-2026', 'document.docx');
export const seededFaults = join(packs, 'linjiang-seeded-faults', 'document.md');
export const luzhou = join(packs, 'linjiang-luzhou-2025', 'document.pdf');

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Chooses files on the page that is open and waits until each has come to its end. */
export async function bring(page: Page, ...files: (string | GivenFile)[]): Promise<void> {
  const input = page.locator('input[type="file"]').last();
  await input.setInputFiles(files as string[]);
  await page
    .locator('li.upload-done, li.upload-refused')
    .nth(files.length - 1)
    .waitFor();
}

/** Sends a change as the page's person would, without the page. */
export async function sendAs(page: Page, method: 'POST' | 'PUT' | 'DELETE', path: string, body: object): Promise<void> {
  const { request } = page.context();
  const session = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
  const given = body instanceof FormData ? { multipart: body } : { data: body };
  const answer = await request.fetch(`/api/v1${path}`, {
    method,
    ...given,
    headers: { 'x-csrf-token': session.csrfToken },
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
}

/** Drops a file on the first page, as a hand does with the mouse. */
export async function drop(page: Page, path: string): Promise<void> {
  const content = (await readFile(path)).toString('base64');
  const transfer = await page.evaluateHandle(
    ([base64, name]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      return data;
    },
    [content, basename(path)] as const,
  );
  for (const event of ['dragover', 'drop']) await page.dispatchEvent('.drop-zone', event, { dataTransfer: transfer });
  await page.locator('li.upload-done').waitFor();
}

/** Imports a document from the first page and opens its plan. */
export async function importAndOpen(page: Page, file: string): Promise<void> {
  await page.goto('/plans');
  await bring(page, file);
  await page.locator('.upload-done a').first().click();
  await page.getByRole('grid', { name: '条目' }).waitFor();
}

export const grid = (page: Page, name = '条目'): Locator => page.getByRole('grid', { name, exact: true });
export const row = (page: Page, text: string | RegExp): Locator =>
  grid(page).locator('.jw-item', { hasText: text }).first();
export const currentRow = (page: Page): Locator => page.locator('.jw-item.jw-current');

/** Id of the item or finding that is looked at. */
export const currentId = async (page: Page): Promise<string | null> =>
  (await currentRow(page).count()) === 0 ? null : currentRow(page).getAttribute('data-key');

/** Waits until the toast says something. */
export const told = async (page: Page, words: string | RegExp): Promise<void> => {
  await page.locator('.jw-toast', { hasText: words }).first().waitFor();
};

/** True when something is at least partly inside its scrolling box. */
export async function inSight(target: Locator, box: Locator): Promise<boolean> {
  const [a, b] = [await target.boundingBox(), await box.boundingBox()];
  return a !== null && b !== null && a.y < b.y + b.height && a.y + a.height > b.y;
}

/** Waits for a condition that comes true by itself, and says what was waited for when it does not. */
export const eventually = (what: () => Promise<unknown>, wanted: unknown, why: string): Promise<void> =>
  expect.poll(what, { timeout: 20_000, message: why }).toEqual(wanted);

/**
 * The steps of a journey build on each other: after one that failed the rest is skipped instead of waiting in vain. What
 * the page looked like then is kept in test-results/.
 */
export function stepByStep(page: () => Page | undefined): void {
  let broken = false;
  beforeEach((context) => {
    context.skip(broken, '前一步没有成功');
    context.onTestFailed(async ({ task }) => {
      broken = true;
      await page()?.screenshot({ path: join('test-results', `${task.name.replace(/\W+/g, '-')}.png`) });
    });
  });
}
