import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shifted } from '../../src/kernel/index.ts';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, grid, sendAs, stepByStep, told } from './steps.ts';

const title = '柳浦镇人民政府 新签约项目总投资 连续照抄';
const thisMonth = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
/** A town copies last month's figure; the office finds out, gives it to the town, puts it aside; a rule is tried out. */
describe.skipIf(cannotRun !== null)('warnings', () => {
  let stage: Stage;
  let office: Page;
  let clerk: Page;
  stepByStep(() => office);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor({}, 'lz-office');
    clerk = await stage.visitor({}, 'lz-liupu');
  });
  afterAll(() => stage?.close());

  const rows = () => grid(office, '预警').locator('.jw-item');
  const report = (values: readonly number[], key: string) =>
    sendAs(clerk, 'PUT', '/figures', {
      key,
      figures: values.map((value, at) => ({
        ...{ indicatorId: 'projects-signed-value', period: shifted(thisMonth, at - values.length), value },
      })),
    });

  test('while nothing is wrong the page says what is watched', async () => {
    await office.goto('/');
    await office.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '预警' }).click();
    await office.getByRole('heading', { level: 1, name: '预警' }).waitFor();
    await office.getByText('没有待处理的预警').waitFor();
    await office
      .getByText(/在看本范围的 0 个目标和各单位报的数：进度落后、/)
      .first()
      .waitFor();
  });

  test('a town reports the same four times; looked at now, the reason stands first', async () => {
    await clerk.goto('/');
    await report([2_345_601, 1_234_567, 1_234_567, 1_234_567], 'journey-copies-1');
    await office.getByRole('button', { name: '现在看一遍' }).click();
    await told(office, '看完了');
    await eventually(() => rows().count(), 1, 'the warning is listed');
    expect(await rows().innerText()).toMatch(/已连续 3 期都是 12,345\.67 万元[\s\S]*连续照抄[\s\S]*请填报人核对/);
    await eventually(
      () => office.getByRole('tab', { name: /^蓝色/ }).innerText(),
      expect.stringContaining('1'),
      'counted',
    );
    await office.getByRole('tab', { name: /^红色/ }).click();
    await office.getByText('没有红色的预警').waitFor();
    await office.getByRole('tab', { name: /^蓝色/ }).click();
    await eventually(() => rows().count(), 1, 'under its colour');
  });

  test('opened it shows the figures, each leading to its cell', async () => {
    await rows().getByRole('link', { name: title }).click();
    await office.getByRole('heading', { level: 1, name: title }).waitFor();
    const behind = office.getByRole('region', { name: '后面的数' });
    await eventually(() => behind.getByText('12,345.67 万元').count(), 3, 'the three that are alike');
    await behind
      .getByRole('link', { name: /^看这一格/ })
      .first()
      .click();
    await eventually(async () => new URL(office.url()).pathname, '/cells', 'the cell');
    await office.goBack();
    await office.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  test('given to the town by keyboard, with the assignee picked by name', async () => {
    await office.getByRole('button', { name: /^交\s?办$/ }).focus();
    await office.keyboard.press('Enter');
    await office.getByRole('form', { name: '把这条预警交办下去' }).waitFor();
    await office.keyboard.type('柳浦镇');
    await office.locator('.ant-select-item-option-active', { hasText: '柳浦镇人民政府' }).waitFor();
    await office.keyboard.press('Enter');
    await office.keyboard.press('Escape');
    await office.keyboard.press('Control+Enter');
    await told(office, '已经交办');
    await office.getByRole('heading', { name: '交办和协助' }).waitFor();
    await office.getByText('柳浦镇人民政府 待接').waitFor();
  });

  test('the town finds it, comes to the warning from there, and answers', async () => {
    await clerk.goto('/');
    await clerk
      .locator('.desk-main')
      .getByRole('link', { name: `处理预警：${title}`, exact: true })
      .click();
    await clerk.getByRole('button', { name: /^去\s?办$/ }).click();
    await clerk.getByRole('heading', { level: 1, name: title }).waitFor();
    await clerk.getByRole('link', { name: '柳浦镇人民政府 待接' }).click();
    await clerk.getByRole('button', { name: /^办\s?结$/ }).click();
    await clerk.getByRole('form', { name: '办结' }).waitFor();
    await clerk.keyboard.type('数没有变，已附合同');
    await clerk.keyboard.press('Control+Enter');
    await told(clerk, '办结了');
    await office.reload();
    await office.getByText('柳浦镇人民政府 已办结').waitFor();
    await office.getByText('数没有变，已附合同').waitFor();
  });

  test('put aside with a reason, and taken back', async () => {
    await office.getByRole('button', { name: /^搁\s?置$/ }).click();
    await office.getByRole('form', { name: '搁置这条预警' }).waitFor();
    await office.keyboard.type('合同属实');
    await office.keyboard.press('Control+Enter');
    await told(office, '已经搁置');
    await office.getByText('已搁置，到原因消除').waitFor();
    await office.getByRole('button', { name: '取消搁置' }).click();
    await told(office, '已经取消搁置');
  });

  test('another limit is tried out before it is saved, with a reason', async () => {
    await office.goto('/warnings/limits');
    const form = office.getByRole('form', { name: '预警规则和界限' });
    await form.waitFor();
    await form.getByLabel('连续', { exact: true }).last().fill('4');
    await office.getByRole('button', { name: /^试算/ }).click();
    const tried = office.getByRole('region', { name: '各规则的预警数' });
    await tried.waitFor();
    const row = tried.getByRole('row', { name: /连续照抄/ });
    expect(await row.innerText()).toMatch(/连续照抄\s+1\s+0/);
    const save = office.getByRole('form', { name: '保存界限' });
    await save.getByLabel('为什么改').fill('三期一样在签约里常见');
    await office.getByRole('button', { name: '保存这些界限' }).click();
    await told(office, '界限已改');
    await office.getByText('本地区定的').waitFor();
    await office.goto('/warnings');
    await office.getByRole('button', { name: '现在看一遍' }).click();
    await told(office, '看完了');
    await office.getByText('没有待处理的预警').waitFor();
    await office.getByRole('tab', { name: '已消除' }).click();
    await eventually(() => rows().count(), 1, 'it is over');
  });

  test('clean at both widths and in both colours', async () => {
    const page = await stage.visitor({}, 'lz-office');
    await page.goto('/warnings?box=over');
    await grid(page, '预警').locator('.jw-item').first().waitFor();
    await expectCleanIn(twoLooks, page, 'list');
    await grid(page, '预警').getByRole('link', { name: title }).click();
    await page.getByRole('region', { name: '后面的数' }).waitFor();
    await expectCleanIn(twoLooks, page, 'warning');
    await page.goto('/warnings/limits');
    await page.getByRole('form', { name: '预警规则和界限' }).waitFor();
    await expectCleanIn(twoLooks, page, 'limits');
    expect(faultsOn(page)).toEqual([]);
    await page.close();
  });

  test('no page had a fault', () => {
    expect([...faultsOn(office), ...faultsOn(clerk)]).toEqual([]);
  });
});
