import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { currentRow, eventually, grid, importAndOpen, stepByStep, textile2025, told } from './steps.ts';

/** Two people at the same draft. */
describe.skipIf(cannotRun !== null)('colleagues', () => {
  let stage: Stage;
  let one: Page;
  let other: Page;
  stepByStep(() => other);
  beforeAll(async () => {
    stage = await openStage();
    one = await stage.visitor();
    other = await stage.visitor();
    await importAndOpen(one, textile2025);
    await other.goto(one.url());
    await grid(other).waitFor();
  });
  afterAll(() => stage?.close());

  const correct = async (page: Page, row: number, label: string, value: string): Promise<void> => {
    await grid(page).locator('.jw-item').nth(row).click();
    await page.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByRole('form').getByLabel(label).fill(value);
  };

  test('who was slower at another item loses nothing and notices nothing', async () => {
    await correct(one, 0, '目标值', '201');
    await one.getByRole('button', { name: '保存' }).click();
    await told(one, '已更正');
    await correct(other, 1, '目标值', '11');
    await other.getByRole('button', { name: '保存' }).click();
    await told(other, '已更正');
    const firstOfOther = () => grid(other).locator('.jw-item').first().innerText();
    await eventually(firstOfOther, expect.stringContaining('201 亿元'), 'what the other saved');
  });

  test('who was slower at the same item is told what changed, keeps what was typed, and decides', async () => {
    await correct(other, 0, '名称', '全市纺织营业收入');
    await correct(one, 0, '目标值', '202');
    await one.getByRole('button', { name: '保存' }).click();
    await eventually(() => currentRow(one).innerText(), expect.stringContaining('202 亿元'), 'saved by the faster one');
    await other.getByRole('button', { name: '保存' }).click();
    const alert = other.getByRole('alert');
    await alert.getByText('别人改过这一条').waitFor();
    expect(await alert.innerText()).toMatch(/目标值由“201”改为“202”/);
    expect(await other.getByLabel('名称').inputValue()).toBe('全市纺织营业收入');
    await other.getByRole('button', { name: '仍按我的保存' }).click();
    await eventually(() => currentRow(other).innerText(), expect.stringContaining('全市纺织营业收入'), 'my name');
    expect(await currentRow(other).innerText()).toContain('202 亿元');
    expect([...faultsOn(one), ...faultsOn(other)]).toEqual([]);
  });
});
