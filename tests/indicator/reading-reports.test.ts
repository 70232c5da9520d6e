import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { nextTime } from '../../src/indicator/commands/reading/report/schedule.ts';
import { sendDueReport } from '../../src/indicator/commands/reading/report/send.ts';
import { contentOn, type PivotSpec, type ReportBody, readingApi } from '../../src/indicator/contract.ts';
import { chains, figure, openReadingWorld, type ReadingWorld, regions, towns } from './reading-world.ts';

/** Saved tables: kept, shared, made by schedule with the rights of whoever saved them; and maps of regions. */

let world: ReadingWorld;
beforeAll(async () => {
  world = await openReadingWorld();
  await world.save(
    towns.flatMap((town) =>
      Array.from({ length: 4 }, (_, firm) =>
        figure({ period: '2025-01', town, chain: chains.food, firm: `${town}-${firm}`, value: 10 + firm }),
      ),
    ),
  );
});
afterAll(() => world?.close());

const spec: PivotSpec = {
  ...{ rows: ['place'], columns: ['period'], measures: ['value'], indicators: ['output'], axis: 'region', place: null },
  ...{
    periods: { from: '2025-01', to: '2025-02', length: 'month' },
    depth: 'children',
    chains: [],
    top: null,
    sort: null,
  },
  totals: true,
};
const body = (change: Partial<ReportBody> = {}): ReportBody => ({
  ...{ name: '各县产值', content: { kind: 'pivot', spec }, share: 'none', schedule: 'none', follow: false },
  ...change,
});
const office = 'city-office';
const save = (change: Partial<ReportBody> = {}, post = office) =>
  world.ask(post, readingApi.saveReport, { body: body(change) });
const namesSeenBy = async (post: string) =>
  (await world.ask(post, readingApi.listReports, {})).reports.map(({ name }) => name);

/** A round of the job at a moment. */
const roundAt = (now: string) =>
  asSystem(() => sendDueReport({ db: world.database.db as never, clock: { now: () => now }, newId }));

describe('a saved report', () => {
  test('is its owner’s alone until it is shared with the unit or the region', async () => {
    const mine = await save({ name: '自己看' });
    const unit = await save({ name: '单位看', share: 'unit' });
    const region = await save({ name: '地区看', share: 'region' });
    expect(mine).toMatchObject({ mine: true, revision: 1, nextAt: null, stopped: null });
    expect(await namesSeenBy(office)).toEqual(expect.arrayContaining(['自己看', '单位看', '地区看']));
    // City finance sits in the same unit, the district's office below it.
    expect(await namesSeenBy('city-finance')).toEqual(['单位看', '地区看'].toSorted());
    expect(await namesSeenBy('post-chain-office')).toEqual(['地区看']);
    const input = { params: { reportId: region.id } };
    expect(await world.ask('post-chain-office', readingApi.readReport, input)).toMatchObject({
      mine: false,
      issues: [],
    });
    expect(await world.refused('post-chain-office', readingApi.readReport, { params: { reportId: unit.id } })).toBe(
      '404 report-missing',
    );
    for (const [endpoint, given] of [
      [readingApi.changeReport, { ...body(), revision: 1 }],
      [readingApi.removeReport, undefined],
    ] as const)
      expect(await world.refused('post-chain-office', endpoint, { ...input, ...(given && { body: given }) })).toBe(
        '403 report-not-own',
      );
  });

  test('is changed only as it was seen, and gone when it is removed', async () => {
    const { id } = await save({ name: '要改的' });
    const change = { params: { reportId: id }, body: { ...body({ name: '改过了' }), revision: 1 } };
    expect(await world.ask(office, readingApi.changeReport, change)).toMatchObject({ name: '改过了', revision: 2 });
    expect(await world.refused(office, readingApi.changeReport, change)).toBe('409 report-changed');
    await world.ask(office, readingApi.removeReport, { params: { reportId: id } });
    expect(await world.refused(office, readingApi.readReport, { params: { reportId: id } })).toBe('404 report-missing');
  });

  test('is refused when it could never be shown', async () => {
    const unknown = { ...spec, indicators: ['nothing'] };
    expect(
      await world.refused(office, readingApi.saveReport, { body: body({ content: { kind: 'pivot', spec: unknown } }) }),
    ).toBe('404 indicator-missing');
    const firms: PivotSpec = { ...spec, rows: ['enterprise'] };
    expect(
      await world.refused('post-finance', readingApi.saveReport, {
        body: body({ content: { kind: 'pivot', spec: firms } }),
      }),
    ).toBe('403 detail-needed');
  });
});

describe('a schedule', () => {
  test('is six in the morning of China: every day, on Mondays, on the first', () => {
    expect(nextTime('none', '2026-03-04T00:00:00.000Z')).toBeNull();
    expect(nextTime('daily', '2026-03-04T21:59:00.000Z')).toBe('2026-03-04T22:00:00.000Z');
    expect(nextTime('daily', '2026-03-04T22:00:00.000Z')).toBe('2026-03-05T22:00:00.000Z');
    // 2026-03-09 is a Monday; in China it begins on Sunday at four in the afternoon.
    expect(nextTime('weekly', '2026-03-04T00:00:00.000Z')).toBe('2026-03-08T22:00:00.000Z');
    expect(nextTime('monthly', '2026-02-28T21:00:00.000Z')).toBe('2026-02-28T22:00:00.000Z');
    expect(nextTime('monthly', '2026-02-28T22:00:00.000Z')).toBe('2026-03-31T22:00:00.000Z');
  });

  test('takes the periods along with the calendar when it is to', () => {
    const content = { kind: 'pivot', spec } as const;
    expect(contentOn(content, false, '2025-02-10', '2026-01-05')).toBe(content);
    const moved = contentOn(content, true, '2025-02-10', '2026-01-05');
    expect(moved.kind === 'pivot' && moved.spec.periods).toEqual({ from: '2025-12', to: '2026-01', length: 'month' });
    const matrix = contentOn(
      { kind: 'matrix', query: { indicators: 'output', period: '2024' } },
      true,
      '2025-02-10',
      '2026-01-05',
    );
    expect(matrix).toEqual({ kind: 'matrix', query: { indicators: 'output', period: '2025' } });
  });

  test('makes a workbook for the owner, once, and tells him', async () => {
    const { id, nextAt } = await save({ name: '每天的', schedule: 'daily' });
    const due = nextAt ?? '';
    expect(await roundAt(new Date(Date.parse(due) - 1000).toISOString())).toBe(0);
    // Two servers at once: one issue.
    expect(await Promise.all([roundAt(due), roundAt(due)])).toContain(1);
    expect(await roundAt(due)).toBe(0);
    const made = await world.ask(office, readingApi.readReport, { params: { reportId: id } });
    expect(made.issues).toHaveLength(1);
    expect(Date.parse(made.nextAt ?? '') - Date.parse(due)).toBe(86_400_000);
    const issue = { reportId: id, issueId: made.issues[0]?.id ?? '' };
    const file = await world.api.app.inject({
      ...{ method: 'GET', url: `/api/v1/reports/${issue.reportId}/issues/${issue.issueId}` },
      headers: { 'x-post': office, 'x-person': office },
    });
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(file.rawPayload.length).toBe(made.issues[0]?.bytes);
    expect(await world.refused('city-finance', readingApi.readIssue, { params: issue })).toBe('404 report-missing');
    const { rows } = await sql<{ title: string }>`select title from notice where key like ${`report:${id}:%`}`.execute(
      world.database.owner,
    );
    expect(rows).toEqual([{ title: '报表「每天的」已生成' }]);
  });

  test('stops when the owner’s post ends, and says so; saved anew it begins again', async () => {
    const { id, nextAt } = await save({ name: '会停的', schedule: 'weekly' }, 'post-chain-chief');
    await sql`update post_grant set state = 'withdrawn' where post_id = 'post-chain-chief'`.execute(
      world.database.owner,
    );
    while ((await roundAt(nextAt ?? '')) > 0);
    const { rows } = await sql<{ why: string; next: string | null; issues: number }>`
      select stopped_why as why, next_at as next, (select count(*)::integer from report_issue i where i.report_id = r.id) as issues
      from report r where id = ${id}`.execute(world.database.owner);
    expect(rows).toEqual([{ why: 'not-allowed', next: null, issues: 0 }]);
    await sql`update post_grant set state = 'granted' where post_id = 'post-chain-chief'`.execute(world.database.owner);
    const input = { params: { reportId: id }, body: { ...body({ name: '会停的', schedule: 'weekly' }), revision: 1 } };
    const again = await world.ask('post-chain-chief', readingApi.changeReport, input);
    expect(again).toMatchObject({ stopped: null });
    await sql`update post set valid_to = '2020-01-01' where id = 'post-chain-chief'`.execute(world.database.owner);
    while ((await roundAt(again.nextAt ?? '')) > 0);
    const ended = await sql<{ why: string }>`select stopped_why as why from report where id = ${id}`.execute(
      world.database.owner,
    );
    expect(ended.rows).toEqual([{ why: 'post-ended' }]);
  });
});

describe('the map of a region', () => {
  const square = (x: number) => [
    [
      [x, 28],
      [x + 0.1, 28],
      [x + 0.1, 28.1],
      [x, 28.1],
      [x, 28],
    ],
  ];
  const geojson = (codes: readonly string[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: codes.map((code, at) => ({
        ...{ type: 'Feature', properties: { code, name: code } },
        geometry: { type: 'Polygon', coordinates: square(115 + at * 0.2) },
      })),
    });
  const at = (regionId: string) => ({ params: { regionId } });

  test('is that of the region, else of the nearest above it', async () => {
    const put = { ...at(regions.city), body: { geojson: geojson([regions.district, regions.sister]) } };
    expect(await world.ask(office, readingApi.putRegionMap, put)).toEqual({ regions: 2 });
    const below = await world.ask('post-finance', readingApi.readRegionMap, at(regions.district));
    expect(below).toMatchObject({ ofRegion: regions.city, changedBy: 'city-office的人' });
    expect(below.map?.features).toHaveLength(2);
    await world.ask(office, readingApi.putRegionMap, { ...at(regions.city), body: { geojson: null } });
    expect(await world.ask(office, readingApi.readRegionMap, at(regions.city))).toMatchObject({ map: null });
  });

  test.each([
    ['a region elsewhere on the map', regions.city, () => geojson(['110000']), '422 geo-code-unknown'],
    ['what is no map', regions.city, () => '{', '422 geo-not-json'],
    ['the map of a foreign region', regions.province, () => geojson([regions.city]), '404 reading-place-missing'],
  ])('refuses %s', async (_, regionId, content, code) => {
    expect(
      await world.refused(office, readingApi.putRegionMap, { ...at(regionId), body: { geojson: content() } }),
    ).toBe(code);
  });
});
