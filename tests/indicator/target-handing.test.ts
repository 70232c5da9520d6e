import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheetsIsolated } from '../../platform/files/isolate/read-isolated.ts';
import { type DraftPartJson, type TargetJson, targetApi } from '../../src/indicator/contract.ts';
import {
  city,
  cityTwo,
  district,
  districtTwo,
  openTargetWorld,
  sister,
  type TargetWorld,
  town,
} from './target-world.ts';

/** A target of the city goes down to districts and towns: proposed, issued, adjusted, objected to. */
let world: TargetWorld;
let targetId = '';
beforeAll(async () => {
  world = await openTargetWorld();
  const planId = await world.publish(
    city,
    '方案.md',
    '# 临江市现代纺织产业链行动方案（2026年）\n\n临府发〔2026〕1号\n\n## 一、目标\n\n到2026年，全市现代纺织产业链营业收入达到100亿元。\n\n临江市人民政府\n\n2026年1月5日\n',
  );
  const loading = await world.loading(city, planId);
  await world.as(city, targetApi.loadTargets, {
    params: { planId },
    body: { edition: 1, revision: loading.revision },
  });
  const { rows } = await world.as(city, targetApi.listTargets, { query: {} });
  targetId = rows[0]?.id ?? '';
  // 万元 with two decimals: 60 and 20 亿元.
  await world.report({
    region: '990103',
    chain: 'lj-textile',
    year: '2025-12',
    value: 60_000_000,
    indicator: 'revenue',
  });
  await world.report({
    region: '990102',
    chain: 'lj-textile',
    year: '2025-12',
    value: 20_000_000,
    indicator: 'revenue',
  });
});
afterAll(() => world?.close());

const params = () => ({ targetId });
const read = (post: string, id = targetId) => world.as(post, targetApi.readTarget, { params: { targetId: id } });
const part = (regionId: string, value: number | null = null, fixed = false): DraftPartJson => ({
  ...{ regionId, unitId: '', enterpriseId: '', enterpriseName: '', value, fixed },
});
const [own, other, third] = ['990103', '990102', '990104'];
const partOf = (target: TargetJson, regionId: string) => target.parts.find((each) => each.regionId === regionId);

test('it is not handed down yet, and nobody below has anything', async () => {
  const target = await read(city);
  expect(target).toMatchObject({ value: 100_000_000, unit: '万元', lastPeriod: '2025', draftRevision: 0 });
  expect(target.top).toMatchObject({ state: 'none', handed: 0, rest: 100_000_000 });
  expect(partOf(target, own)).toMatchObject({ name: '芦洲区', last: 60_000_000, value: null, state: 'none' });
  expect(target.can).toEqual(['handDown', 'adjust']);
});

test('shares of last year divide it exactly; what is settled by hand stays', async () => {
  const ask = (method: 'last-year' | 'even', parts: DraftPartJson[]) =>
    world.as(city, targetApi.proposeParts, { params: params(), body: { method, parts } });
  const shares = await ask('last-year', [part(own), part(other), part(third)]);
  expect(shares).toMatchObject({ method: 'share', without: ['990104||'] });
  expect(shares.parts.map(({ value }) => value)).toEqual([75_000_000, 25_000_000, null]);
  const settled = await ask('last-year', [part(own), part(other), part(third, 10_000_000, true)]);
  expect(settled.parts.map(({ value }) => value)).toEqual([67_500_000, 22_500_000, 10_000_000]);
  const even = await ask('even', [part(own), part(other), part(third)]);
  expect(even.parts.map(({ value }) => value).reduce((sum, each) => (sum ?? 0) + (each ?? 0), 0)).toBe(100_000_000);
});

describe('refused', () => {
  const draft = (parts: DraftPartJson[]) => ({ params: params(), body: { revision: 0, overshoot: 0, parts } });
  test.each([
    ['a region that is not right below', city, [part('990103100', 1)], '422 target-part-place'],
    ['a region of another city', city, [part('360111', 1)], '422 target-part-place'],
    ['one region twice', city, [part(own, 1), part(own, 2)], '422 target-part-twice'],
    ['a unit that there is not', city, [{ ...part(own, 1), unitId: 'nobody' }], '422 target-part-place'],
    ['the district, that sees the target and does not have it', district, [part(own, 1)], '403 target-out-of-reach'],
    ['a reader', 'post-reviewer', [part(own, 1)], '403 not-allowed'],
  ])('%s', async (_, post, parts, wanted) => {
    expect(await world.refused(post, targetApi.saveDraft, draft(parts))).toBe(wanted);
  });
  test('more settled by hand than there is, and a place where nobody had anything', async () => {
    const body = (parts: DraftPartJson[]) => ({ params: params(), body: { method: 'last-year', parts } });
    expect(await world.refused(city, targetApi.proposeParts, body([part(own, 200_000_000, true), part(other)]))).toBe(
      '422 target-fixed-exceed',
    );
    expect(await world.refused(city, targetApi.proposeParts, body([part(third)]))).toBe('422 target-no-shares');
  });
});

test('a draft is nobody else’s; issued, those below have it, hear of it and are to divide it', async () => {
  const saved = await world.as(city, targetApi.saveDraft, {
    params: params(),
    body: { revision: 0, overshoot: 0, parts: [part(own, 80_000_000, true), part(other, 25_000_000)] },
  });
  expect(saved.top).toMatchObject({ state: 'stricter', rest: -5_000_000, overshoot: 50_000, intended: false });
  expect((await read(district)).parts).toEqual([]);
  const stale = { params: params(), body: { revision: 0, overshoot: 0, parts: [] } };
  expect(await world.refused(cityTwo, targetApi.saveDraft, stale)).toBe('409 target-changed');
  const issue = { params: params(), body: { revision: 1 } };
  expect(await world.refused(city, targetApi.issueDraft, issue)).toBe('422 target-overshoot');
  await world.as(city, targetApi.saveDraft, {
    params: params(),
    body: { revision: 1, overshoot: 50_000, parts: [part(own, 80_000_000, true), part(other, 25_000_000)] },
  });
  const issued = await world.as(city, targetApi.issueDraft, { params: params(), body: { revision: 2 } });
  expect(issued.top).toMatchObject({ state: 'stricter', intended: true, overshoot: 50_000 });
  expect(partOf(issued, own)).toMatchObject({ state: 'issued', value: 80_000_000 });
  expect(await world.refused(city, targetApi.issueDraft, issue)).toBe('409 target-changed');
  const { rows } = await sql<{ title: string; region: string }>`
    select title, region_id as region from work_item where state = 'open' order by region_id`.execute(
    world.database.owner,
  );
  // The other has no towns: it is told, and has nothing to divide.
  expect(rows.filter(({ title }) => title.startsWith('分解目标'))).toEqual([
    { title: '分解目标：芦洲区、现代纺织产业链 2026 年营业收入', region: own },
  ]);
  const again = { params: params(), body: { revision: 0, overshoot: 0, parts: [part(own, 1)] } };
  expect(await world.refused(city, targetApi.saveDraft, again)).toBe('422 target-part-issued');
});

test('the district divides what it got among its towns, and the city sees both levels with their sums', async () => {
  const id = partOf(await read(city), own)?.targetId ?? '';
  expect(await world.refused(sister, targetApi.readTarget, { params: { targetId: id } })).toBe('404 target-unknown');
  const parts = [part('990103100', 50_000_000), part('990103101', 20_000_000)];
  await world.as(district, targetApi.saveDraft, {
    params: { targetId: id },
    body: { revision: 0, overshoot: 0, parts },
  });
  await world.as(district, targetApi.issueDraft, { params: { targetId: id }, body: { revision: 1 } });
  const target = await read(city);
  expect(partOf(target, own)?.sum).toMatchObject({ state: 'partly', handed: 70_000_000, rest: 10_000_000 });
  expect(target.parts.filter(({ depth }) => depth === 2).map(({ name, value }) => `${name} ${value}`)).toContain(
    '柳浦镇 50000000',
  );
  const list = await world.as(city, targetApi.listTargets, {
    query: { filter: JSON.stringify({ handed: { in: ['partly'] } }) },
  });
  expect(list.rows.map(({ place, rest }) => `${place.regionName} ${rest}`)).toEqual(['芦洲区 10000000']);
  // Of the city's target the district sees one part of two: no sum is told.
  const above = await world.as(district, targetApi.listTargets, { query: {} });
  const whole = above.rows.find(({ id: each }) => each === targetId);
  expect(whole).toMatchObject({ value: 100_000_000, handed: 'unseen', rest: null });
  const own2 = await world.as(town, targetApi.listTargets, {
    query: { filter: JSON.stringify({ origin: { in: ['handed'] } }) },
  });
  expect(own2.rows.map(({ place, value }) => `${place.regionName} ${value}`).toSorted()).toEqual([
    '柳浦镇 50000000',
    '芦洲区 80000000',
  ]);
});

test('an adjustment is asked by one and approved by another; the first value stays', async () => {
  const id = partOf(await read(city), own)?.targetId ?? '';
  const where = { params: { targetId: id } };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const body = { holdsOn: today, value: 70_000_000, reason: '开发区划出' };
  expect(await world.refused(district, targetApi.askAdjustment, { ...where, body })).toBe('403 target-from-above');
  expect(
    await world.refused(city, targetApi.askAdjustment, { ...where, body: { ...body, holdsOn: '2020-01-01' } }),
  ).toBe('422 target-adjustment-date-too-early');
  expect(await world.refused(city, targetApi.askAdjustment, { ...where, body: { ...body, value: 80_000_000 } })).toBe(
    '422 target-adjustment-value-unchanged',
  );
  const asked = await world.as(city, targetApi.askAdjustment, { ...where, body });
  const adjustment = asked.adjustments[0]?.id ?? '';
  expect(await world.refused(city, targetApi.askAdjustment, { ...where, body })).toBe('409 target-adjustment-waits');
  const decide = { params: { targetId: id, id: adjustment }, body: { approve: true, words: '' } };
  expect(await world.refused(city, targetApi.decideAdjustment, decide)).toBe('403 target-second-person');
  expect(await world.refused(district, targetApi.decideAdjustment, decide)).toBe('403 target-from-above');
  expect(asked.value).toBe(80_000_000);
  expect((await read(cityTwo, id)).can).toContain('approve');
  const approved = await world.as(cityTwo, targetApi.decideAdjustment, decide);
  expect(approved).toMatchObject({ value: 70_000_000, first: 80_000_000 });
  expect(approved.adjustments).toMatchObject([
    {
      state: 'approved',
      before: 80_000_000,
      askedBy: { name: 'city-office的人' },
      decidedBy: { name: 'city-two的人' },
    },
  ]);
  expect(await world.refused(cityTwo, targetApi.decideAdjustment, decide)).toBe('409 target-nothing-asked');
  expect((await read(city)).top).toMatchObject({ state: 'partly', rest: 5_000_000 });
});

test('of two who approve at once one is told that it is done', async () => {
  const id = partOf(await read(city), other)?.targetId ?? '';
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const asked = await world.as(city, targetApi.askAdjustment, {
    params: { targetId: id },
    body: { holdsOn: today, value: 26_000_000, reason: '追加任务' },
  });
  const decide = {
    params: { targetId: id, id: asked.adjustments[0]?.id ?? '' },
    body: { approve: false, words: '不同意追加' },
  };
  const both = await Promise.allSettled([
    world.as(cityTwo, targetApi.decideAdjustment, decide),
    world.as(cityTwo, targetApi.decideAdjustment, decide),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await read(city, id)).toMatchObject({
    value: 25_000_000,
    adjustments: [{ state: 'refused', decision: '不同意追加' }],
  });
});

test('the district objects with a reason, and the city answers', async () => {
  const id = partOf(await read(city), own)?.targetId ?? '';
  const where = { params: { targetId: id }, body: { reason: '主导企业停产检修' } };
  expect(await world.refused(city, targetApi.objectToTarget, where)).toBe('403 target-own');
  expect(await world.refused(sister, targetApi.objectToTarget, where)).toBe('404 target-unknown');
  const said = await world.as(district, targetApi.objectToTarget, where);
  expect(await world.refused(districtTwo, targetApi.objectToTarget, where)).toBe('409 target-objection-waits');
  const answer = { params: { targetId: id, id: said.objections[0]?.id ?? '' }, body: { answer: '已核减一亿元' } };
  expect(await world.refused(district, targetApi.answerObjection, answer)).toBe('403 target-from-above');
  const answered = await world.as(city, targetApi.answerObjection, answer);
  expect(answered.objections).toMatchObject([{ answer: '已核减一亿元', answeredBy: { name: 'city-office的人' } }]);
  const { rows } = await sql<{
    outcome: string;
  }>`select outcome from work_item where title like '答复目标异议%'`.execute(world.database.owner);
  expect(rows).toEqual([{ outcome: '已答复' }]);
});

test('the table goes out as xlsx, is filled in and comes back as the draft', async () => {
  const answer = await world.api.app.inject({
    url: `/api/v1/targets/${targetId}/parts/export`,
    headers: { 'x-post': city, 'x-person': city },
  });
  expect(answer.statusCode).toBe(200);
  const [sheet] = await readSheetsIsolated(answer.rawPayload);
  expect(sheet?.rows[0]?.cells).toEqual(['编号', '名称', '上年实绩', '目标', '状态']);
  expect(sheet?.rows.map(({ cells }) => cells.slice(0, 4).join(' '))).toContain('990103|| 芦洲区 600000 700000');
  const form = new FormData();
  form.set('revision', '0');
  form.set('file', new Blob([new Uint8Array(answer.rawPayload)]), '分解表.xlsx');
  const sent = new Response(form);
  const back = await world.api.app.inject({
    method: 'POST',
    url: `/api/v1/targets/${targetId}/parts/import`,
    headers: { 'content-type': sent.headers.get('content-type') ?? '', 'x-post': city, 'x-person': city },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  expect(back.statusCode).toBe(200);
  expect(back.json().draftRevision).toBe(1);
  expect(await world.refused(city, targetApi.issueDraft, { params: params(), body: { revision: 1 } })).toBe(
    '422 target-draft-empty',
  );
});
