import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { expect, test } from 'vitest';
import * as store from '../../src/organisation/store.ts';
import { chain, delegation, grant, person, post, region, term, unit } from '../examples/organisation.ts';

/**
 * Every statement of the organisation's store, as it goes to PostgreSQL, in a file that is reviewed with the code.
 * Written anew with GOLDEN=1.
 */
const golden = join(import.meta.dirname, '..', 'golden', 'organisation-store.sql');

const day = '2026-03-01';
const sign = { by: { id: 'p', name: '系统管理员' }, at: '2026-03-01T00:00:00.000Z' };
const asked = (filter: object, key: string) => ({
  ...{ words: ['工信局'], filter: filter as never, sort: [{ key, descending: true }] },
  ...{ limit: 50, offset: 0, ids: ['a'], except: ['b'] },
});
const state = { state: { in: ['current'] }, region: { in: ['990100'] } };
const unitsAsked = asked({ ...state, kind: { in: ['town'] }, name: { has: '局' } }, 'name');
const peopleAsked = asked({ ...state, unit: { in: ['gxj'] } }, 'name');
const postsAsked = { ...asked({ ...state, grant: { in: ['granted'] } }, 'unit'), personId: 'p', unitId: 'u' };
const spellings = (word: string) => [word, '工业和信息化局'];
const added = (kind: string, key: string, after: object | null) => ({ kind, key, before: null, after }) as never;
const gone = { kind: 'unit', key: 'gone', before: unit('gone', '旧局'), after: null } as never;
const changes = [
  added('region', '990104', region('990104', 'county', term('青石区', '990100'))),
  added('unit', 'u', unit('u', '局', { parent: 'gov' })),
  added('chain', 'c', chain('c', '链')),
  added('person', 'p', person('p', '经办人')),
  added('post', 'o', post('o', 'p', 'u', '经办人')),
  added('delegation', 'd', delegation('d', 'o', 'q')),
  added('grant', 'o', grant('o', 'finance')),
  gone,
];
const batch = { id: 'i', fileName: '机构.xlsx', at: sign.at, by: sign.by, rows: 1, added: 1, changed: 0, ended: 0 };
const role = { id: 'r', name: '专员', scope: 'unit', permissions: ['plan.read'], builtIn: false, note: '' } as const;
const seeds = {
  units: ['u'],
  unitNames: ['局'],
  creditCodes: ['x'],
  chains: ['c'],
  chainNames: ['链'],
  people: ['p'],
  posts: ['o'],
  delegations: ['d'],
  regions: ['990100'],
};

/** One call of every function that speaks to the database. */
const calls: Readonly<Record<string, (db: store.OrganisationDb) => Promise<unknown>>> = {
  asSystemInside: (db) => store.asSystemInside(db, async () => undefined),
  insertImport: (db) => store.insertImport(db, batch, [gone]),
  isRoleNamed: (db) => store.isRoleNamed(db, 'r'),
  listChains: (db) => store.listChains(db, asked(state, 'name'), day),
  listDelegations: (db) =>
    store.listDelegations(db, { ...asked({ state: { in: ['running'] } }, 'to'), person: 'p' }, day),
  listImports: (db) => store.listImports(db, 20, 0),
  listPeople: (db) => store.listPeople(db, peopleAsked, day),
  listPosts: (db) => store.listPosts(db, postsAsked, day),
  listRegions: (db) => store.listRegions(db, { day, parent: '990100', codes: ['990103'], words: ['芦洲'], limit: 20 }),
  listUnits: (db) => store.listUnits(db, unitsAsked, day, spellings),
  loadAround: (db) => store.loadAround(db, seeds),
  loadOrganisation: store.loadOrganisation,
  loadRegions: store.loadRegions,
  loadRoles: store.loadRoles,
  lockOrganisation: store.lockOrganisation,
  markUndone: (db) => store.markUndone(db, 'i', sign),
  personIds: (db) => store.personIds(db, peopleAsked, day),
  postIds: (db) => store.postIds(db, postsAsked, day),
  readImport: (db) => store.readImport(db, 'i'),
  readImportChanges: (db) => store.readImportChanges(db, 'i'),
  readPersonSecret: (db) => store.readPersonSecret(db, 'p', 'phone'),
  readUnitSecret: (db) => store.readUnitSecret(db, 'u'),
  refreshClosure: (db) => store.refreshClosure(db, 'unit'),
  refreshRegionClosure: store.refreshRegionClosure,
  removeRole: (db) => store.removeRole(db, 'r'),
  roleUse: store.roleUse,
  saveChanges: (db) => store.saveChanges(db, changes, sign),
  saveRole: (db) => store.saveRole(db, role),
  unitIds: (db) => store.unitIds(db, unitsAsked, day, spellings),
};

/** Answers every question with one row that has what the store looks at, so that what follows an answer is asked too. */
const anyRow = {
  code: '990100',
  parent: null,
  aliases: [],
  permissions: [],
  chains: [],
  post: '',
  revision: 1,
  total: 1,
};
class OneRowDriver extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: async <R>() => ({ rows: [{ ...anyRow } as R], numAffectedRows: 1n }),
      // The store reads nothing as a stream.
      streamQuery: async function* () {},
    };
  }
}

async function statementsOf(call: (db: store.OrganisationDb) => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const db = new Kysely<store.OrganisationTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneRowDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void said.push(query.sql.replaceAll(/\s+/g, ' ').trim()),
  });
  await call(db);
  return said;
}

test('the statements of the store are those that were reviewed', async () => {
  const parts: string[] = [];
  for (const [name, call] of Object.entries(calls))
    parts.push(`-- ${name}`, ...(await statementsOf(call)).map((one) => `${one};`), '');
  const text = parts.join('\n');
  if (process.env.GOLDEN === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

test('every function of the store is among them', () => {
  const functions = Object.entries(store)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
  expect(functions.sort()).toEqual(Object.keys(calls).sort());
});
