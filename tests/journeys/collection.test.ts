import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from './axe-clean.ts';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, grid, stepByStep, told } from './steps.ts';

/** The office puts a form together, keeps the roster and gives a machine its token. */
describe.skipIf(cannotRun !== null)('what is asked of whom', () => {
  let stage: Stage;
  let office: Page;
  let form = '';
  stepByStep(() => office);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor();
  });
  afterAll(() => stage?.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await office.keyboard.press(key);
  };
  const lines = (): Promise<string[]> => office.locator('.form-lines .form-line-name').allInnerTexts();
  const addIndicator = async (words: string, name: string): Promise<void> => {
    await office.getByRole('combobox', { name: '加一个指标' }).focus();
    await office.keyboard.type(words);
    await office.locator('.ant-select-item-option-active', { hasText: name }).waitFor();
    await press('Enter');
    await office.locator('.form-lines li', { hasText: name }).waitFor();
  };

  test('a form that lacks something says so at its fields', async () => {
    await office.goto('/forms/new');
    await office.getByRole('form', { name: '填报表' }).waitFor();
    await office.keyboard.type('重点企业月报');
    await press('Control+Enter');
    await office.getByText('请选择指标。').waitFor();
    await office.getByText('请选择填报单位。').waitFor();
    await expectClean(office, 'a form with faults');
  });

  test('indicators are found by their names and put in order by keys', async () => {
    await addIndicator('营业收入', '营业收入（万元）');
    await addIndicator('从业', '从业人员（人）');
    await addIndicator('利润', '利润总额（万元）');
    expect(await lines()).toEqual(['1. 营业收入（万元）', '2. 从业人员（人）', '3. 利润总额（万元）']);
    await office.getByRole('button', { name: '上移利润总额（万元）' }).focus();
    await press('Enter');
    await eventually(lines, ['1. 营业收入（万元）', '2. 利润总额（万元）', '3. 从业人员（人）'], 'moved up');
    // The focus goes along with the line.
    await press('Alt+ArrowUp');
    await eventually(lines, ['1. 利润总额（万元）', '2. 营业收入（万元）', '3. 从业人员（人）'], 'moved up again');
    await press('Alt+ArrowDown');
    await eventually(lines, ['1. 营业收入（万元）', '2. 利润总额（万元）', '3. 从业人员（人）'], 'moved down');
    await office.getByRole('checkbox', { name: '从业人员（人）必填' }).uncheck();
  });

  test('the days are said in a sentence, the units are those of a region', async () => {
    const example = office.locator('.form-example');
    expect(await example.innerText()).toMatch(/的表：.*1 日开始填，.*10 日截止，.*7 日提醒。$/u);
    const finder = office.getByRole('region', { name: '找单位' });
    for (const name of ['东澜省', '临江市', '芦洲区']) await finder.getByRole('button', { name, exact: true }).click();
    await finder.getByRole('combobox', { name: '哪一类单位' }).focus();
    await press('ArrowDown');
    await office.locator('.ant-select-item-option', { hasText: '乡镇街道' }).click();
    await finder.getByText('找到 6 个单位').waitFor();
    await finder.getByRole('button', { name: '全部加入' }).click();
    await office.getByText('已选 6 个').waitFor();
    await finder.getByRole('checkbox', { name: /荷塘镇/u }).uncheck();
    await office.getByText('已选 5 个').waitFor();
  });

  test('a rule is added, and the form is kept as a draft, opened and copied', async () => {
    await office.getByRole('button', { name: '加一条比率关系' }).click();
    const rule = office.getByRole('region', { name: '比率关系' });
    for (const [label, name] of [
      ['第 1 条：分子', '利润总额'],
      ['第 1 条：分母', '营业收入'],
    ] as const) {
      await rule.getByRole('combobox', { name: label }).focus();
      await press('ArrowDown');
      await office.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).click();
    }
    await rule.getByRole('spinbutton', { name: '第 1 条：最高' }).fill('50');
    await expectClean(office, 'a form');
    await press('Control+Enter');
    await told(office, '填报表已保存');
    await office.getByText('还是草稿').waitFor();
    form = new URL(office.url()).pathname;
    expect(await rule.getByRole('spinbutton', { name: '第 1 条：最高' }).inputValue()).toBe('50.0000');
    await office.getByRole('button', { name: /启\s?用/u }).click();
    const dialog = office.getByRole('dialog', { name: '启用「重点企业月报」' });
    await dialog.getByText('5 个单位').waitFor();
    await expectClean(office, 'opening a form', '[role="dialog"]');
    await dialog.getByRole('button', { name: /启\s?用/u }).click();
    await told(office, '填报表已启用');
    await office.getByRole('button', { name: /复\s?制/u }).click();
    await office.getByRole('form', { name: '复制填报表' }).waitFor();
    await press('Control+Enter');
    await told(office, '已复制');
    await office.goto('/forms');
    await eventually(() => grid(office, '填报表').locator('.jw-item').count(), 2, 'both are listed');
    expect(faultsOn(office)).toEqual([]);
  });

  test('an enterprise is put on the roster and taken from it', async () => {
    await office.goto('/roster');
    await office.getByText('名录里还没有企业').waitFor();
    await office.getByRole('button', { name: '加入企业' }).click();
    await office.getByRole('form', { name: '加入企业' }).waitFor();
    await office.keyboard.type('临江样本纺织有限公司');
    await press('Tab');
    await office.keyboard.type('91990103TE6T09999X');
    await press('Tab');
    await office.keyboard.type('柳浦');
    await office.locator('.ant-select-item-option-active', { hasText: '柳浦镇人民政府' }).waitFor();
    await press('Enter');
    await office.getByLabel('从哪个月起').fill('2026-13');
    await press('Control+Enter');
    await office.getByText('“2026-13”不是月份').waitFor();
    await expectClean(office, 'adding an enterprise', '[role="dialog"]');
    await office.getByLabel('从哪个月起').fill('2026-01');
    await press('Control+Enter');
    await told(office, '已加入填报名录');
    await office.getByRole('button', { name: /^不再填报/u }).click();
    await office.getByLabel('最后一个月').fill('2026-06');
    await press('Control+Enter');
    await told(office, '已保存');
    await grid(office, '填报名录').getByText('2026-06').waitFor();
    await office.getByRole('button', { name: /^导\s?入$/u }).click();
    await office.getByRole('dialog', { name: '导入填报名录' }).waitFor();
    await expectClean(office, 'importing a roster', '[role="dialog"]');
    expect(faultsOn(office)).toEqual([]);
  });

  test('a token is shown once, and taken back', async () => {
    await office.goto('/machines');
    await office.getByRole('button', { name: '办一个令牌' }).click();
    await office.getByRole('form', { name: '办一个令牌' }).waitFor();
    await office.keyboard.type('工业运行监测平台');
    await office.getByRole('combobox', { name: '以哪个岗位的名义' }).focus();
    await press('ArrowDown', 'Enter', 'Control+Enter');
    const shown = office.getByRole('dialog', { name: '「工业运行监测平台」的令牌' });
    await shown.getByText('只显示这一次').waitFor();
    expect((await shown.getByLabel('令牌').inputValue()).length).toBeGreaterThan(20);
    await expectClean(office, 'a token', '[role="dialog"]');
    await shown.getByRole('button', { name: '已经存好，关闭' }).click();
    await office.getByRole('button', { name: '作废工业运行监测平台' }).click();
    await office
      .getByRole('dialog')
      .getByRole('button', { name: /作\s?废/u })
      .click();
    await told(office, '已作废');
    await grid(office, '接口令牌').getByText('作废').first().waitFor();
    expect(faultsOn(office)).toEqual([]);
  });

  test('every page for everybody, at both widths and in both colours', async () => {
    const paths = ['/forms', '/forms/new', form, `${form}/progress`, '/progress', '/roster', '/machines', '/sheets'];
    for (const path of paths) {
      await office.goto(path);
      await office.getByRole('heading', { level: 1 }).waitFor();
      await expectCleanIn(twoLooks, office, path);
    }
    expect(faultsOn(office)).toEqual([]);
  });
});
