import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeForm } from '../../platform/workbook/index.ts';
import { sheetSpecs } from '../../src/organisation/index.ts';
import { expectClean } from './axe-clean.ts';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { grid, told } from './steps.ts';

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const units = async (...kinds: string[]) => ({
  name: '单位.xlsx',
  mimeType: mime,
  buffer: await writeForm(
    [
      {
        spec: sheetSpecs.unit,
        rows: kinds.map((kind, at) => [null, `临江市第${at + 1}中心`, kind, '临江市', ...Array(8).fill(null)]),
      },
    ],
    { name: '填写说明', lines: [] },
  ),
});

describe.skipIf(cannotRun !== null)('the organisation', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (page: Page, words: string): Promise<void> => {
    const focused = () => page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s/g, ''));
    for (let tries = 0; tries < 80 && (await focused()) !== words; tries += 1) await press(page, 'Tab');
    expect(await focused()).toBe(words);
  };

  /** On to the field with this label. */
  const tabToField = async (page: Page, label: string): Promise<void> => {
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '');
    for (let tries = 0; tries < 20 && (await focused()) !== label; tries += 1) await press(page, 'Tab');
    expect(await focused()).toBe(label);
  };
  /** Walks the open list of a choice to an option and takes it. */
  const choose = async (page: Page, option: string): Promise<void> => {
    await press(page, 'ArrowDown');
    const active = page.locator('.ant-select-item-option-active');
    for (let tries = 0; tries < 40 && (await active.innerText()) !== option; tries += 1) await press(page, 'ArrowDown');
    await press(page, 'Enter');
  };

  test('a person is given a post by one administrator and a role by another, by keyboard alone', async () => {
    const system = await stage.visitor({}, 'system');
    await system.goto('/admin/people');
    await grid(system, '人员').waitFor();
    await tabTo(system, '新增人员');
    await press(system, 'Enter');
    await system.getByRole('form', { name: '新增人员' }).waitFor();
    await system.keyboard.type('市商务局填报员');
    await press(system, 'Tab');
    await system.keyboard.type('13800001234');
    await press(system, 'Control+Enter');
    await told(system, '人员已新增');
    await system.getByRole('dialog').getByText('138****1234').waitFor();
    await tabTo(system, '给他岗位');
    await press(system, 'Enter');
    await system.getByRole('form', { name: '新增岗位' }).waitFor();
    await system.keyboard.type('市商务局');
    await system.locator('.ant-select-item-option', { hasText: '临江市商务局' }).waitFor();
    await press(system, 'Enter');
    await tabToField(system, '岗位名称');
    await system.keyboard.type('填报员');
    await press(system, 'Control+Enter');
    await told(system, '岗位已新增');
    await system.getByRole('dialog').getByText('临江市商务局，填报员').waitFor();

    const security = await stage.visitor({}, 'security');
    await security.goto('/admin/grants?text=市商务局填报员');
    await grid(security, '岗位').waitFor();
    await tabTo(security, '市商务局填报员');
    await press(security, 'Enter');
    await security.getByRole('form', { name: '授权' }).waitFor();
    await choose(security, '填报员');
    await press(security, 'Control+Enter');
    await told(security, '已授权');
    await grid(security, '岗位').getByText('已授权').waitFor();
    expect([...faultsOn(system), ...faultsOn(security)]).toEqual([]);
  });

  test('a number is shown whole only with a reason', async () => {
    const page = await stage.visitor({}, 'system');
    await page.goto('/admin/people?at=p-lj-office');
    await page.getByRole('button', { name: '查看完整电话' }).click();
    // A dialog over a dialog: the field has the keyboard without a click.
    await page.locator('form[aria-label="查看完整电话"] textarea:focus').waitFor();
    await page.keyboard.type('联系本人');
    await press(page, 'Control+Enter');
    await page.getByText(/^1990000\d{4}$/).waitFor();
  });

  test('a workbook is checked, corrected, imported and taken back', async () => {
    const page = await stage.visitor({}, 'system');
    await page.goto('/admin/organisation/import');
    const chooser = page.locator('.jw-import input[type="file"]');
    await chooser.setInputFiles(await units('部门', '衙门'));
    await page.getByText('有 1 处问题，什么都没有存').waitFor();
    await page.getByText(/「类型」的「衙门」不在列表里/).waitFor();
    const [marked] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载标明问题的文件' }).click(),
    ]);
    expect(marked.suggestedFilename()).toBe('单位（标明问题）.xlsx');
    await expectClean(page, 'faults of a workbook');
    await chooser.setInputFiles(await units('部门', '事业单位'));
    await page.getByText('没有问题').waitFor();
    await page.getByRole('button', { name: '全部导入' }).click();
    await told(page, '组织机构已导入');
    await page.getByRole('button', { name: '撤销' }).click();
    await page
      .getByRole('form', { name: /撤销导入/ })
      .getByRole('textbox')
      .fill('试一试');
    await press(page, 'Control+Enter');
    await told(page, '已整批撤销');
    await page.getByText('已由市系统管理员撤销').waitFor();
    expect(faultsOn(page)).toEqual([]);
  });

  test('a delegation is given and taken back by the holder', async () => {
    const page = await stage.visitor();
    await page.goto('/delegations');
    await page.getByRole('button', { name: '委托别人' }).click();
    const form = page.getByRole('form', { name: '委托' });
    await form.getByRole('combobox', { name: '岗位' }).click();
    await page.locator('.ant-select-item-option', { hasText: '产业链链长制办公室 主任' }).click();
    await form.getByRole('combobox', { name: '受托人' }).click();
    await page.keyboard.type('副主任');
    await page.locator('.ant-select-item-option', { hasText: '市链办副主任' }).click();
    await form.getByLabel('开始日期').fill('2099-03-01');
    await form.getByLabel('最后一天').fill('2099-03-10');
    await form.getByRole('textbox', { name: '事由' }).fill('学习');
    await press(page, 'Control+Enter');
    await told(page, '委托已办理');
    await page.getByRole('button', { name: '收回' }).click();
    await page.getByRole('form', { name: '收回委托' }).getByRole('textbox').fill('行程取消');
    await press(page, 'Control+Enter');
    await told(page, '委托已收回');
    expect(faultsOn(page)).toEqual([]);
  });

  test('regions are walked by arrow keys and narrow the units', async () => {
    const page = await stage.visitor();
    await page.goto('/admin/organisation');
    await page.getByRole('treeitem', { name: '东澜省' }).waitFor();
    await page.getByRole('treeitem', { name: '全部地区' }).focus();
    const downTo = async (name: string) => {
      const here = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      for (let steps = 0; steps < 60 && !(await here()).includes(name); steps += 1) await press(page, 'ArrowDown');
    };
    await downTo('东澜省');
    await press(page, 'ArrowRight');
    await page.getByRole('treeitem', { name: '临江市' }).waitFor();
    await downTo('临江市');
    await press(page, 'Enter');
    await page.waitForFunction(() => location.search.includes('990100'));
    await grid(page, '单位').getByText('芦洲区人民政府').first().waitFor();
  });

  describe('at both widths and in both colours', () => {
    const pages = [
      ['system', '/admin/organisation', '组织机构'],
      ['system', '/admin/organisation?unit=lj-gxj', '组织机构'],
      ['system', '/admin/people', '人员和岗位'],
      ['system', '/admin/chains', '产业链'],
      ['system', '/admin/organisation/import', '导入导出'],
      ['lj-office', '/delegations', '委托'],
      ['security', '/admin/grants', '岗位授权'],
      ['security', '/admin/roles', '角色'],
    ] as const;
    const visitors = new Map<string, Page>();
    const visitor = async (login: string): Promise<Page> => {
      const page = visitors.get(login) ?? (await stage.visitor({}, login));
      visitors.set(login, page);
      return page;
    };
    test.each(pages)('%s on %s', async (login, path, heading) => {
      const page = await visitor(login);
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading, includeHidden: true }).waitFor();
      await expectCleanIn(twoLooks, page, path);
      expect(faultsOn(page)).toEqual([]);
    });
  });
});
