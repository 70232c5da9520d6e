import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxEntries, paragraph } from '../../platform/files/testing/docx.ts';
import { makeZip } from '../../platform/files/testing/zip.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, type GivenFile, grid, luzhou } from './steps.ts';

const file = (name: string, buffer: Buffer): GivenFile => ({ name, mimeType: 'application/octet-stream', buffer });

const bomb = file(
  '炸弹.docx',
  makeZip([...docxEntries(paragraph('通知')), { name: 'word/media/a.bin', data: Buffer.alloc(60_000_000) }]),
);
const disguised = file('方案.docx', Buffer.from('这其实是一段纯文本。'.repeat(50)));
const empty = file('空.txt', Buffer.alloc(0));
const program = file('方案.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3000, 7)]));
const script = file('<img src=x onerror=alert(1)>.txt', Buffer.from(''));

describe.skipIf(cannotRun !== null)('hostile files', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.visitor();
  });
  afterAll(() => stage?.close());

  test('each is refused with its reason and what to do, the good one among them is imported', async () => {
    await page.goto('/plans');
    const given = [bomb, disguised, empty, program, script];
    const goodOne = luzhou;
    await page.locator('input[type="file"]').setInputFiles(given);
    await page
      .locator('li.upload-refused')
      .nth(given.length - 1)
      .waitFor({ timeout: 60_000 });
    const reasons = await page.locator('li.upload-refused').allInnerTexts();
    const reasonOf = (name: string) => reasons.find((text) => text.includes(name)) ?? '';
    expect(reasonOf('炸弹.docx')).toMatch(/没有导入[\s\S]*解压[\s\S]*请/);
    expect(reasonOf('方案.docx')).toMatch(/没有导入[\s\S]*请/);
    expect(reasonOf('空.txt')).toMatch(/没有导入[\s\S]*没有文字[\s\S]*请/);
    expect(reasonOf('方案.pdf')).toMatch(/没有导入[\s\S]*请/);
    // The name is shown as it is and never becomes part of the page.
    expect(reasonOf('<img src=x')).toContain('没有导入');
    expect(await page.locator('.uploads img').count()).toBe(0);
    expect(reasons.join()).not.toMatch(/Error|undefined|null|[a-z]+-[a-z]+-/);

    await page.getByRole('button', { name: '收起已完成的' }).click();
    await bring(page, goodOne);
    await grid(page, '方案').locator('.jw-item').first().waitFor();
    expect(await grid(page, '方案').locator('.jw-item').count()).toBe(1);
  });

  test('the server is unharmed and nothing of the refused is kept', async () => {
    const health = await page.context().request.get('/api/v1/plans');
    expect(health.status()).toBe(200);
    const { total } = (await health.json()) as { total: number };
    expect(total).toBe(1);
    expect(faultsOn(page)).toEqual([]);
  });

  test('addresses that lead nowhere say so and lead back', async () => {
    await page.goto('/plans/0000000000');
    await page.getByRole('alert').getByText('没有编号为').waitFor();
    await page.goto('/nirgends');
    await page.getByRole('link', { name: '回到工作台', exact: true }).waitFor();
    await page.goto('/rules/does-not-exist');
    await page.getByRole('link', { name: '看全部规则' }).waitFor();
  });
});
