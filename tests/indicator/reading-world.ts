import { sql } from 'kysely';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import type { CallInput } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import type { Definition } from '../../src/indicator/domain/definition.ts';
import {
  type Entry,
  foldPending,
  type IndicatorTables,
  putDefinitions,
  recordFigures,
} from '../../src/indicator/store.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { byHeader } from '../access/gate.ts';
import { chains, fillOrganisation, regions, units } from '../access/organisation.ts';
import { openTestApi, type TestApi } from '../server/api.ts';

/** A city with figures that are read through the API, in any post. */
export interface ReadingWorld {
  readonly api: TestApi;
  readonly database: TestDatabase<PlanTables>;
  readonly save: (entries: readonly Entry[], at?: string) => Promise<void>;
  readonly fold: () => Promise<void>;
  /** Asks as a post of tests/access/organisation.ts. */
  readonly ask: <E extends Endpoint>(post: string, endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  readonly refused: (
    post: string,
    endpoint: Endpoint,
    input: CallInput<Endpoint> & { body?: unknown },
  ) => Promise<string>;
  readonly close: () => Promise<void>;
}

const usual: Omit<Definition, 'id' | 'name' | 'of' | 'measures'> = {
  ...{ unit: '万元', decimals: 0, source: null, low: 0, high: null },
  ...{ direction: 'up', frequency: 'month', bases: [{ id: 'b1', from: null, words: '规模以上' }] },
};

/** Indicators of every kind that is read. */
export const definitions: readonly Definition[] = [
  { ...usual, id: 'output', name: '产值', of: { kind: 'sum' }, measures: 'flow' },
  { ...usual, id: 'revenue', name: '营业收入', of: { kind: 'sum' }, measures: 'cumulative' },
  { ...usual, id: 'staff', name: '从业人数', unit: '人', of: { kind: 'sum' }, measures: 'stock' },
  { ...usual, id: 'largest', name: '最大订单', of: { kind: 'max' }, measures: 'flow' },
  { ...usual, id: 'tax', name: '税收', of: { kind: 'sum' }, measures: 'flow', frequency: 'quarter' },
  {
    ...{ ...usual, id: 'per-head', name: '人均产值', measures: 'flow', low: null },
    of: { kind: 'ratio', above: 'output', below: 'staff', times: 1 },
  },
  {
    ...{ ...usual, id: 'large', name: '大企业', unit: '家', measures: 'stock' },
    of: { kind: 'count', of: 'staff', op: '>=', value: 100 },
  },
];

/** Towns of the two districts, besides the one that the organisation has. */
export const towns = ['990103100', '990103101', '990103102', '990102100', '990102101'] as const;
export const townUnit = (town: string): string => `tu-${town}`;
export { chains, regions, units };

export async function openReadingWorld(): Promise<ReadingWorld> {
  const database = await testDatabase<PlanTables>();
  await fillOrganisation(database.owner);
  await addTowns(database);
  await addPost(database, 'city-finance', 'finance');
  const db = database.db as unknown as IndicatorTablesDb;
  const nobody = { regionId: null, unitId: null, chainId: null, origin: 'packs' };
  await asSystem(() =>
    putDefinitions(
      db,
      definitions.map((definition) => ({ definition, ...nobody })),
      '2026-01-01T00:00:00.000Z',
    ),
  );
  const api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never) });
  const by = { id: 'person-reporting-clerk', name: '填报员' };
  const counts = definitions.filter(({ of }) => of.kind === 'count');
  const headers = (post: string) => ({ 'x-post': post, 'x-person': post.replace(/^post-/, 'person-') });
  return {
    ...{ api, database },
    save: async (entries, at = '2026-01-02T00:00:00.000Z') => {
      const recorded = await asSystem(() =>
        db.transaction().execute((within) => recordFigures(within, entries, counts, by, at)),
      );
      if (!recorded.ok) throw new Error('stale');
    },
    fold: async () => {
      while ((await asSystem(() => foldPending(db))) > 0);
    },
    ask: (post, endpoint, input) => api.call(endpoint, { ...input, headers: headers(post) } as typeof input),
    refused: (post, endpoint, input) => api.refused(endpoint, { ...input, headers: headers(post) }),
    close: async () => {
      await api.close();
      await database.close();
    },
  };
}

type IndicatorTablesDb = TestDatabase<IndicatorTables>['db'];

async function addTowns({ owner }: TestDatabase<PlanTables>): Promise<void> {
  for (const town of towns) {
    const district = town.slice(0, 6);
    if (town !== regions.town) {
      await sql`insert into region (code, level) values (${town}, 'town')`.execute(owner);
      await sql`insert into region_term (code, name, parent) values (${town}, ${`${town}镇`}, ${district})`.execute(
        owner,
      );
      await sql`insert into region_closure (ancestor, descendant)
        select a, ${town} from unnest(${[town, district, regions.city, regions.province]}::text[]) a`.execute(owner);
    }
    await sql`insert into unit (id, name, kind, region_id) values (${townUnit(town)}, ${`${town}政府`}, 'town', ${town})`.execute(
      owner,
    );
    await sql`insert into unit_closure values (${townUnit(town)}, ${townUnit(town)})`.execute(owner);
  }
}

/** A post in the city's unit: one of finance there sees the whole city, but no small groups. */
async function addPost({ owner }: TestDatabase<PlanTables>, id: string, role: string): Promise<void> {
  await sql`insert into person (id, name, created_at) values (${id}, ${`${id}的人`}, now())`.execute(owner);
  await sql`insert into post (id, person_id, unit_id, title) values (${id}, ${id}, ${units.city}, '岗位')`.execute(
    owner,
  );
  await sql`insert into post_grant (post_id, role_id, region_id, state, changed_at, changed_by)
    values (${id}, ${role}, ${regions.city}, 'granted', now(), '@system')`.execute(owner);
}

export interface FigureGiven {
  readonly indicator?: string;
  readonly period: string;
  readonly town?: string;
  readonly chain?: string;
  readonly firm?: string;
  readonly value: number | null;
  readonly seen?: number;
  readonly role?: 'part' | 'own';
  readonly vintage?: 'preliminary' | 'revised' | 'final';
  readonly unit?: string;
  readonly region?: string;
}

/** A figure as it is saved, of a town's unit unless said otherwise. */
export function figure(given: FigureGiven): Entry {
  const { indicator = 'output', period, town = regions.town, chain = '', firm = '', value, seen = 0 } = given;
  return {
    key: {
      ...{ indicatorId: indicator, period, unitId: given.unit ?? townUnit(town), enterpriseId: firm, chainId: chain },
      role: given.role ?? 'part',
    },
    figure: { value, reason: value === null ? '停产' : null, vintage: given.vintage ?? 'final' },
    ...{ regionId: given.region ?? null, seen, note: null },
  };
}
