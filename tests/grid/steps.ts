import type { Locator, Page } from 'playwright-core';

const COLUMNS = 12;
export const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-cell="${row * COLUMNS + column}"]`);

/** What stands in a cell, also while its field has the focus. */
export async function text(page: Page, row: number, column: number): Promise<string> {
  const box = cell(page, row, column);
  const field = box.locator('input');
  if ((await field.count()) > 0) return field.inputValue();
  return box.locator('.jw-entry-text').innerText();
}

/** Row and column of the field that has the focus. */
export const currentCell = (page: Page): Promise<[number, number] | null> =>
  page.evaluate((width) => {
    const at = document.activeElement?.closest<HTMLElement>('[data-cell]')?.dataset.cell;
    return at === undefined ? null : [Math.floor(Number(at) / width), Number(at) % width];
  }, COLUMNS);

export const chosen = (page: Page): Promise<number> => page.locator('[role="gridcell"][aria-selected="true"]').count();

/** The name by which a screen reader calls what has the focus. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const field = document.activeElement;
    const labels = field instanceof HTMLTextAreaElement ? field.labels : null;
    return field?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? '';
  });

/** Puts a text on the clipboard, as a spreadsheet does, and pastes it by keyboard. */
export async function paste(page: Page, copied: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), copied);
  await page.keyboard.press('Control+v');
}

export const status = (page: Page): Promise<string> => page.locator('.jw-entry-status [role="status"]').innerText();

/** How many cells this browser has written down as not saved. */
export const keptCells = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    const database = await answerOf(indexedDB.open('jingwei-grid', 1));
    const records: { readonly cells: readonly unknown[] }[] = await answerOf(
      database.transaction('changes').objectStore('changes').getAll(),
    );
    database.close();
    return records.reduce((sum, { cells }) => sum + cells.length, 0);
  });
