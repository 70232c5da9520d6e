import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, openStage, type Stage } from './stage.ts';
import { eventually, stepByStep, told } from './steps.ts';

/** A grey picture as a telephone would send it. */
function photo(): Buffer {
  const [width, height] = [80, 60];
  const crcOf = (bytes: Buffer): number => {
    let crc = 0xffffffff;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return (crc ^ 0xffffffff) >>> 0;
  };
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.alloc(width + 1, 0)));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A unit registers a project, reports a month with a photograph on its telephone; the office finds a double and merges it. */
describe.skipIf(cannotRun !== null)('projects', () => {
  let stage: Stage;
  let unit: Page;
  let office: Page;
  stepByStep(() => unit);
  beforeAll(async () => {
    stage = await openStage();
    unit = await stage.visitor({ viewport: { width: 390, height: 844 } }, 'lz-lead');
    office = await stage.visitor({}, 'lz-office');
  });
  afterAll(() => stage?.close());

  const fill = async (page: Page, name: string, enterprise: string): Promise<void> => {
    const form = page.getByRole('form', { name: '登记项目' });
    await form.getByLabel('项目名称').fill(name);
    await form.getByLabel('企业', { exact: true }).fill(enterprise);
    await form.getByLabel('地点').fill('柳浦镇印染集中区');
    await form.getByLabel('总投资').fill('4800');
    await form.getByLabel('凭据').fill('企业投资项目备案证');
  };

  test('a project is registered on a telephone, by the keyboard', async () => {
    await unit.goto('/projects');
    await unit.getByText('还没有项目').waitFor();
    await unit.goto('/projects/new');
    await fill(unit, '绿色印染集中区项目', '芦洲佳绣印染有限公司');
    await unit.keyboard.press('Control+Enter');
    await unit.getByRole('heading', { level: 1, name: /绿色印染集中区项目/ }).waitFor();
    expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('it begins, its month is reported, and a photograph is sent', async () => {
    await unit.getByRole('button', { name: '进入下一阶段' }).click();
    const step = unit.getByRole('form', { name: '进入下一阶段' });
    await step.getByLabel('到了').click();
    await unit.getByTitle('开工', { exact: true }).click();
    await step.getByLabel('凭据').fill('建筑工程施工许可证');
    await unit.keyboard.press('Control+Enter');
    await told(unit, '已保存');
    await unit.getByText(/现在是开工阶段/).waitFor();
    const months = unit.getByRole('region', { name: '月度投资' });
    await months.getByRole('button', { name: /^报/ }).first().click();
    const report = unit.getByRole('form', { name: '月度投资' });
    await report.getByLabel('本月完成').fill('120');
    await report.getByLabel('进展').fill('打桩完成');
    await unit.keyboard.press('Control+Enter');
    await told(unit, '投资已报');
    await months.getByText('120 万元').waitFor();
    const files = unit.getByRole('region', { name: '照片和证明材料' });
    await files.getByRole('button', { name: /上\s?传/ }).click();
    const upload = unit.getByRole('form', { name: '上传' });
    await upload
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo() });
    await upload.getByLabel('说明').fill('基坑');
    await upload.getByRole('button', { name: /^上\s?传$/ }).click();
    await told(unit, '已上传');
    const picture = files.locator('img');
    await picture.scrollIntoViewIfNeeded();
    await eventually(
      () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      80,
      'the photograph is shown',
    );
    expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('the office registers the same once more, is shown the first, and makes the two one', async () => {
    await office.goto('/projects/new');
    await fill(office, '佳绣印染绿色印染集中区建设项目', '临江市芦洲佳绣印染有限公司');
    await office.keyboard.press('Control+Enter');
    const likes = office.getByRole('alert', { name: '可能相同的项目' });
    await likes.getByRole('link', { name: '绿色印染集中区项目' }).waitFor();
    await likes.getByRole('checkbox').check();
    await office.getByRole('button', { name: /^登\s?记$/ }).click();
    await office.getByRole('heading', { level: 1, name: /佳绣印染绿色印染集中区建设项目/ }).waitFor();
    await office.getByRole('link', { name: '去判定' }).click();
    await office
      .getByRole('button', { name: /^是同一个：/ })
      .first()
      .click();
    await office.getByRole('form', { name: '是同一个项目' }).getByLabel('理由').fill('备案证是同一个');
    await office.keyboard.press('Control+Enter');
    await told(office, '已判定');
    await office.goto('/projects');
    await eventually(
      () => office.getByRole('region', { name: '合计' }).innerText(),
      expect.stringMatching(/项目\s*1 个/),
      'the pair counts once',
    );
  });

  test('what was reported is confirmed by the office', async () => {
    await office.getByRole('link', { name: '绿色印染集中区项目' }).first().click();
    const months = office.getByRole('region', { name: '月度投资' });
    await months.getByRole('button', { name: /^核定全部/ }).click();
    await told(office, '已核定');
    await months.getByText('已核定').first().waitFor();
    await expectCleanIn(twoLooks, office, 'one project');
  });

  test('list, one project, doubles, norms and import can be read by everybody, at both widths', async () => {
    const pages = [
      ['/projects', '项目'],
      ['/projects/doubles?box=all', '相同项目'],
      ['/projects/norms', /时限和界限/],
      ['/projects/import', '导入'],
    ] as const;
    for (const [path, name] of pages) {
      await office.goto(path);
      await office.getByRole('heading', { level: 1, name }).waitFor();
      await expectCleanIn(twoLooks, office, path);
    }
  });
});
