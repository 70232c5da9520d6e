import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../platform/files/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { policyApi, type TrialAnswer, type TrialEvent } from '../../src/policy/contract.ts';
import { openTestApi, type TestApi } from '../server/api.ts';

const params = { policyId: 'hunan-textile-2023' };
const on = '2025-12-31';
const head = 'id,region,chain,city,dishonest_3y,accident_3y,rd_extra_deduction_delta,hightech_field,applied_on';
/** Awards by hand: 12 % of 500万 = 60万, 8 % of 250万 = 20万, under the floor, left out, nothing known. */
const rows = [
  'A,430100,textile,hunan,0,0,500,1,2025-03-10',
  'B,430100,textile,hunan,0,0,250,0,2025-03-11',
  'C,430200,textile,hunan,0,0,249.9999,0,',
  'D,430200,textile,hunan,1,0,9000,1,2025-05-01',
  'E,430200,textile,hunan,0,0,,1,20250601',
];
const csv = [head, ...rows].join('\n');

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Sent {
  readonly name?: string;
  readonly content?: string | Buffer;
  readonly query?: Readonly<Record<string, string | number>>;
}
async function send(endpoint: Endpoint, { name = '企业.csv', content, query = {} }: Sent) {
  const form = new FormData();
  if (content !== undefined) form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const body = new Response(form);
  return api.app.inject({
    method: 'POST',
    url: addressOf('', endpoint, params, { on, ...query }),
    ...(content !== undefined && {
      headers: { 'content-type': body.headers.get('content-type') ?? '' },
      payload: Buffer.from(await body.arrayBuffer()),
    }),
  });
}
const eventsIn = (text: string): TrialEvent[] =>
  text
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => JSON.parse(part.slice('data: '.length)) as TrialEvent);

async function tried(sent: Sent): Promise<TrialAnswer> {
  const answer = await send(policyApi.tryPolicy, sent);
  const last = eventsIn(answer.body).at(-1);
  if (last?.kind !== 'report') throw new Error(answer.body.slice(0, 500));
  return last.answer;
}
const refusedIn = (text: string): string => {
  const last = eventsIn(text).at(-1);
  return last?.kind === 'refused' ? last.refusals.map(({ code }) => code).join() : text;
};

describe('a trial of a change', () => {
  test('the figures come with their units, their bounds and the columns a file should have', async () => {
    const { figures, facts, groups, hash } = await api.call(policyApi.readFigures, { params, query: { on } });
    expect(figures.length).toBeGreaterThan(2);
    expect(figures.every(({ value, plain }) => value !== null && plain !== null)).toBe(true);
    expect(figures.find(({ plain }) => plain?.unit === '%')?.bounds).toEqual({ least: 0, most: 100 });
    expect(facts.map(({ id }) => id)).toContain('rd_extra_deduction_delta');
    expect(groups.map(({ id }) => id)).toContain('rd');
    expect(hash).toMatch(/^sha256:/);
  });

  test('a file is read, decided and counted; nothing changed costs the same', async () => {
    const { report, absent } = await tried({ content: csv });
    expect(report.cost).toEqual({ before: 800_000, after: 800_000 });
    // The file says nothing of platforms: of everybody who is not left out something stays open.
    expect([report.cases, report.paid.after, report.open.after]).toEqual([5, 2, 4]);
    expect(report.byPlace.region).toEqual({
      430100: { before: 800_000, after: 800_000 },
      430200: { before: 0, after: 0 },
    });
    expect(report.byGroup.rd).toEqual({ before: 800_000, after: 800_000 });
    expect(report.winners.count + report.losers.count).toBe(0);
    expect(absent.length).toBeGreaterThan(0);
  });

  test('a lower rate costs less, names who loses and the floor that others now miss', async () => {
    const { figures } = await api.call(policyApi.readFigures, { params, query: { on } });
    const low = figures.find(({ value }) => value === '8%');
    if (low === undefined) throw new Error('no figure of 8%');
    const changes = JSON.stringify([{ parameter: low.id, value: '7%', from: null }]);
    const { report } = await tried({ content: csv, query: { changes, budget: 500_000 } });
    expect(report.cost).toEqual({ before: 800_000, after: 600_000 });
    expect(report.losers).toMatchObject({ count: 1, yuan: 200_000, most: [{ id: 'B', before: 200_000, after: 0 }] });
    const floor = report.cliffs.before.find(({ clauses }) => clauses.includes('rd-other'));
    expect(floor?.fact).toBe('rd_extra_deduction_delta');
    expect(floor?.rising.most).toMatchObject([{ id: 'C', here: 0, there: 200_000 }]);
    expect(floor?.falling.most).toMatchObject([{ id: 'B', here: 200_000, there: 0 }]);
    expect(report.exhaustion?.before).toMatchObject({ on: '2025-03-10', claimed: 800_000, short: 300_000 });
    expect(report.undated).toEqual({ before: 0, after: 0 });
  });

  test('a change from a later day leaves this year as it is and shows in the next', async () => {
    const { figures } = await api.call(policyApi.readFigures, { params, query: { on } });
    const low = figures.find(({ value }) => value === '8%');
    const changes = JSON.stringify([{ parameter: low?.id, value: '16%', from: '2026-01-01' }]);
    const { report } = await tried({ content: csv, query: { changes } });
    expect(report.cost).toEqual({ before: 800_000, after: 800_000 });
    const year = (which: number) => report.byYear.find(({ year: each }) => each === which);
    expect(year(2025)).toMatchObject({ before: 800_000, after: 800_000 });
    expect(year(2026)).toMatchObject({ before: 800_000, after: 600_000 + 400_000 + 399_999.84 + 0.16 });
  });

  test('invented enterprises need no file, and are the same for the same seed', async () => {
    const query = { demo: 2000, seed: 5, budget: 1_000_000 };
    const [one, two] = [await tried({ query }), await tried({ query })];
    expect(one).toEqual(two);
    expect(one.report).toMatchObject({ cases: 2000 });
    expect(one.report.paid.before).toBeGreaterThan(50);
    expect(Object.keys(one.report.byPlace.region ?? {})).toHaveLength(6);
    expect(one.people).toEqual({ kind: 'demo', seed: 5 });
  });

  test('what is wrong with the file is told by line and column, after the stream began', async () => {
    const broken = `${csv}\nF,430200,textile,hunan,0,0,many,1,\n`;
    expect(refusedIn((await send(policyApi.tryPolicy, { content: broken })).body)).toBe('facts-not-a-number');
    const day = `${csv}\nF,430200,textile,hunan,0,0,1,1,soon\n`;
    expect(refusedIn((await send(policyApi.tryPolicy, { content: day })).body)).toBe('trial-applied-on');
    const other = await send(policyApi.tryPolicy, { content: 'id,colour\n1,red\n' });
    expect(refusedIn(other.body)).toBe('facts-column-missing');
    const kind = await send(policyApi.tryPolicy, { name: '企业.pdf', content: csv });
    expect(refusedIn(kind.body)).toBe('facts-kind');
  });

  test('what is wrong with the change is told before anything is run', async () => {
    const { figures } = await api.call(policyApi.readFigures, { params, query: { on } });
    const ask = async (query: Sent['query']) => {
      const answer = await send(policyApi.tryPolicy, { content: csv, ...(query !== undefined && { query }) });
      const { refusals } = answer.json<{ refusals: { code: string; field: string }[] }>();
      return `${answer.statusCode} ${refusals[0]?.code} ${refusals[0]?.field}`;
    };
    const [figure] = figures;
    const change = (parameter: string | undefined, value: string) => ({
      changes: JSON.stringify([{ parameter, value, from: null }]),
    });
    expect(await ask(change(figure?.id, '3只羊'))).toMatch(new RegExp(`^422 policy-[a-z-]+ changes.${figure?.id}$`));
    expect(await ask(change('nobody', '3'))).toBe('422 trial-figure-unknown changes');
    expect(await ask({ changes: '{' })).toBe('400 form-wrong changes');
    expect(await ask({ budget: 1, from: '2025-06-01', to: '2025-05-31' })).toBe('422 trial-window to');
    expect(await ask({ permille: 900 })).toMatch(/^400 value-out-of-bounds/);
    const none = await send(policyApi.tryPolicy, {});
    expect(none.json()).toMatchObject({ refusals: [{ code: 'file-missing' }] });
  });

  test('what everybody gets leaves as comma-separated values, the report as a workbook', async () => {
    const lines = await send(policyApi.exportTrial, { content: csv, query: { format: 'csv' } });
    expect(lines.body.replace('\uFEFF', '').trim().split('\r\n').slice(1, 3)).toEqual([
      'A,430100,纺织服装,湖南,600000,600000,0',
      'B,430100,纺织服装,湖南,200000,200000,0',
    ]);
    const book = await send(policyApi.exportTrial, { content: csv, query: { format: 'xlsx', budget: 1000 } });
    const sheets = await readWorkbook('试算.xlsx', book.rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['说明', '按年度', '按地区', '断崖', '漏斗', '预算']),
    );
    const about = sheets[0]?.rows.map(({ cells }) => cells.join(' ')) ?? [];
    expect(about).toEqual(
      expect.arrayContaining(['户数 5', '花费（元） 800000 → 800000', '用完的一天 2025-03-10 → 2025-03-10']),
    );
  });

  test('a workbook is read as well, and a reader without the right is not let in', async () => {
    const book = await send(policyApi.exportTrial, { content: csv, query: { format: 'xlsx' } });
    const answer = await send(policyApi.tryPolicy, { name: '错.xlsx', content: book.rawPayload });
    expect(refusedIn(answer.body)).toBe('facts-id-missing');
    expect(api.faults).toEqual([]);
  });
});
