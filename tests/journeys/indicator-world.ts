import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { shifted } from '../../src/kernel/index.ts';
import { bring, sendAs } from './steps.ts';

/** The month that reports are due for now. */
export const lastMonth = shifted(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7), -1);
export const formName = '产业链主要指标月报';

const ask = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.context().request.get(`/api/v1${path}`)).json()) as T;

/** A plan whose sentence sets the city's target for the year of the reports; gives the sentence. */
export async function publishTarget(office: Page): Promise<string> {
  const sentence = `${lastMonth.slice(0, 4)}年全市现代纺织产业营业收入达到240亿元`;
  const text = `# 临江市现代纺织产业年度行动方案\n\n临府发〔2026〕5号\n\n## 一、目标\n\n${sentence}。\n\n临江市人民政府\n`;
  // Reading a document is the slowest of all that happens here.
  office.setDefaultTimeout(90_000);
  await office.goto('/plans');
  await bring(office, { name: '年度行动方案.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  const link = await office.locator('.upload-done a').first().getAttribute('href');
  const planId = /plans\/([^?/]+)/u.exec(link ?? '')?.[1] ?? '';
  const draft = await ask<{ revision: number; items: { id: string }[] }>(office, `/plans/${planId}/draft`);
  const itemIds = draft.items.map(({ id }) => id);
  await sendAs(office, 'POST', `/plans/${planId}/items/review`, {
    ...{ revision: draft.revision, review: 'confirmed', itemIds },
  });
  const { revision } = await ask<{ revision: number }>(office, `/plans/${planId}`);
  await sendAs(office, 'POST', `/plans/${planId}/publish`, { revision, acknowledge: '照印发稿' });
  const loading = await ask<{ edition: number; revision: number }>(office, `/plans/${planId}/targets`);
  const body = { edition: loading.edition, revision: loading.revision };
  await sendAs(office, 'POST', `/plans/${planId}/targets/load`, body);
  return sentence;
}

/** Three enterprises of a town are on its roster. */
export async function fillRoster(office: Page, unitId: string, town: string): Promise<void> {
  for (const at of [1, 2, 3])
    await sendAs(office, 'POST', '/roster', {
      ...{ unitId, enterpriseId: `${unitId}-${at}`, name: `${town}${at}号纺织有限公司` },
      ...{ chainId: 'lj-textile', from: '2023-01', until: null },
    });
}

/** A monthly form of two towns is open, and its sheets are there. */
export async function openForm(office: Page, units: readonly string[]): Promise<string> {
  await sendAs(office, 'POST', '/forms', {
    ...{
      name: formName,
      note: '累计数从 1 月算起。',
      rows: 'enterprises',
      chains: [],
      role: 'part',
      frequency: 'month',
    },
    ...{ firstPeriod: lastMonth, opensAfter: 1, dueAfter: 40, remindBefore: 3, units, chainId: null },
    columns: [
      { indicatorId: 'revenue', required: true },
      { indicatorId: 'staff', required: true },
    ],
    checks: { sums: [], ratios: [], cell: null },
  });
  const { rows } = await ask<{ rows: { id: string; revision: number }[] }>(office, '/forms');
  const form = rows[0] ?? { id: '', revision: 0 };
  await sendAs(office, 'POST', `/forms/${form.id}/state`, { revision: form.revision, state: 'open' });
  const made = async (): Promise<number> => (await ask<{ total: number }>(office, '/sheets?scope=all')).total;
  // The server looks every twenty seconds for what is to be made.
  await expect.poll(made, { timeout: 60_000, message: 'sheets are made' }).toBe(units.length);
  return form.id;
}
