import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, narrowDark, twoLooks, windowOf } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, sendAs, stepByStep } from './steps.ts';

/** An enterprise diagnoses itself on a telephone, a second person checks it, and it sees where it stands and what pays for it. */
describe.skipIf(cannotRun !== null)('digital diagnosis', () => {
  let stage: Stage;
  let own: Page;
  let office: Page;
  stepByStep(() => own);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor({}, 'lz-office');
    own = await stage.visitor(windowOf(narrowDark), 'lz-enterprise');
    const content = {
      ...{ name: '临江华织纺织有限公司', code: '91990103TE5T200172', regionId: '990103', unitId: 'lz-huazhi' },
      ...{ industry: '1712', scale: 'medium', chainId: 'lj-textile', products: ['棉布'], foundedOn: '2008-03-01' },
    };
    await sendAs(office, 'POST', '/enterprises', { content });
    await sendAs(office, 'POST', '/diagnosis-providers', {
      ...{
        name: '临江云上科技有限公司',
        regionId: '990103',
        sides: ['base'],
        services: '设备联网',
        cases: '',
        contact: '',
      },
    });
  });
  afterAll(() => stage?.close());

  const panel = (): Locator => own.getByRole('tabpanel');
  const questions = (): Locator => panel().getByRole('group');

  /** The last of one, the second of several, a figure: what a fair enterprise says. */
  async function answer(question: Locator): Promise<void> {
    const [radios, boxes] = [question.getByRole('radio'), question.getByRole('checkbox')];
    if ((await radios.count()) > 0) await radios.last().check();
    else if ((await boxes.count()) > 0)
      for (const nth of [1, 3, 5]) await boxes.nth(Math.min(nth, (await boxes.count()) - 1)).check();
    else await question.getByRole('textbox').fill('20');
  }

  test('it begins in its own file', async () => {
    await own.goto('/my-enterprise');
    const part = own.getByRole('region', { name: '数字化诊断' });
    await part.getByText('还没有做过数字化诊断').waitFor();
    await part.getByRole('link', { name: '开始或查看诊断' }).click();
    await own.getByRole('button', { name: '开始诊断' }).click();
    await own.getByRole('heading', { level: 1, name: '数字化诊断' }).waitFor();
  });

  test('side by side it is answered with the thumb and saved by itself; answers bring further questions', async () => {
    for (const side of ['数字化基础', '数字化经营', '数字化管理', '数字化成效']) {
      await own.getByRole('tab', { name: new RegExp(`^${side}`, 'u') }).click();
      await eventually(() => own.getByRole('tab', { selected: true }).innerText(), expect.stringContaining(side), side);
      for (let at = 0; at < (await questions().count()); at += 1) await answer(questions().nth(at));
      if (side === '数字化基础') await expectCleanIn(twoLooks, own, 'the questionnaire');
    }
    await own.getByRole('tab', { name: /^数字化基础 6\/6/u }).waitFor();
    await own.getByRole('status').filter({ hasText: '已全部保存' }).waitFor();
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('without the promise and the paper it is not taken; with them it is', async () => {
    await own.getByRole('button', { name: /^报\s?送$/u }).click();
    await own.getByText('没有勾选承诺').waitFor();
    await own.getByRole('checkbox', { name: /承诺/u }).check();
    await own.getByRole('button', { name: /^报\s?送$/u }).click();
    await own.getByText('这道题要附证明材料').waitFor();
    await own.getByRole('tab', { name: /^数字化基础/u }).click();
    const systems = questions().filter({ hasText: '在用哪些信息系统' });
    const buffer = Buffer.from('%PDF-1.4\n%%EOF\n');
    const paper = { name: '系统首页.pdf', mimeType: 'application/pdf', buffer };
    await systems.locator('input[type="file"]').setInputFiles(paper);
    await systems.getByRole('link', { name: '系统首页.pdf' }).waitFor();
    await own.getByRole('button', { name: /^报\s?送$/u }).click();
    await own.getByText('已报送，等待核验').first().waitFor();
    await own.waitForURL('**/result');
  });

  test('a second person finds one answer otherwise, says why, and ends the check', async () => {
    await office.goto(own.url().replace(/\/result$/u, ''));
    const network = office.getByRole('group').filter({ hasText: '网络到了哪一步' });
    await network.getByText('企业自评：全部场所有网络').waitFor();
    await network.getByRole('radio', { name: /主要场所/u }).check();
    await network.getByLabel('理由').fill('二车间没有网络');
    await office.getByRole('status').filter({ hasText: '已全部保存' }).waitFor();
    await office.getByRole('button', { name: '完成核验' }).click();
    await office.waitForURL('**/result');
  });

  test('it sees its level, what to do first, who pays and who helps; and its file knows', async () => {
    await own.reload();
    await own.getByText('二车间没有网络').first().waitFor();
    await own
      .getByRole('region', { name: '中小企业数字化水平四级' })
      .getByText('级', { exact: false })
      .first()
      .waitFor();
    await own.getByRole('region', { name: '哪些政策给钱' }).waitFor();
    await own.getByRole('region', { name: '谁能帮忙' }).getByText('临江云上科技有限公司').waitFor();
    await expectCleanIn(twoLooks, own, 'the result');
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await own.goto('/my-enterprise');
    await own.getByRole('region', { name: '数字化诊断' }).getByText('已核验').waitFor();
    await own
      .getByRole('region', { name: /能拿什么/u })
      .getByText('在', { exact: false })
      .first()
      .waitFor();
    expect([...faultsOn(own), ...faultsOn(office)]).toEqual([]);
  });
});
