import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { currentId, currentRow, eventually, grid, stepByStep, textile2025, told } from './steps.ts';

/** Everything without a mouse: nothing here clicks, hovers or drags. */
describe.skipIf(cannotRun !== null)('keyboard alone', () => {
  let stage: Stage;
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.visitor();
  });
  afterAll(() => stage?.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  test('the skip link is first; the button chooses a file; the list is walked and opened', async () => {
    // Listening from the beginning: the browser must know before the key is pressed.
    page.on('filechooser', () => undefined);
    await page.goto('/plans');
    await page.getByText('还没有方案').waitFor();
    await press('Tab');
    expect(await focused()).toContain('跳到正文');
    await press('Enter', 'Tab');
    expect(await focused()).toBe('选择文件');
    const chooser = page.waitForEvent('filechooser');
    await press('Enter');
    await (await chooser).setFiles(textile2025);
    await page.locator('li.upload-done').waitFor();
    await grid(page, '方案').waitFor();
    for (let tries = 0; tries < 40 && !(await focused()).includes('临府办发'); tries += 1) await press('Tab');
    await press('Enter');
    await grid(page).waitFor();
  });

  test('the help prints every key', async () => {
    await press('?');
    const help = page.getByRole('dialog', { name: '键盘快捷键' });
    await help.getByText('把选中的文字补录为条目').waitFor();
    expect(await help.innerText()).toContain('在原文中：选下一句、上一句');
    await press('Escape');
    await help.waitFor({ state: 'hidden' });
  });

  test('walk, confirm, reject, take back', async () => {
    await press('j');
    const first = await currentId(page);
    await press('y');
    await eventually(async () => (await currentId(page)) !== first, true, 'goes on to the next');
    const second = await currentId(page);
    await press('x');
    await eventually(async () => (await currentId(page)) !== second, true, 'goes on again');
    await told(page, '已剔除');
    await press('Control+z');
    await told(page, '已撤销');
    await press('k');
    await eventually(() => currentRow(page).innerText(), expect.stringContaining('待核'), 'taken back');
  });

  test('correct with a wrong and a right range', async () => {
    await press('e');
    const form = page.getByRole('form', { name: /更正/ });
    await form.waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement?.id.endsWith('_name')),
      true,
      'name has the focus',
    );
    await press('Tab', 'ArrowDown');
    const active = page.locator('.ant-select-item-option-active');
    await active.waitFor();
    for (let tries = 0; tries < 8 && (await active.innerText()) !== '区间'; tries += 1) await press('ArrowDown');
    await press('Enter');
    await press('Control+Enter');
    await page.getByText('请填写区间上限。').waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement?.id.endsWith('_value2')),
      true,
      'wrong field focused',
    );
    await page.keyboard.type('1');
    await press('Control+Enter');
    await page.getByText(/应大于/).waitFor();
    await press('Control+a');
    await page.keyboard.type('99999');
    await press('Control+Enter');
    await told(page, '已更正');
    await eventually(() => currentRow(page).innerText(), expect.stringContaining('–99,999'), 'shown as a range');
  });

  test('leave a form without saving; the row has the focus again', async () => {
    await press('e');
    await page.getByRole('form', { name: /更正/ }).waitFor();
    await page.keyboard.type('不要');
    await press('Escape');
    await eventually(() => page.getByRole('form', { name: /更正/ }).count(), 0, 'closed');
    expect(await currentRow(page).innerText()).not.toContain('不要');
    await eventually(
      () => page.evaluate(() => document.activeElement?.getAttribute('role')),
      'row',
      'back in the list',
    );
  });

  test('add from the text: select a sentence, fit it, save', async () => {
    const before = await total(page);
    await press('g');
    await eventually(
      () => page.evaluate(() => document.activeElement?.className),
      'document-scroll',
      'in the document',
    );
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowLeft');
    await page.getByRole('toolbar', { name: '对选中的文字' }).waitFor();
    await press('a');
    const form = page.getByRole('form', { name: '补录指标' });
    await form.waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement?.id.endsWith('_name')),
      true,
      'name has the focus',
    );
    await press('Control+a');
    await page.keyboard.type('镇街产业园数');
    await press('Tab', 'Tab', 'Control+a');
    await page.keyboard.type('12');
    await press('Control+Enter');
    await told(page, '已补录');
    await eventually(() => currentRow(page).innerText(), expect.stringContaining('镇街产业园数'), 'it is looked at');
    await eventually(() => total(page), before + 1, 'one more');
  });

  test('merge two ticked tasks, delete one, undo both', async () => {
    const before = await total(page);
    await press('4');
    await eventually(
      () => page.getByRole('tab', { selected: true }).innerText(),
      expect.stringContaining('任务'),
      'tasks',
    );
    await press('j');
    await eventually(
      () => page.evaluate(() => document.activeElement?.getAttribute('role')),
      'row',
      'row has the focus',
    );
    await press('Space', 'ArrowDown', 'Space', 'm');
    const dialog = page.getByRole('dialog', { name: '合并任务' });
    await dialog.waitFor();
    const go = dialog.getByRole('button', { name: '合并 2 条为一条' });
    for (let tries = 0; tries < 10 && !(await go.evaluate((button) => button === document.activeElement)); tries += 1)
      await press('Tab');
    await press('Enter');
    await told(page, '已并入');
    await eventually(() => total(page), before - 1, 'two are one');
    await dialog.waitFor({ state: 'hidden' });
    await eventually(
      () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') === null),
      true,
      'out',
    );
    await press('Delete');
    await told(page, '已删除');
    await eventually(() => total(page), before - 2, 'one less');
    await press('Control+z');
    await eventually(() => total(page), before - 1, 'deletion undone');
    await press('Control+z');
    await eventually(() => total(page), before, 'merge undone');
  });

  test('publish', async () => {
    await press('p');
    await page.getByRole('dialog', { name: '发布第1版' }).waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA', 'the form has the focus');
    await page.keyboard.type('键盘发布');
    await press('Control+Enter');
    await told(page, '第1版已发布');
    expect(faultsOn(page)).toEqual([]);
  });
});

/** Number on the tab of all items. */
const total = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await page.getByRole('tab', { name: /全部/ }).innerText())?.[0]);
