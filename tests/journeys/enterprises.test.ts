import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, openStage, type Stage } from './stage.ts';
import { eventually, stepByStep, told } from './steps.ts';

/** An office registers enterprises, sees what was when, compares and prints; one asks for a change on a telephone. */
describe.skipIf(cannotRun !== null)('enterprises', () => {
  let stage: Stage;
  let office: Page;
  let own: Page;
  stepByStep(() => office);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor({}, 'lz-office');
    own = await stage.visitor({ viewport: { width: 390, height: 844 } }, 'lz-enterprise');
  });
  afterAll(() => stage?.close());

  const pick = async (label: string, words: string, name: string): Promise<void> => {
    const box = office.getByRole('form', { name: '登记企业' }).getByRole('combobox', { name: label });
    await box.click();
    await box.pressSequentially(words);
    await office.locator('.ant-select-item-option-active').filter({ hasText: name }).last().waitFor();
    await box.press('Enter');
  };
  const register = async (name: string, code: string): Promise<void> => {
    await office.goto('/enterprises/new');
    const form = office.getByRole('form', { name: '登记企业' });
    await form.getByLabel('企业名称').fill(name);
    await form.getByLabel('统一社会信用代码').fill(code);
    await form.getByText('代码正确').waitFor();
    await pick('地区', '芦洲', '芦洲区');
    await form.getByLabel('地址').fill('柳浦镇老街2号');
    await form.getByLabel('从哪一天起是这样').fill('2020-01-01');
  };
  const figures = async (period: string, revenue: string): Promise<void> => {
    await office.getByRole('button', { name: '登记数据' }).click();
    const form = office.getByRole('form', { name: '登记数据' });
    await form.getByLabel('期间').fill(period);
    await form.getByLabel('凭据').fill('年度审计报告');
    await form.getByLabel('营业收入').fill(revenue);
    await office.keyboard.press('Control+Enter');
    await told(office, '已保存');
    await form.waitFor({ state: 'detached' });
  };

  test('a code is read while it is typed; an enterprise is registered by the keyboard', async () => {
    await office.goto('/enterprises');
    await office.getByText('还没有企业').waitFor();
    await office.goto('/enterprises/new');
    const form = office.getByRole('form', { name: '登记企业' });
    await form.getByLabel('统一社会信用代码').fill('91990103te5t2001');
    await form.getByText('还差 2 位').waitFor();
    await form.getByLabel('统一社会信用代码').fill('91990103TE5T200173');
    await form.getByText('代码不对').waitFor();
    await register('临江华织纺织有限公司', '９１９９０１０３ TE5T200172');
    await pick('企业账号单位', '华织', '临江华织纺织有限公司');
    await office.keyboard.press('Control+Enter');
    await office.getByRole('heading', { level: 1, name: '临江华织纺织有限公司' }).waitFor();
  });

  test('what it became on a day stands beside what it was', async () => {
    await figures('2024', '4000');
    await figures('2025', '5000');
    await office.getByRole('region', { name: '数据和走势' }).getByText('+25.0%').first().waitFor();
    await office.getByRole('button', { name: /^变\s?更$/ }).click();
    const form = office.getByRole('form', { name: '变更' });
    await form.getByLabel('从哪一天起').fill('2025-07-01');
    await form.getByLabel('地址').fill('柳浦镇兴业路168号');
    await form.getByLabel('理由').fill('搬入新厂区');
    await office.keyboard.press('Control+Enter');
    await told(office, '已保存');
    const history = office.getByRole('region', { name: '变更记录' });
    await history.getByText('搬入新厂区').waitFor();
    await expectCleanIn(twoLooks, office, 'the file');
    await office.getByLabel('看某一天的样子').fill('2024-01-01');
    await office.getByText('这是 2024-01-01 那一天的样子').waitFor();
    await office.getByRole('region', { name: '基本情况' }).getByText('柳浦镇老街2号').first().waitFor();
    await office.getByRole('button', { name: '回到现在' }).click();
  });

  test('it is two sheets on paper', async () => {
    await office.getByRole('link', { name: '打印两页档案' }).click();
    await office.getByRole('region', { name: '第二页' }).getByText('搬入新厂区').waitFor();
    await expectCleanIn(twoLooks, office, 'the two sheets');
    const paper = await getDocumentProxy(new Uint8Array(await office.pdf({ preferCSSPageSize: true })));
    expect(paper.numPages).toBe(2);
    const second = await (await paper.getPage(2)).getTextContent();
    // A printed text may hold the radical of a character for the character itself.
    expect(second.items.map((item) => ('str' in item ? item.str : '')).join('')).toMatch(/第 2 .，共 2 .$/u);
  });

  test('two are ticked in the list and set beside each other', async () => {
    await register('芦洲云锦服饰有限公司', '91990103TE5T20025W');
    await office.keyboard.press('Control+Enter');
    await office.getByRole('heading', { level: 1, name: '芦洲云锦服饰有限公司' }).waitFor();
    await office.goto('/enterprises');
    await office.getByRole('link', { name: '临江华织纺织有限公司' }).waitFor();
    await office.getByRole('region', { name: '合计' }).getByText('2 家').waitFor();
    await expectCleanIn(twoLooks, office, 'the list');
    for (const box of await office.getByRole('checkbox', { name: /有限公司/ }).all()) await box.check();
    await office.getByRole('button', { name: /^对\s?比$/ }).click();
    const table = office.getByRole('region', { name: '对比' });
    await table.getByText('5,000 万元').waitFor();
    await office.getByLabel('只看不同的').check();
    await eventually(() => table.getByText('状态', { exact: true }).count(), 0, 'what is alike is left out');
    await expectCleanIn(twoLooks, office, 'the comparison');
  });

  test('the enterprise asks for a change on its telephone, the office agrees, and it is so', async () => {
    await own.goto('/my-enterprise');
    await own.getByRole('heading', { level: 1, name: '临江华织纺织有限公司' }).waitFor();
    await own.getByRole('region', { name: '要办的事' }).getByText('留一位联系人').waitFor();
    await own.getByRole('button', { name: '申请变更' }).click();
    const form = own.getByRole('form', { name: '申请变更' });
    await form.getByLabel('法定代表人').fill('陈志远');
    await form.getByLabel('理由').fill('股东会换届');
    await form.getByRole('button', { name: '提交申请' }).click();
    await told(own, '申请已提交');
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await office.goto('/enterprises/requests');
    await office
      .getByRole('article', { name: /临江华织/ })
      .getByText('陈志远')
      .waitFor();
    await expectCleanIn(twoLooks, office, 'the requests');
    await office.getByRole('button', { name: '全部同意' }).click();
    await told(office, '已核定');
    await own.reload();
    await own.getByRole('region', { name: '基本情况' }).getByText('陈志远').waitFor();
  });
});
