import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { type Actor, type Permission, permissions } from '../../src/access/index.ts';
import { planApi } from '../../src/plan/contract.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { planText } from '../examples/document.ts';
import { openTestApi, type TestApi } from '../server/api.ts';
import { byHeader } from './gate.ts';
import {
  chainPost,
  chains,
  fillOrganisation,
  personOf,
  postOf,
  regions,
  roles,
  unitChainPost,
  units,
} from './organisation.ts';

/**
 * Every route about one plan × every ready-made role (and two narrowed to a chain) × a plan of the own unit, one beside
 * it, one of the sister district, and published ones of the city above and the sister. Three times: as it runs, with
 * the application's checks alone, and with row-level security alone.
 */
interface Target {
  readonly place: { readonly region: string; readonly unit: string; readonly chain: string | null };
  readonly published: boolean;
}
const targets = {
  own: { place: { region: regions.district, unit: units.own, chain: chains.garment }, published: false },
  beside: { place: { region: regions.district, unit: units.beside, chain: null }, published: false },
  sister: { place: { region: regions.sister, unit: units.foreign, chain: chains.textile }, published: false },
  sisterPublished: { place: { region: regions.sister, unit: units.foreign, chain: chains.textile }, published: true },
  cityPublished: { place: { region: regions.city, unit: units.city, chain: null }, published: true },
} as const satisfies Record<string, Target>;
type TargetName = keyof typeof targets;
const targetNames = Object.keys(targets) as TargetName[];

/** What each post sees of each plan, and why; written out, not worked out. */
type Sight = 'whole' | 'editions' | 'nothing';
const wholeOfDistrict: Record<TargetName, Sight> = {
  own: 'whole',
  beside: 'whole',
  sister: 'nothing',
  sisterPublished: 'nothing',
  cityPublished: 'editions',
};
const ownOnly: Record<TargetName, Sight> = { ...wholeOfDistrict, beside: 'nothing' };
const publishedOnly: Record<TargetName, Sight> = { ...ownOnly, own: 'nothing' };
const nothing: Record<TargetName, Sight> = { ...publishedOnly, cityPublished: 'nothing' };
const sights: Readonly<Record<string, readonly [sight: Record<TargetName, Sight>, why: string]>> = {
  [postOf('chain-chief')]: [wholeOfDistrict, '授权到全区'],
  [postOf('chain-office')]: [wholeOfDistrict, '授权到全区'],
  [postOf('reviewer')]: [wholeOfDistrict, '授权到全区'],
  [postOf('finance')]: [wholeOfDistrict, '授权到全区'],
  [postOf('lead-unit')]: [ownOnly, '只管本单位的'],
  [postOf('reporting-clerk')]: [ownOnly, '只管本单位的'],
  [postOf('enterprise')]: [ownOnly, '只管本企业的'],
  [chainPost]: [ownOnly, '授权到全区的纺织链及其子链'],
  [unitChainPost]: [ownOnly, '只管本单位纺织链的'],
  [postOf('public-reader')]: [publishedOnly, '只看已发布的'],
  [postOf('system-admin')]: [nothing, '管理员不碰业务数据'],
  [postOf('security-admin')]: [nothing, '管理员不碰业务数据'],
  [postOf('audit-admin')]: [nothing, '管理员不碰业务数据'],
};
const roleOf = (post: string): string =>
  post === chainPost ? 'chain-chief' : post === unitChainPost ? 'lead-unit' : post.replace('post-', '');

/** Endpoints that show what is published; all others about a plan are for those who see the whole. */
const showsEditions: ReadonlySet<string> = new Set([
  'readPlan',
  'readEdition',
  'diffEditions',
  'exportPlan',
  'readSource',
]);

/** A revision that no plan has: a change that got through the walls is refused for it, and nothing is changed. */
const revision = 999_999;
const item = { planId: '', itemId: 'I1' };
const samples: Partial<Record<keyof typeof planApi, { params?: object; query?: object; body?: object }>> = {
  readPlan: {},
  readHistory: {},
  readSource: {},
  exportPlan: { query: { format: 'md' } },
  setParents: { body: { revision, parents: [] } },
  assignPlan: { body: { revision, regionId: regions.district, unitId: units.own, chainId: null } },
  readDraft: {},
  startDraft: { body: { revision, edition: 1 } },
  correctHead: { body: { revision, head: { title: '改过的标题' } } },
  discardDraft: { query: { revision } },
  restoreDraft: { body: { revision } },
  addItem: { body: { revision, kind: 'indicator', start: 1, end: 5, content: {} } },
  correctItem: { params: item, body: { revision, review: 'confirmed' } },
  deleteItem: { params: item, query: { revision } },
  mergeItems: { body: { revision, into: 'I1', others: ['I2'] } },
  reviewItems: { body: { revision, review: 'confirmed', itemIds: ['I1'] } },
  setFinding: { params: { findingId: 'f' }, body: { revision, state: 'open' } },
  undo: { body: { revision } },
  redo: { body: { revision } },
  publishPlan: { body: { revision } },
  readEdition: { params: { number: 1 } },
  diffEditions: { query: { from: 1, to: 1 } },
};
const aboutOnePlan = (Object.keys(planApi) as (keyof typeof planApi)[]).filter((name) =>
  planApi[name].path.includes(':planId'),
);

let database: TestDatabase<PlanTables>;
const ids = {} as Record<TargetName, string>;
const apis: TestApi[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await fillOrganisation(database.owner);
  const maker = await openTestApi(null, {}, { database });
  apis.push(maker);
  for (const name of targetNames) {
    const { place, published } = targets[name];
    const { body } = await maker.upload({ name: `${name}.txt`, content: planText('到2027年，营业收入突破500亿元。') });
    const planId = body.planIds[0]!;
    ids[name] = planId;
    if (published) {
      const given = { params: { planId }, body: { revision: 1, acknowledge: '照原文发布' } };
      const { revision: now } = await maker.call(planApi.publishPlan, given);
      await maker.call(planApi.startDraft, { params: { planId }, body: { revision: now, edition: 1 } });
    }
    await sql`update plan set region_id = ${place.region}, unit_id = ${place.unit}, chain_id = ${place.chain}
      where id = ${planId}`.execute(database.owner);
  }
});
afterAll(async () => {
  for (const api of apis) await api.close();
  await database.close();
});

const ask = async (api: TestApi, post: string, endpoint: Endpoint, sample: object, planId: string): Promise<string> => {
  const { params, query, body } = sample as { params?: object; query?: object; body?: object };
  const answer = await api.app.inject({
    method: endpoint.method,
    url: addressOf('', endpoint, { ...params, planId }, query),
    headers: { 'x-post': post, 'x-person': post.replace('post-', 'person-') },
    ...(body !== undefined && { payload: body }),
  });
  const code = answer.statusCode < 400 ? '' : ` ${answer.json().refusals[0].code}`;
  return `${answer.statusCode}${code}`;
};
/** Ids of the plans that the list shows; none where the list itself is refused. */
const listed = async (api: TestApi, post: string): Promise<string[]> => {
  const url = addressOf('', planApi.listPlans, undefined, { pageSize: 100 });
  const headers = { 'x-post': post, 'x-person': post.replace('post-', 'person-') };
  const { plans = [] } = (await api.app.inject({ url, headers })).json<{ plans?: { id: string }[] }>();
  return plans.map(({ id }) => id);
};
/** Through the walls: seen, or refused for another reason than not being seen. */
const through = (answer: string): boolean => !/^(?:401|403|404 plan-unknown|5)/.test(answer);

test('every route about a plan has a sample', () => {
  expect(aboutOnePlan.filter((name) => samples[name] === undefined)).toEqual([]);
});

const posts = Object.entries(sights).map(([post, [sight, why]]) => ({ post, sight, why }));
const grantsOf = (post: string): readonly Permission[] =>
  roles.find(({ id }) => id === roleOf(post))?.permissions ?? [];

describe.each([
  ['both walls', false],
  ['the application alone', true],
])('%s', (_walls, owner) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(null, {}, { database, owner, gate: byHeader(database.db as never) });
    apis.push(api);
  });
  describe.each(posts)('$post: $why', ({ post, sight }) => {
    test.each(targetNames)('%s', async (target) => {
      for (const name of aboutOnePlan) {
        const endpoint: Endpoint = planApi[name];
        const answer = await ask(api, post, endpoint, samples[name] ?? {}, ids[target]);
        const permitted = grantsOf(post).includes(endpoint.permission as Permission);
        const seen = sight[target] === 'whole' || (sight[target] === 'editions' && showsEditions.has(name));
        const wanted = !permitted ? '403 not-allowed' : seen ? 'through' : '404 plan-unknown';
        // A plan without an edition has none to show to those who see all of it either.
        const got = through(answer) ? 'through' : answer;
        expect(`${name}: ${got}`).toBe(`${name}: ${wanted}`);
      }
    });
  });
  test.each(posts)('the list of $post', async ({ post, sight }) => {
    const wanted = targetNames.filter((name) => sight[name] !== 'nothing').map((name) => ids[name]);
    const permitted = grantsOf(post).includes('plan.read');
    expect((await listed(api, post)).sort()).toEqual(permitted ? wanted.sort() : []);
  });
  test('without a session there is nothing', async () => {
    for (const name of aboutOnePlan) {
      const { params, query } = samples[name] ?? {};
      const url = addressOf('', planApi[name], { ...params, planId: ids.own }, query);
      expect((await api.app.inject({ method: planApi[name].method, url })).statusCode, name).toBe(401);
    }
  });
});

describe('row-level security alone', () => {
  const everywhere = { regions: new Set(Object.values(regions)), units: new Set(Object.values(units)) };
  /** As if every check of the application were gone: all permissions, everything in reach. The post is the real one. */
  const unchecked = (actor: Actor): Actor => ({
    ...actor,
    permissions: new Set(Object.keys(permissions) as Permission[]),
    reach: { ...actor.reach, ...everywhere, above: new Set(Object.values(regions)) },
  });
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never, unchecked) });
    apis.push(api);
  });
  test.each(posts)('$post gets nothing that is not his', async ({ post, sight }) => {
    for (const target of targetNames.filter((name) => sight[name] === 'nothing'))
      for (const name of aboutOnePlan) {
        const answer = await ask(api, post, planApi[name], samples[name] ?? {}, ids[target]);
        expect(`${name} ${target} ${answer}`).toMatch(/ 404 plan-unknown$/);
      }
  });
  test.each(posts)('$post sees no draft and no history of what is only published for him', async ({ post, sight }) => {
    for (const target of targetNames.filter((name) => sight[name] === 'editions')) {
      expect(await ask(api, post, planApi.readDraft, {}, ids[target])).toBe('409 draft-missing');
      const headers = { 'x-post': post, 'x-person': post.replace('post-', 'person-') };
      const { entries } = (await api.app.inject({ url: `/api/v1/plans/${ids[target]}/history`, headers })).json();
      expect(entries).toEqual([]);
    }
  });
  test.each(posts)('the list of $post holds nothing that is not his', async ({ post, sight }) => {
    const foreign = targetNames.filter((name) => sight[name] === 'nothing').map((name) => ids[name]);
    for (const id of await listed(api, post)) expect(foreign).not.toContain(id);
  });
});

test('a plan cannot be replaced, named as parent or given away from outside', async () => {
  const api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never) });
  apis.push(api);
  const headers = { 'x-post': postOf('chain-office'), 'x-person': personOf('chain-office') };
  const form = { name: '新.txt', content: planText('到2027年，营业收入突破600亿元。'), headers };
  expect((await api.upload({ ...form, fields: { asEditionOf: ids.sister } })).status).toBe(404);
  const { revision: now } = (await api.app.inject({ url: `/api/v1/plans/${ids.own}`, headers })).json();
  const put = async (what: string, payload: object) =>
    (await api.app.inject({ method: 'PUT', url: `/api/v1/plans/${ids.own}/${what}`, headers, payload })).json()
      .refusals[0].code;
  expect(await put('parents', { revision: now, parents: [{ planId: ids.sister }] })).toBe('parent-unknown');
  const away = { revision: now, regionId: regions.sister, unitId: null, chainId: null };
  expect(await put('place', away)).toBe('place-out-of-reach');
  expect(await put('place', { ...away, regionId: '110000' })).toBe('place-unknown');
  expect(await put('place', { ...away, regionId: regions.town, owner: 'me' })).toBe('field-unexpected');
});
