import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { asAsking, asSystem } from '../../platform/db/index.ts';
import { manyEnterprises } from '../../platform/db/testing/many-enterprises.ts';
import { enterpriseApi } from '../../src/enterprise/contract.ts';
import { loadEnterpriseFacts } from '../../src/enterprise/index.ts';
import { keepStandings } from '../../src/ladder/commands/keep-standings.ts';
import { keptEdition } from '../../src/ladder/commands/pipeline/short.ts';
import { ladderApi, type PipelineRowJson, pipelineApi } from '../../src/ladder/contract.ts';
import { factsFromText, judge, verdictAlone } from '../../src/ladder/index.ts';
import type { KeptProgram } from '../../src/ladder/store.ts';
import { city, type EnterpriseWorld, office, openEnterpriseWorld } from '../enterprise/register/world.ts';

/** A calendar that the test turns. */
let day = '2025-06-30';
const clock = { now: () => `${day}T04:00:00.000Z` };
const library = packLibrary();
const rows = 10_000;
let world: EnterpriseWorld;
let rounds: () => Promise<number>;

beforeAll(async () => {
  world = await openEnterpriseWorld(clock);
  const { owner } = world.database;
  await manyEnterprises(owner, rows);
  await sql`update enterprise set region_id = case when no % 20 = 0 then '990102' else '990103' end,
    chain_id = case when no % 4 = 0 then 'lj-garment' end, state = case when no % 50 = 7 then 'cancelled' else 'open' end`.execute(
    owner,
  );
  const { factSetup, keepColumns } = await loadEnterpriseFacts();
  const db = world.deps.db as never;
  const facts = { db: world.deps.db, clock, facts: factSetup(library) };
  rounds = () =>
    asSystem(async () => {
      let done = 0;
      for (;;) {
        const made = (await keepColumns(facts)) + (await keepStandings({ db, facts, library }));
        if (made === 0) return done;
        done += made;
      }
    });
}, 120_000);
afterAll(() => world.close());

const overview = (post: string, query: object = {}) => world.ask(post, pipelineApi.readPipeline, { query });
const page = (post: string, query: object) => world.ask(post, pipelineApi.listPipeline, { query });
const titleOf = async (post: string, id: string, query: object = {}) => {
  const { titles, ...rest } = await overview(post, query);
  const found = titles.find(({ title }) => title.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return { ...rest, counts: found };
};
const owned = async <T>(text: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await text.execute(world.database.owner)).rows;

test('before the first round nothing is told; after it every title adds up', async () => {
  expect(await overview(office)).toMatchObject({ day: null, waiting: 0, blocks: 0 });
  expect(await rounds()).toBe(2);
  expect(await rounds()).toBe(0);
  const { titles, enterprises, waiting, blocks, today } = await overview(city);
  expect({ enterprises, waiting, blocks, today }).toEqual({
    enterprises: rows * 0.98,
    waiting: 0,
    blocks: 1,
    today: day,
  });
  const zjtx = await titleOf(city, 'sme-zjtx');
  expect(zjtx.counts).toMatchObject({ edition: { id: 'sme-zjtx-2022', empty: null }, expired: 0 });
  for (const { title, held, expired, reach, far } of titles)
    if (far !== null) expect(held + reach + far + expired, title.id).toBe(enterprises);
  // One in ten has a title, of three kinds in turn, given in 2023 for three years.
  const held = await owned(
    sql<{ n: number }>`select count(*) as n from enterprise_title t join enterprise e on e.id = t.enterprise_id
      where t.kind = 'sme-zjtx' and e.state = 'open'`,
  );
  expect([zjtx.counts.held, zjtx.counts.new]).toEqual([held[0]?.n, 0]);
  expect((await titleOf(city, 'sme-zjtx', { months: 11 })).counts.expiring).toBe(0);
  expect((await titleOf(city, 'sme-zjtx', { months: 13 })).counts.expiring).toBe(held[0]?.n);
  expect((await titleOf(city, 'sme-zjtx', { year: 2023 })).counts.new).toBe(held[0]?.n);
});

test('the list of who may get a title is sorted by likelihood and says of each the same as its file', async () => {
  const { counts } = await titleOf(office, 'sme-zjtx');
  const first = await page(office, { title: 'sme-zjtx', pageSize: 200 });
  const last = await page(office, { title: 'sme-zjtx', pageSize: 200, page: Math.ceil(counts.reach / 200) });
  expect(first.total).toBe(counts.reach);
  const reach = [...first.rows, ...last.rows].map((row) => row.reach ?? 0);
  expect(reach).toEqual(reach.toSorted((a, b) => b - a));
  expect([...first.rows, ...last.rows].every(({ verdict, standing }) => verdict !== null && standing === 'none')).toBe(
    true,
  );
  expect(last.rows.every((row) => row.verdict === 'met' || (row.reach ?? 0) >= 700)).toBe(true);
  const { total: met } = await page(office, { title: 'sme-zjtx', box: 'met', pageSize: 1 });
  expect(met).toBe(counts.met);
  const unmet = (await page(office, { title: 'sme-zjtx', pageSize: 200, filter: '{"verdict":{"in":["unmet"]}}' })).rows;
  for (const row of [first.rows[0], last.rows[0], unmet[0], unmet.at(-1)]) {
    if (row === undefined) throw new Error('no row');
    const { titles } = await world.ask(office, ladderApi.readLadder, { params: { enterpriseId: row.id } });
    const own = titles.find(({ title }) => title.id === 'sme-zjtx');
    expect([own?.verdict, own?.points]).toEqual([row.verdict, row.points]);
    for (const gap of own?.gaps ?? []) expect(row.short).toContain(gap);
    expect(row.short.length > 0).toBe(row.verdict !== 'met');
  }
  const half = await page(office, { title: 'sme-zjtx', filter: '{"reach":{"from":95,"to":99.9}}', pageSize: 200 });
  expect(half.rows.every((row) => (row.reach ?? 0) >= 950 && (row.reach ?? 0) <= 999)).toBe(true);
  expect(await world.refused(office, pipelineApi.listPipeline, { query: { title: 'best-sme' } })).toBe(
    '422 ladder-title-unknown',
  );
});

test('a place and a chain narrow the counts and the lists alike; nobody sees beyond his reach, in the database either', async () => {
  const all = await titleOf(city, 'innovative-sme');
  const sister = await titleOf(city, 'innovative-sme', { region: '990102' });
  const own = await titleOf(office, 'innovative-sme');
  expect([sister.enterprises + own.enterprises, sister.counts.reach + own.counts.reach]).toEqual([
    all.enterprises,
    all.counts.reach,
  ]);
  const filter = JSON.stringify({ region: { in: ['990102'] }, chain: { in: ['lj-textile'] } });
  const inChain = await titleOf(city, 'innovative-sme', { region: '990102', chain: 'lj-textile' });
  expect((await page(city, { title: 'innovative-sme', filter, pageSize: 1 })).total).toBe(inChain.counts.reach);
  expect((await page(office, { title: 'innovative-sme', filter, pageSize: 1 })).total).toBe(0);
  const seen = (postId: string, personId: string, statement: ReturnType<typeof sql>) =>
    asAsking({ postId, personId }, () => statement.execute(world.database.db));
  const count = async (postId: string, personId: string) =>
    (await seen(postId, personId, sql`select distinct region_id from ladder_standing order by 1`)).rows;
  expect(await count('post-chain-office', 'person-chain-office')).toEqual([{ region_id: '990103' }]);
  expect(await count('post-system-admin', 'person-system-admin')).toEqual([]);
  expect(await count('', '')).toEqual([]);
  const gone = await seen('post-chain-office', 'person-chain-office', sql`delete from ladder_standing`);
  expect(gone.numAffectedRows).toBe(0n);
});

test('what is kept beside a judgement judges the same again, by the edition that was kept', async () => {
  const kept = await owned(sql<{
    facts: string;
    verdict: string;
    judged_on: string;
    content: KeptProgram;
    least: number;
  }>`
    select s.facts, s.verdict, s.judged_on, s.least, p.content from ladder_standing s join ladder_program p on p.id = s.program_id
    where s.verdict is not null order by md5(s.enterprise_id || s.title) limit 300`);
  expect(new Set(kept.map(({ verdict }) => verdict)).size).toBe(3);
  for (const { facts, verdict, judged_on, content, least } of kept) {
    const edition = keptEdition(content, judged_on);
    const known = factsFromText(facts);
    expect(verdictAlone(edition, known)).toMatchObject({ verdict, ...(least === null ? {} : { least }) });
    expect(judge(edition, known).hash).toBe(content.hash);
  }
});

test('whoever changes is judged anew within a round, and the others are not written again', async () => {
  // Most go, so that what follows asks little of the machine.
  await sql`update enterprise set state = 'cancelled' where no > 500`.execute(world.database.owner);
  const made = await world.register(office, { industry: '1761', foundedOn: '2010-01-01' }, { since: '2010-01-01' });
  expect(await rounds()).toBe(2);
  const rowOf = async (): Promise<PipelineRowJson | undefined> =>
    (
      await page(office, {
        title: 'above-scale',
        pageSize: 5,
        filter: JSON.stringify({ name: { has: made.content.name } }),
      })
    ).rows[0];
  expect(await rowOf()).toBeUndefined();
  const writes = () =>
    owned(sql<{ mark: string }>`select max(xmin::text::bigint)::text as mark from ladder_standing
    where enterprise_id <> ${made.id}`);
  const before = await writes();
  const params = { enterpriseId: made.id, period: '2024' };
  const body = { revision: 0, figures: { revenue: 300_000_000 }, vintage: 'reported' as const, source: '统计年报' };
  await world.ask(office, enterpriseApi.putFigures, { params, body });
  expect(await rounds()).toBe(2);
  expect(await rowOf()).toMatchObject({ verdict: 'met', reach: 1000, standing: 'none', short: [] });
  const title = {
    kind: 'above-scale',
    level: 'province',
    number: '',
    givenOn: '2025-06-01',
    edition: null,
    source: '公布',
  };
  await world.ask(office, enterpriseApi.giveTitle, { params: { enterpriseId: made.id }, body: title as never });
  await rounds();
  expect(await rowOf()).toBeUndefined();
  expect((await page(office, { title: 'above-scale', box: 'new' })).rows).toMatchObject([
    { id: made.id, standing: 'held' },
  ]);
  expect(await writes()).toEqual(before);
  await sql`update enterprise set state = 'cancelled' where id = ${made.id}`.execute(world.database.owner);
  await rounds();
  expect((await page(office, { title: 'above-scale', box: 'new' })).rows).toEqual([]);
});

test('on another day titles have ended and the editions of that day judge', async () => {
  const before = (await titleOf(city, 'sme-zjtx')).counts;
  day = '2026-06-30';
  expect((await overview(city)).waiting).toBe(1);
  await rounds();
  expect((await titleOf(city, 'sme-zjtx')).counts).toMatchObject({
    held: before.held,
    expiring: before.held,
    expired: 0,
  });
  const [soon] = (await page(city, { title: 'sme-zjtx', box: 'expiring', pageSize: 1 })).rows;
  expect(soon).toMatchObject({ days: 1, endsOn: '2026-07-01', verdict: null, reach: null, edition: null, short: [] });
  day = '2026-07-01';
  await rounds();
  const { counts, day: judged } = await titleOf(city, 'sme-zjtx');
  expect(judged).toBe(day);
  expect(counts).toMatchObject({ held: 0, expired: before.held, reach: 0, met: 0, far: null });
  expect(counts.edition?.empty).toContain('还没有录入');
  expect((await page(city, { title: 'sme-zjtx', box: 'expired', pageSize: 1 })).rows[0]).toMatchObject({ days: 0 });
});

test('a list goes out as a table', async () => {
  const address = `/api/v1/ladder/pipeline/export?title=above-scale&format=csv&columns=name,reach,short,by`;
  const headers = { 'x-post': 'post-chain-office', 'x-person': 'person-chain-office' };
  const answer = await world.api.app.inject({ url: address, headers });
  expect(answer.statusCode).toBe(200);
  const lines = answer.body.trim().split('\n');
  expect(lines[0]?.replace('\uFEFF', '').trim()).toBe('企业,可能性（%）,还差什么,什么时候够');
  expect(lines.length - 1).toBe((await titleOf(office, 'above-scale')).counts.reach);
});
