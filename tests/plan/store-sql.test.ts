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
import type { Reach } from '../../src/access/index.ts';
import * as store from '../../src/plan/store.ts';
import { exampleDraft } from '../examples/plan.ts';

/**
 * Every statement of the plan's store, as it goes to PostgreSQL, in a file that is reviewed with the code.
 * Written anew with GOLDEN=1.
 */
const golden = join(import.meta.dirname, '..', 'golden', 'plan-store.sql');

const sign = { by: { id: 'u1', name: '综合科' }, at: '2025-03-01T00:00:00.000Z' };
const source = { text: '', format: 'txt', tables: [], pageStarts: [], furniture: [] } as const;
const state = exampleDraft();
const finding = {
  id: 'r@1-2',
  rule: 'r',
  severity: 'error',
  start: 1,
  end: 2,
  message: '',
  arithmetic: null,
  path: [],
  related: [],
} as const;
const counts = {
  indicators: 1,
  tasks: 1,
  clauses: 1,
  tables: 1,
  unreviewed: 4,
  rejected: 0,
  errors: 1,
  warnings: 0,
  notices: 0,
  dismissed: 0,
};
const dismissal = { ...sign, findingId: 'r@1-2', reason: '原文如此' };
const change = {
  items: [{ before: state.items[0]!, after: state.items[0]! }],
  head: { before: state.head, after: state.head },
  dismissals: [{ before: dismissal, after: dismissal }],
};
const draft = {
  id: 'v',
  planId: 'p',
  basedOn: null,
  state: { ...state, items: state.items.slice(0, 1) },
  structure: { annexes: [], outline: [] },
  findings: [finding],
  counts,
  source: { id: 's', fileName: '方案.txt', format: 'txt', sha256: 'ab', start: 0, end: 1 },
} as const;
const place = { regionId: '990103', unitId: null, chainId: null };
/** As of a chain chief's post: part of one way in of each kind. */
const reach: Reach = {
  everything: false,
  regions: new Set(['990103', '990103100']),
  units: new Set(['luzhou-industry']),
  chains: new Set(['lj-textile@990103']),
  unitChains: new Set(['luzhou-industry@lj-textile']),
  above: new Set(['990100', '990000']),
};
/** As of most posts: one county whole, and what is published above it. */
const ofCounty: Reach = {
  ...reach,
  regions: new Set(['990103']),
  units: new Set(),
  chains: new Set(),
  unitChains: new Set(),
};
const search = {
  words: ['临江', '100%'],
  filter: { status: { in: ['draft'] }, region: { in: ['990100'] }, issuedOn: { from: '2025-01-01' } },
  sort: [{ key: 'issuedOn', descending: true }],
};
const refusal = { code: 'import-interrupted' };

/** One call of every function that speaks to the database. */
const calls: Readonly<Record<string, (db: store.PlanDb) => Promise<unknown>>> = {
  firstPlans: (db) => store.firstPlans(db, ['纺织'], ofCounty, 6),
  insertDraft: (db) => store.insertDraft(db, draft),
  insertImport: (db) => store.insertImport(db, { id: 'i', fileName: '方案.txt', size: 1 }, sign),
  insertPlan: (db) => store.insertPlan(db, { id: 'p', nextItem: 5, place }, sign),
  insertSource: (db) =>
    store.insertSource(db, {
      id: 's',
      fileName: '方案.txt',
      sha256: 'ab',
      bytes: new Uint8Array(),
      source,
      createdAt: sign.at,
    }),
  insertStep: (db) =>
    store.insertStep(db, 'p', { ...sign, revision: 2, action: 'undo', target: 1, edition: null, change }),
  listEditions: (db) => store.listEditions(db, 'p'),
  listPlanIds: (db) => store.listPlanIds(db, search, reach, 10),
  listPlans: (db) => store.listPlans(db, search, reach, 20, 0),
  lockParents: (db) => store.lockParents(db),
  plansOfSameFile: (db) => store.plansOfSameFile(db, 'ab'),
  publishVersion: (db) =>
    store.publishVersion(db, 'v', { number: 1, published: sign, hash: 'sm3:', note: null, acknowledged: null }),
  readChildren: (db) => store.readChildren(db, 'p'),
  readDiscarded: (db) => store.readDiscarded(db, 'p'),
  readHistory: (db) => store.readHistory(db, 'p', 0, 100),
  readImport: (db) => store.readImport(db, 'i'),
  readLinks: (db) => store.readLinks(db),
  readParents: (db) => store.readParents(db, 'p'),
  readPlan: (db) => store.readPlan(db, 'p', 'locked'),
  readPlanRow: (db) => store.readPlanRow(db, 'p', reach),
  readPlanRows: (db) => store.readPlanRows(db, ['p', 'q'], reach),
  readSourceBytes: (db) => store.readSourceBytes(db, 's'),
  readSourceText: (db) => store.readSourceText(db, 's'),
  readStep: (db) => store.readStep(db, 'p', 2),
  readSteps: (db) => store.readSteps(db, 'p'),
  readVersion: (db) => store.readVersion(db, 'p', 'draft').then(() => store.readVersion(db, 'p', 1)),
  refuseUnfinished: (db) => store.refuseUnfinished(db, sign.at, sign.at, refusal),
  replaceFindings: (db) => store.replaceFindings(db, 'v', [finding], counts),
  replaceParents: (db) => store.replaceParents(db, 'p', [{ planId: 'q', title: '上位规划', docNumber: null }]),
  saveChange: (db) => store.saveChange(db, 'v', change),
  searchItems: (db) => store.searchItems(db, 'task', ['纺织', '100%'], reach, 6),
  setDiscarded: (db) => store.setDiscarded(db, 'v', null),
  takeRevision: (db) => store.takeRevision(db, 'p', 1, sign.at, { status: 'draft', latestEdition: 1, nextItem: 6 }),
  setPlace: (db) => store.setPlace(db, 'p', place),
  unknownPlaces: (db) => store.unknownPlaces(db, place),
  updateImport: (db) => store.updateImport(db, 'i', { state: 'done', plans: [], refusals: [], finishedAt: sign.at }),
};

/** Answers every question with one empty row, so that what follows an answer is asked too. */
class OneRowDriver extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: async <R>() => ({ rows: [{} as R], numAffectedRows: 1n }),
      // The store reads nothing as a stream.
      streamQuery: async function* () {},
    };
  }
}

async function statementsOf(call: (db: store.PlanDb) => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const db = new Kysely<store.PlanTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneRowDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void said.push(query.sql.replaceAll(/\s+/g, ' ')),
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
  const helpers = ['reading', 'writing'];
  const functions = Object.entries(store)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
  expect(functions.filter((name) => !helpers.includes(name)).sort()).toEqual(Object.keys(calls).sort());
});
