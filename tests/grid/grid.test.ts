import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectClean } from '../journeys/axe-clean.ts';
import { cannotRun, type GridStage, openGridStage } from './stage.ts';
import { cell, chosen, currentCell, focusedName, keptCells, paste, status, text } from './steps.ts';

const COLUMNS = 12;
const figure = (row: number, column: number): string => String(100 + row + column);
/** What comes by itself, also on a busy machine. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });
const table = (rows: number): string =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => figure(row, column)).join('\t'),
  ).join('\r\n');

describe.skipIf(cannotRun !== null)('the entry grid in a browser', () => {
  let stage: GridStage;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    stage = await openGridStage();
  });
  afterAll(() => stage?.close());

  const visit = async (path = '/', options = {}): Promise<Page> => {
    const visitor = await stage.visitor(options);
    visitor.on('pageerror', (error) => faults.push(String(error)));
    await visitor.goto(path);
    await cell(visitor, 0, 0).waitFor();
    return visitor;
  };
  beforeEach(async () => {
    stage.server.clear();
    stage.server.loseAnswers = false;
    stage.server.isDown = false;
    faults.length = 0;
    page = await visit();
    return async () => {
      expect(faults).toEqual([]);
      await page.context().close();
    };
  });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const held = (row: number, column: number) => stage.server.cells.get(`r${row} f${column}`);

  test('12,000 cells are pasted at once, saved, and taken back at once', async () => {
    await cell(page, 0, 0).click();
    await paste(page, table(1000));
    await soon(() => text(page, 0, 0)).toBe('100.00');
    await soon(() => text(page, 2, 2)).toBe('104');
    await soon(() => status(page)).toBe('已保存');
    // One cell belongs to another form and was left alone.
    expect(stage.server.cells.size).toBe(12_000 - 1);
    expect(held(999, 11)?.value).toBe(111_000);
    expect(Math.max(...stage.server.requests)).toBeLessThanOrEqual(1000);
    await press('Control+End');
    await soon(() => text(page, 999, 11)).toBe('1,110.00');
    await press('Control+z');
    await soon(() => currentCell(page)).toEqual([0, 0]);
    await soon(() => text(page, 0, 0)).toBe('');
    await soon(() => status(page)).toBe('已保存');
    expect([...stage.server.cells.values()].every(({ value }) => value === null)).toBe(true);
    await press('Control+y');
    await press('Control+End');
    await soon(() => text(page, 999, 11)).toBe('1,110.00');
  });

  test('the keys of a spreadsheet', async () => {
    await cell(page, 0, 0).click();
    await page.keyboard.type('1');
    await press('Tab');
    await page.keyboard.type('2');
    await press('Enter');
    await soon(() => currentCell(page)).toEqual([1, 0]);
    await page.keyboard.type('3');
    await press('Escape');
    await soon(() => text(page, 1, 0)).toBe('');
    await page.keyboard.type('3');
    await press('ArrowRight');
    await soon(() => Promise.all([text(page, 1, 0), currentCell(page)])).toEqual(['3.00', [1, 1]]);
    await press('ArrowLeft', 'F2', 'ArrowLeft', 'Backspace');
    await page.keyboard.type('7');
    await press('Enter');
    await soon(() => text(page, 1, 0)).toBe('3.70');
    await press('Control+Home', 'Shift+ArrowDown', 'Shift+ArrowRight');
    await soon(() => chosen(page)).toBe(4);
    await press('Delete');
    await soon(() => Promise.all([text(page, 0, 0), text(page, 0, 1), text(page, 1, 0)])).toEqual(['', '', '']);
    await press('Control+z');
    await soon(() => Promise.all([text(page, 0, 0), text(page, 0, 1), text(page, 1, 0)])).toEqual([
      '1.00',
      '2.00',
      '3.70',
    ]);
    await press('Control+Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await soon(() => Promise.all([text(page, 1, 0), text(page, 2, 0)])).toEqual(['1.00', '1.00']);
    await press('Control+Home', 'PageDown');
    await soon(async () => (await currentCell(page))?.[0]).toBeGreaterThan(5);
    await press('Control+a');
    await page.keyboard.type('9');
    await press('Control+Enter');
    await soon(() => text(page, 0, 5)).toBe('9.00');
    await press('Control+z', 'Control+End');
    await soon(() => currentCell(page)).toEqual([999, 11]);
    await soon(() => focusedName(page)).toBe('临江第1000纺织有限公司，指标12，万元');
  });

  test('copied here, pasted here; cut leaves nothing', async () => {
    await cell(page, 0, 0).click();
    await paste(page, '1\t2\n无\t"4"\n');
    await press('Control+c');
    await cell(page, 5, 4).click();
    await press('Control+v');
    await soon(() => text(page, 6, 5)).toBe('4.00');
    await soon(() => Promise.all([text(page, 5, 4), text(page, 6, 4)])).toEqual(['1.00', '无']);
    await press('Control+x');
    await soon(() => text(page, 5, 4)).toBe('');
    await cell(page, 0, 0).click();
    await press('Control+c');
    await cell(page, 8, 0).click();
    await cell(page, 10, 1).click({ modifiers: ['Shift'] });
    await press('Control+v');
    await soon(() => text(page, 10, 1)).toBe('1.00');
  });

  test('a dropped connection is told, typing goes on, and everything arrives afterwards', async () => {
    await cell(page, 0, 0).click();
    await page.context().setOffline(true);
    await page.keyboard.type('5');
    await press('Enter');
    await soon(() => status(page)).toBe('连接中断，1 格还没有保存，已记在这台电脑上，恢复后自动保存');
    await page.keyboard.type('6');
    await press('Enter');
    await soon(() => status(page)).toContain('2 格还没有保存');
    await page.context().setOffline(false);
    await soon(() => status(page)).toBe('已保存');
    expect([held(0, 0)?.value, held(1, 0)?.value]).toEqual([500, 600]);
  });

  test('an answer that was lost makes no dispute with oneself', async () => {
    stage.server.loseAnswers = true;
    await cell(page, 0, 0).click();
    await page.keyboard.type('5');
    await press('Enter');
    await soon(() => status(page)).toContain('连接中断');
    stage.server.loseAnswers = false;
    await page.getByRole('button', { name: '现在再试' }).click();
    await soon(() => status(page)).toBe('已保存');
    expect(held(0, 0)?.value).toBe(500);
  });

  test('a closed tab loses nothing: what was not saved is offered, beside what others saved meanwhile', async () => {
    // Not by the browser's own switch: a tab that is being closed has its connection back for a moment, and saves.
    stage.server.isDown = true;
    await cell(page, 0, 0).click();
    for (const typed of ['5', '约6', '7']) {
      await page.keyboard.type(typed);
      await press('Enter');
    }
    await soon(() => status(page)).toContain('3 格还没有保存');
    // What is typed is written to the browser's storage a moment later.
    await soon(() => keptCells(page)).toBe(3);
    const [again] = await Promise.all([page.context().newPage(), page.close()]);
    page = again;
    stage.server.write({ row: 'r2', column: 'f0', value: 800, reason: null, note: null }, '李四');
    stage.server.isDown = false;
    await page.goto('/');
    await page.getByText('填的 3 格还没有保存').waitFor();
    await page.getByRole('button', { name: '恢复并保存' }).click();
    await soon(() => held(0, 0)?.value).toBe(500);
    await soon(() => text(page, 1, 0)).toBe('约6');
    await soon(() => status(page)).toBe('1 格不是数，没有保存；1 格别人也改过，请选用哪一个');
    await cell(page, 2, 0).click();
    await page.getByRole('button', { name: '仍用我的' }).click();
    await soon(() => held(2, 0)?.value).toBe(700);
    await cell(page, 1, 0).click();
    await page.keyboard.type('6');
    await press('Enter');
    await soon(() => status(page)).toBe('已保存');
    await page.reload();
    await cell(page, 0, 0).waitFor();
    await soon(() => keptCells(page)).toBe(0);
    expect(await page.getByText('还没有保存').count()).toBe(0);
  });

  test('who was slower sees both and chooses; a refusal stands at its cell and holds up nothing', async () => {
    stage.server.write({ row: 'r0', column: 'f0', value: 100, reason: null, note: null }, '李四');
    await cell(page, 0, 0).click();
    await page.keyboard.type('5');
    await press('Enter');
    await page.keyboard.type('99999999');
    await press('Enter');
    await page.keyboard.type('8');
    await press('Enter');
    await soon(() => held(2, 0)?.value).toBe(800);
    await soon(() => status(page)).toBe('1 格没有通过，没有保存；1 格别人也改过，请选用哪一个');
    await cell(page, 0, 0).click();
    const panel = page.getByRole('complementary', { name: '这一格' });
    await soon(() => panel.innerText()).toContain('李四');
    await panel.getByRole('button', { name: '改用别人的' }).click();
    await soon(() => text(page, 0, 0)).toBe('1.00');
    await cell(page, 1, 0).click();
    await soon(() => panel.innerText()).toContain('超过了合理范围。');
  });

  test('“none” asks for its reason and goes on; an oddity waits for a word', async () => {
    await cell(page, 0, 0).click();
    await page.keyboard.type('无');
    await press('Enter');
    await soon(() => focusedName(page)).toBe('没有数的原因');
    await soon(() => status(page)).toContain('没有原因，没有保存');
    await page.keyboard.type('停产检修');
    await press('Enter');
    await soon(() => currentCell(page)).toEqual([1, 0]);
    await soon(() => held(0, 0)?.reason).toBe('停产检修');
    await page.keyboard.type('5000');
    const panel = page.getByRole('complementary', { name: '这一格' });
    // Said while it is typed, before it is taken over.
    await panel.getByText('十倍以上').waitFor();
    await soon(() => panel.innerText()).toContain('+4,850.5%');
    await press('Enter', 'ArrowUp');
    await page.getByText('1 格要说明').waitFor();
    await panel.getByLabel('说明').fill('新厂投产');
    await page.getByText('1 格要说明').waitFor({ state: 'detached' });
  });

  test('handing in leads to the first hard fault, and leaving by Esc and Tab', async () => {
    await cell(page, 7, 2).click();
    await page.keyboard.type('-3');
    await press('Enter');
    await page.getByRole('button', { name: '报送' }).click();
    await soon(() => page.locator('output').innerText()).toBe('没保存 0，错误 1');
    await soon(() => currentCell(page)).toEqual([7, 2]);
    await press('Escape', 'Tab');
    await soon(() => page.evaluate(() => document.activeElement?.closest('[role="grid"]') === null)).toBe(true);
  });

  test('on a telephone: the first column stays, a figure is typed with the keys for figures, the details open', async () => {
    const phone = await visit('/', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await cell(phone, 2, 1).tap();
    const field = phone.locator('[role="grid"] input');
    expect(await field.getAttribute('inputmode')).toBe('decimal');
    await phone.keyboard.type('12');
    await phone.keyboard.press('Enter');
    await soon(() => held(2, 1)?.value).toBe(1200);
    await phone.locator('[role="grid"]').evaluate((grid) => grid.scrollTo({ left: 600 }));
    const title = phone.getByRole('rowheader').first();
    await soon(async () => (await title.boundingBox())?.x).toBe(0);
    await phone.getByRole('button', { name: '详情' }).tap();
    await phone.getByText('去年同期').last().waitFor();
    // What the keys for figures cannot write.
    await cell(phone, 2, 1).tap();
    await phone.getByRole('button', { name: '正负变号' }).tap();
    await soon(() => held(2, 1)?.value).toBe(-1200);
    await phone.getByRole('button', { name: '没有数' }).tap();
    await soon(() => focusedName(phone)).toBe('没有数的原因');
    await phone.keyboard.type('停产');
    await soon(() => held(2, 1)?.reason).toBe('停产');
    await expectClean(phone, 'grid on a telephone', '#root');
    await phone.context().close();
  });

  test('screen readers get a grid with its size and nothing is wrong with it', async () => {
    await cell(page, 0, 0).click();
    await paste(page, '约1\t无\t-5\n1\t2\t3\n');
    const grid = page.getByRole('grid', { name: '月报' });
    const size = () => Promise.all([grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')]);
    await soon(size).toEqual(['1001', '13']);
    await page.getByText('旁边显示上月、去年同期').click();
    await soon(size).toEqual(['1001', '37']);
    await expectClean(page, 'grid', '#root');
  });
});
