import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shifted } from '../../src/kernel/index.ts';
import { expectClean } from './axe-clean.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, grid, sendAs, stepByStep, told } from './steps.ts';

const thisMonth = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
const last = shifted(thisMonth, -1);
const firms = ['91990103TE6T01010A', '91990103TE6T010297', '91990103TE6T010372', '91990103TE6T01045W'] as const;
const narrow: BrowserContextOptions = { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true };

/** The office puts a table together by keys, keeps it and shares it; the chief opens it, goes behind a number, takes it away. */
describe.skipIf(cannotRun !== null)('analysis', () => {
  let stage: Stage;
  let office: Page;
  let chief: Page;
  stepByStep(() => office);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor({}, 'lz-office');
    chief = await stage.visitor({}, 'lz-chief');
    const clerk = await stage.visitor({}, 'lz-liupu');
    await clerk.goto('/');
    // Revenue since January: enterprise n sells n + 1 million a month.
    const figures = firms.flatMap((enterpriseId, nth) =>
      [-6, -5, -4, -3, -2, -1].map((back) => {
        const period = shifted(thisMonth, back);
        const value = (nth + 1) * 10_000 * Number(period.slice(5));
        return { indicatorId: 'revenue', period, enterpriseId, chainId: 'lj-textile', value, reason: '按账上的数' };
      }),
    );
    await sendAs(clerk, 'PUT', '/figures', { key: 'journey-analysis-1', figures });
    const corrected = { indicatorId: 'revenue', period: last, enterpriseId: firms[0], chainId: 'lj-textile' };
    await sendAs(clerk, 'PUT', '/figures', {
      key: 'journey-analysis-2',
      figures: [{ ...corrected, value: 10_000 * Number(last.slice(5)) + 100, reason: '按账上的数', note: '漏了一笔' }],
    });
  });
  afterAll(() => stage?.close());

  const table = (page: Page): Locator => page.getByRole('region', { name: '透视表' });
  const line = (page: Page, name: string): Locator => table(page).getByRole('row', { name: new RegExp(name) });
  /** Chooses by keys alone: to the input, open, type, take. */
  const choose = async (page: Page, input: string | RegExp, words: string): Promise<void> => {
    await page.getByRole('combobox', { name: input }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(words);
    await page.locator('.ant-select-item-option-active', { hasText: words }).waitFor();
    await page.keyboard.press('Enter');
  };
  const tick = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('checkbox', { name, exact: true }).focus();
    await page.keyboard.press('Space');
  };

  test('by keys: towns and chains down, one period, what has come, its share and its rank', async () => {
    await office.goto('/');
    await office.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '分析' }).focus();
    await office.keyboard.press('Enter');
    await line(office, '柳浦镇').waitFor();
    await choose(office, '行，第 2 层', '产业链');
    await table(office).getByRole('columnheader', { name: '地方 / 产业链' }).waitFor();
    for (const name of ['同比', '累计', '占比', '位次']) await tick(office, name);
    await office.getByRole('combobox', { name: '从', exact: true }).selectOption(last);
    await office.getByRole('combobox', { name: '到', exact: true }).selectOption(last);
    const words = (): Promise<string> => line(office, '柳浦镇.*现代纺织产业链').innerText();
    await eventually(
      async () => (await words()).split(/\s+/).filter((each) => each.includes('/')).length,
      1,
      'the rank',
    );
    expect(await words()).toContain('100%');
    const address = new URL(office.url()).searchParams;
    expect([address.get('rows'), address.get('measures'), address.get('from')].join(' ')).toContain(
      `place,chain value,toDate,share,rank`,
    );
    await expectClean(office, 'pivot');
  });

  test('a heading sorts; the address alone brings the same table back', async () => {
    const head = table(office).getByRole('columnheader', { name: '数值' });
    await head.getByRole('button').focus();
    await office.keyboard.press('Enter');
    await eventually(() => head.getAttribute('aria-sort'), 'descending', 'sorted');
    await office.getByRole('combobox', { name: '排序' }).selectOption({ label: '原来的次序' });
    await eventually(() => head.getAttribute('aria-sort'), 'none', 'as they come');
    const shown = await table(office).innerText();
    await office.reload();
    await eventually(() => table(office).innerText(), shown, 'the same after it is read anew');
  });

  test('it is kept under a name and shared with the district', async () => {
    await office.getByRole('button', { name: '保存' }).focus();
    await office.keyboard.press('Enter');
    const form = office.getByRole('form', { name: '报表' });
    await form.getByLabel('名称').fill('各镇纺织月报');
    await form.getByRole('combobox', { name: '给谁看' }).focus();
    await office.keyboard.press('Enter');
    const active = office.locator('.ant-select-item-option-active');
    for (let press = 0; press < 4 && (await active.innerText()) !== '本地区'; press += 1)
      await office.keyboard.press('ArrowDown');
    await office.keyboard.press('Enter');
    await expectClean(office, 'save', '[role="dialog"]');
    await office.keyboard.press('Control+Enter');
    await told(office, '已保存「各镇纺织月报」');
    await office.goto('/reports');
    const card = office.getByRole('article', { name: '各镇纺织月报' });
    await card.getByText('给谁看：本地区').waitFor();
    await card.getByRole('button', { name: '修改「各镇纺织月报」' }).click();
    await office.getByRole('form', { name: '报表' }).getByRole('combobox', { name: '定时生成 Excel' }).click();
    await office.locator('.ant-select-item-option', { hasText: '每周一' }).click();
    await office.getByRole('button', { name: '保存', exact: true }).click();
    await card.getByText('每周一生成 Excel').waitFor();
    await card.getByText(/下一次/).waitFor();
    await expectClean(office, 'reports');
  });

  test('the chief begins with the matrix, finds the table among the shared ones, and takes it away', async () => {
    await chief.goto('/');
    const first = chief.getByRole('region', { name: '经纬矩阵' });
    await first.first().waitFor();
    await chief.getByRole('region', { name: '芦洲区合计' }).waitFor();
    await expectClean(chief, 'first page');
    await chief.goto('/reports');
    await chief.getByRole('region', { name: '别人共享的' }).getByRole('link', { name: '各镇纺织月报' }).click();
    await line(chief, '柳浦镇.*现代纺织产业链').waitFor();
    await chief.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([
      chief.waitForEvent('download'),
      chief.getByRole('menuitem', { name: 'Excel 表格' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/透视表.*\.xlsx$/);
    await told(chief, '已导出');
  });

  test('from a number to its enterprises, and to the versions of one of them', async () => {
    const number = line(chief, '柳浦镇.*现代纺织产业链').getByRole('link').first();
    await number.focus();
    await chief.keyboard.press('Enter');
    await chief.getByRole('heading', { level: 1, name: /柳浦镇 · 现代纺织产业链 · 营业收入/ }).waitFor();
    const figures = grid(chief, '数').locator('.jw-item');
    await eventually(async () => (await figures.count()) >= firms.length, true, 'its enterprises');
    await expectClean(chief, 'cell');
    const one = `${Number(last.slice(5)) * 100 + 1}`.replace(/\B(?=(?:\d{3})+$)/gu, ',');
    await figures.filter({ hasText: last }).filter({ hasText: one }).first().click();
    await chief.keyboard.press('Enter');
    const versions = chief.getByRole('dialog').locator('.cell-versions li');
    await eventually(() => versions.count(), 2, 'both versions');
    expect(await versions.first().innerText()).toContain('漏了一笔');
    expect(await versions.nth(1).innerText()).toContain('看到');
    await expectClean(chief, 'versions', '[role="dialog"]');
    await chief.keyboard.press('Escape');
  });

  test('a map that is wrong is refused in words; a right one is looked at, put up, and taken down', async () => {
    const { request } = office.context();
    const answer = await request.get('/api/v1/regions?parent=990103');
    const { regions } = (await answer.json()) as { regions: { code: string; name: string }[] };
    const square = (nth: number, code: string, name: string, by = 1) => {
      const [x, y] = [(115 + nth * 0.1) * by, 28 * by];
      const ring = [
        [x, y],
        [x + 0.09, y],
        [x + 0.09, y + 0.09],
        [x, y + 0.09],
        [x, y],
      ];
      return { type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [ring] } };
    };
    const give = (features: readonly object[]) =>
      office.locator('input[type="file"]').setInputFiles({
        ...{ name: '芦洲.geojson', mimeType: 'application/geo+json' },
        buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
      });
    await office.goto('/region-map');
    await office.getByText('芦洲区还没有地图').waitFor();
    await give(regions.map(({ code, name }, nth) => square(nth, code, name, 1000)));
    await office
      .getByRole('alert')
      .getByText(/经度写在前面/)
      .first()
      .waitFor();
    await give([square(0, '440300', '别处')]);
    await office.getByRole('heading', { name: '预览，还没有换' }).waitFor();
    await office.getByRole('button', { name: '换成这张' }).click();
    await office
      .getByRole('alert')
      .getByText(/不在本系统的地区里/)
      .waitFor();
    await give(regions.map(({ code, name }, nth) => square(nth, code, name)));
    await office.getByText(`文件里的地图，有 ${regions.length} 个地区。`).waitFor();
    await expectClean(office, 'region map');
    await office.getByRole('button', { name: '换成这张' }).click();
    await told(office, `有 ${regions.length} 个地区`);
    await office.getByRole('button', { name: '去掉现在的地图' }).waitFor();
    await chief.goto('/analysis?view=map');
    await eventually(() => chief.locator('.jw-map-region').count(), regions.length, 'the outlines');
    await office.getByRole('button', { name: '去掉现在的地图' }).click();
    await office.getByRole('button', { name: '去掉', exact: true }).click();
    await told(office, '已去掉芦洲区的地图');
    await chief.reload();
    await chief.getByText('芦洲区还没有地图').waitFor();
    expect(await chief.getByRole('link', { name: '上传地图' }).count()).toBe(0);
  });

  test('on a telephone the rows and columns are chosen in a sheet; every view fits', async () => {
    const page = await stage.visitor(narrow, 'lz-office');
    await page.goto('/analysis');
    await line(page, '柳浦镇').waitFor();
    await page.getByRole('button', { name: '选择行列' }).click();
    const sheet = page.getByRole('dialog', { name: '选择行列' });
    await sheet.getByRole('checkbox', { name: '位次' }).check();
    await expectClean(page, 'sheet', '[role="dialog"]');
    await sheet.getByRole('button', { name: '看结果' }).click();
    await table(page).getByRole('columnheader', { name: '位次' }).first().waitFor();
    for (const name of ['折线', '柱形', '小图', '地图', '表格']) {
      await page.getByRole('tab', { name }).click();
      await page
        .locator(name === '表格' ? '.pivot-table' : '.jw-chart')
        .first()
        .waitFor();
      await expectClean(page, name);
    }
    await page.goto('/matrix');
    await page.getByRole('region', { name: '芦洲区合计' }).waitFor();
    await page.getByRole('list', { name: '常用指标' }).waitFor();
    await expectClean(page, 'matrix');
    await page.goto(`/cells?indicator=revenue&period=${last}`);
    await page.getByRole('heading', { level: 1, name: /营业收入/ }).waitFor();
    await expectClean(page, 'cell');
    expect(faultsOn(page)).toEqual([]);
  });

  test('the one who saved it takes it away again', async () => {
    await office.goto('/reports');
    await office.getByRole('button', { name: '删去「各镇纺织月报」' }).click();
    await office.getByRole('button', { name: '删去', exact: true }).click();
    await told(office, '已删去');
    await office.getByText('还没有保存的报表').waitFor();
    expect([...faultsOn(office), ...faultsOn(chief)]).toEqual([]);
  });
});
