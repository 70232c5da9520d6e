import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from './axe-clean.ts';
import { fillRoster, formName, openForm, publishTarget } from './indicator-world.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, grid, stepByStep, told } from './steps.ts';

const narrow = { viewport: { width: 390, height: 844 }, hasTouch: true };

/**
 * A figure from the town that reports it to the sentence that it answers to: the town's clerk reports, the district returns
 * a cell with its reason, the clerk corrects it, the city approves, the matrix changes, the chief drills. By keyboard.
 */
describe.skipIf(cannotRun !== null)('a figure from its town to its sentence', () => {
  let stage: Stage;
  let current: Page;
  let chief: Page;
  let sentence = '';
  let formId = '';
  stepByStep(() => current);
  beforeAll(async () => {
    stage = await openStage();
    chief = await stage.visitor({}, 'lj-chief');
  });
  afterAll(() => stage?.close());

  const come = async (login: string, options = {}): Promise<Page> => {
    current = await stage.visitor(options, login);
    return current;
  };
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const now = document.activeElement;
      return (now?.getAttribute('aria-label') ?? now?.textContent ?? '').replaceAll(/\s/g, '');
    });
  /** Tab until the focus is on something of this name; out of a table as it says itself: Esc, then Tab. */
  const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
    for (let presses = 0; presses < 150; presses += 1) {
      const words = await focused(page);
      if (typeof name === 'string' ? words === name : name.test(words)) return;
      if (await page.evaluate(() => document.activeElement?.closest('.jw-entry-grid') !== null))
        await press(page, 'Escape');
      await press(page, 'Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  /** Opens the report that is first in the list, by its keys. */
  const openSheet = async (page: Page): Promise<void> => {
    await page.goto('/sheets');
    await grid(page, '填报').locator('.jw-item').first().waitFor();
    await tabTo(page, formName);
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(formName) }).waitFor();
  };
  const intoTable = (page: Page): Promise<void> => tabTo(page, /^.+有限公司，/u);
  const saved = (page: Page): Promise<void> =>
    eventually(() => page.locator('.jw-entry-bar').getByText('已保存').count(), 1, 'all is saved');
  const state = (page: Page): Promise<string> => page.locator('.sheet-head .sheet-state').innerText();
  /** Down two columns of three enterprises. */
  const fillIn = async (page: Page, revenue: readonly string[], staff: readonly string[]): Promise<void> => {
    await intoTable(page);
    await press(page, 'Control+Home');
    for (const figure of revenue) {
      await page.keyboard.type(figure);
      await press(page, 'Enter');
    }
    await press(page, 'Control+Home', 'ArrowRight');
    for (const figure of staff) {
      await page.keyboard.type(figure);
      await press(page, 'Enter');
    }
  };
  /** What the chief's matrix says of a place, in 亿元. */
  const matrixOf = async (place: string): Promise<string> => {
    await chief.goto('/matrix');
    const cell = chief.locator(`a[href*="${place}"]`, { hasText: /\d|—/u }).first();
    await cell.waitFor();
    return cell.innerText();
  };

  test('a plan sets the target, and a form asks two towns for their figures', async () => {
    const office = await come('lj-office');
    sentence = await publishTarget(office);
    await fillRoster(office, 'lz-liupu', '柳浦');
    await fillRoster(office, 'lz-shiqiao', '石桥');
    formId = await openForm(office, ['lz-liupu', 'lz-shiqiao']);
  }, 180_000);

  test('the clerk of the town fills in; what cannot be is pointed out, and handed in when it is mended', async () => {
    const clerk = await come('lz-liupu');
    await openSheet(clerk);
    await fillIn(clerk, ['100000', '50000.5', '-7'], ['300', '200', '100']);
    await saved(clerk);
    await tabTo(clerk, '报送');
    await press(clerk, 'Enter');
    await clerk.getByRole('alert').filter({ hasText: '必须改正' }).waitFor();
    await eventually(() => focused(clerk), expect.stringContaining('柳浦3号纺织有限公司'), 'led to the fault');
    await clerk.keyboard.type('70000');
    await press(clerk, 'Enter');
    await saved(clerk);
    await expectClean(clerk, 'a sheet that is filled in');
    await tabTo(clerk, '报送');
    await press(clerk, 'Enter');
    await told(clerk, '已报送');
    await eventually(() => state(clerk), '待审核', 'it waits for review');
    expect(faultsOn(clerk)).toEqual([]);
  });

  test('it counts in the matrix at once', async () => {
    expect(await matrixOf('990103')).toMatch(/\b22\b/u);
  });

  test('the district returns one cell with its reason', async () => {
    const district = await come('lz-reviewer');
    await openSheet(district);
    await intoTable(district);
    await press(district, 'Control+Home', 'ArrowDown');
    await tabTo(district, '退回这一格');
    await press(district, 'Enter');
    await district.getByLabel('这一格哪里不对').waitFor();
    await district.keyboard.type('少了外贸子公司，请并入');
    await expectClean(district, 'a sheet that is looked over');
    await tabTo(district, '退回1格');
    await press(district, 'Enter');
    const dialog = district.getByRole('dialog', { name: '退回' });
    await dialog.waitFor();
    await tabTo(district, '退回');
    await press(district, 'Enter');
    await told(district, '已退回');
    await eventually(() => state(district), '已退回', 'it is back at the town');
    expect(faultsOn(district)).toEqual([]);
  });

  test('the clerk reads why, corrects the cell and hands in again', async () => {
    const clerk = await come('lz-liupu');
    await openSheet(clerk);
    await clerk.getByText('退回 1 格').waitFor();
    await intoTable(clerk);
    await press(clerk, 'Control+Home', 'ArrowDown');
    await clerk.getByText('少了外贸子公司，请并入').first().waitFor();
    await clerk.keyboard.type('80000.5');
    await press(clerk, 'Enter');
    await saved(clerk);
    await tabTo(clerk, '报送');
    await press(clerk, 'Enter');
    await told(clerk, '已报送');
    await eventually(() => state(clerk), '待审核', 'it waits again');
    const steps = clerk.locator('.sheet-steps');
    await eventually(() => steps.innerText(), expect.stringMatching(/报送[\s\S]*退回[\s\S]*报送/u), 'its steps');
  });

  test('the city approves, and the cell tells both figures', async () => {
    const city = await come('lj-reviewer');
    await openSheet(city);
    await tabTo(city, '审核通过');
    await press(city, 'Enter');
    await told(city, '审核通过');
    await eventually(() => state(city), '已审核', 'it is approved');
    await intoTable(city);
    await press(city, 'Control+Home', 'ArrowDown');
    await tabTo(city, '历次报的数');
    await press(city, 'Enter');
    const history = city.getByRole('dialog', { name: /柳浦2号纺织有限公司 营业收入/u });
    await history.getByRole('listitem').first().waitFor();
    expect(await history.innerText()).toMatch(/80,000\.5[\s\S]*柳浦镇填报员[\s\S]*50,000\.5[\s\S]*柳浦镇填报员/u);
    await expectClean(city, 'the figures of a cell', '[role="dialog"]');
    expect(faultsOn(city)).toEqual([]);
  });

  test('a second town reports from a telephone', async () => {
    const phone = await come('lz-shiqiao', narrow);
    await openSheet(phone);
    await expectClean(phone, 'a sheet on a telephone');
    await fillIn(phone, ['10000', '20000', '30000'], ['10', '20', '30']);
    await saved(phone);
    await tabTo(phone, '报送');
    await press(phone, 'Enter');
    await told(phone, '已报送');
    await eventually(() => state(phone), '待审核', 'it waits for review');
    expect(faultsOn(phone)).toEqual([]);
  });

  test('who is done and who is not stands on the board', async () => {
    const office = await come('lj-office');
    await office.goto(`/forms/${formId}/progress`);
    await office.getByText('2 个单位都报了。').waitFor();
    const rows = grid(office, '各单位的填报').locator('.jw-item');
    await eventually(() => rows.count(), 2, 'both units are listed');
    await expectClean(office, 'the board');
    expect(await office.locator('.board-legend').innerText()).toMatch(/已审核 1[\s\S]*待审核 1/u);
  });

  test('the matrix has changed, and the chief drills from the cell to the sentence', async () => {
    current = chief;
    expect(await matrixOf('990103')).toMatch(/\b31\b/u);
    const cell = chief.locator('a[href*="990100"]', { hasText: /\d/u }).first();
    await cell.focus();
    await press(chief, 'Enter');
    await chief.getByRole('heading', { level: 1, name: /临江市.*营业收入/u }).waitFor();
    await tabTo(chief, /^原文：/u);
    await press(chief, 'Enter');
    await chief.waitForURL(/\/plans\//u);
    await chief.getByText(sentence).first().waitFor();
    expect(faultsOn(chief)).toEqual([]);
  });
});
