import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../apps/server/app.ts';
import { type Asker, askApp } from '../../apps/server/ask-app.ts';
import { openUnderstanding } from '../../apps/server/understanding.ts';
import { sm3 } from '../../platform/digest/index.ts';
import { ApiRefused } from '../../platform/http/client.ts';
import { gateFor } from '../../platform/http/gate.ts';
import { newId } from '../../platform/ids/index.ts';
import { localOperator, type Permission, wholeReach } from '../../src/access/index.ts';
import { auditApi, type VerificationJson } from '../../src/audit/contract.ts';
import { closingLine, verifyFile } from '../../src/audit/index.ts';
import type { PlanDb } from '../../src/plan/index.ts';
import { type AuditWorld, aNote, openAuditWorld } from './world.ts';

let world: AuditWorld;
let auditor: Asker;
let operator: Asker;
const faults: unknown[] = [];
const closers: (() => Promise<void>)[] = [];

/** The whole server for somebody with just these permissions. */
async function ask(...permissions: Permission[]): Promise<Asker> {
  const understanding = openUnderstanding();
  const plan = { db: world.db as unknown as PlanDb, clock: world.deps.clock, newId, understanding };
  const app = await buildApp({
    ...{ plan, webFolder: null, onlyThisMachine: true },
    gate: gateFor({ ...localOperator, id: '@auditor', permissions: new Set(permissions), reach: wholeReach }),
    noteFault: (_number, cause) => void faults.push(cause),
  });
  closers.push(async () => {
    await app.close();
    await understanding.close();
  });
  return askApp(app);
}

beforeAll(async () => {
  world = await openAuditWorld();
  await world.record(aNote());
  await world.record(
    aNote({
      action: 'plan.correct-item',
      record: { kind: 'plan', id: 'p000000002', name: '临江市锂电产业链行动方案' },
      changes: [{ field: 'value', before: 400, after: 500 }],
      reason: '原文更正',
    }),
    aNote({ action: 'plan.import', record: { kind: 'import', id: 'i1', name: '=cmd|calc' } }),
  );
  [auditor, operator] = [await ask('audit.read', 'audit.export'), await ask('plan.read')];
});
afterAll(async () => {
  for (const close of closers) await close();
  await world.close();
});

const found = async (query: object) =>
  (await auditor.call(auditApi.listEntries, { query })).rows.map(({ seq }) => seq).join();
const text = async (endpoint: typeof auditApi.exportChain | typeof auditApi.verify, query = {}) =>
  (await auditor.fetch(endpoint, { query })).toString('utf8');
async function* linesOf(body: string): AsyncGenerator<string> {
  yield* body.split('\n').filter((line) => line !== '');
}

test('entries are found by time, words, action, record and result, the latest first', async () => {
  const list = await auditor.call(auditApi.listEntries, { query: {} });
  expect(list.rows.slice(-3)).toMatchObject([
    { seq: 3, action: 'plan.import', kind: 'import', changed: 1, outcome: 'done', refused: null },
    { seq: 2, record: '临江市锂电产业链行动方案', reason: '原文更正', actor: '系统', address: '系统' },
    { seq: 1, at: '2025-03-01T00:00:00.000Z', recordId: 'p000000001' },
  ]);
  const filter = (conditions: object) => ({ filter: JSON.stringify(conditions) });
  expect(await found({ text: '锂电' })).toBe('2');
  expect(await found({ sort: 'seq', ...filter({ action: { in: ['plan.correct-item', 'plan.publish'] } }) })).toBe(
    '1,2',
  );
  expect(await found(filter({ recordId: { has: 'p000000001' } }))).toBe('1');
  expect(await found(filter({ kind: { in: ['import'] }, at: { from: '2025-03-01', to: '2025-03-01' } }))).toBe('3');
  expect(await found(filter({ at: { from: '2025-03-02' } }))).toBe('');
  expect(await found(filter({ outcome: { in: ['refused'] } }))).toBe('');
  expect(await found({ page: 2, pageSize: 2, sort: 'seq' })).toMatch(/^3/);
});

test('one entry with before and after', async () => {
  const entry = await auditor.call(auditApi.readEntry, { params: { seq: 2 } });
  expect(entry).toMatchObject({
    changes: [{ field: 'value', before: 400, after: 500 }],
    ...{ regionId: '369100', chainId: 'silk', basisItem: 'T3' },
  });
  expect(entry.prevHash).toMatch(/^sm3:[0-9a-f]{64}$/);
  await expect(auditor.call(auditApi.readEntry, { params: { seq: 9999 } })).rejects.toMatchObject({ status: 404 });
});

test('the exported chain can be checked anywhere, and its taking is an entry', async () => {
  const { seq, hash } = await auditor.call(auditApi.readHead, {});
  const body = await text(auditApi.exportChain);
  expect(await verifyFile(linesOf(body), { digest: sm3, expect: [{ seq, hash }] })).toMatchObject({
    ...{ ok: true, count: seq, first: 1, last: { seq, hash } },
  });
  expect(await found({ filter: JSON.stringify({ action: { in: ['audit.export'] } }), pageSize: 1 })).toBe(`${seq + 1}`);
  const empty = await text(auditApi.exportChain, { since: '2030-01-01' });
  expect(empty).toMatch(/^\{"closing":\{"at":"[^"]+","count":0,"last":null\},"v":1\}\n$/);
  expect(await verifyFile(linesOf(empty), { digest: sm3 })).toMatchObject({ ok: true, count: 0 });
  const day = await text(auditApi.exportChain, { since: '2025-03-01', until: '2025-03-01' });
  expect(await verifyFile(linesOf(day), { digest: sm3 })).toMatchObject({ ok: true, first: 1 });
});

test('a sheet of what was found, with formulas made harmless', async () => {
  const query = { format: 'csv', text: '=cmd', columns: 'seq,at,action,record,changes' } as const;
  const csv = (await auditor.fetch(auditApi.exportEntries, { query })).toString('utf8');
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '\ufeff序号,时间,操作,对象,改动',
    `3,2025-03-01 08:00:01,导入方案,"'=cmd|calc",状态：draft → published`,
  ]);
});

test('who may not read the log gets nothing of it', async () => {
  const all = [
    operator.call(auditApi.listEntries, { query: {} }),
    operator.call(auditApi.readEntry, { params: { seq: 1 } }),
    operator.call(auditApi.readHead, {}),
    operator.fetch(auditApi.exportEntries, { query: { format: 'csv' } }),
    operator.fetch(auditApi.exportChain, { query: {} }),
    operator.fetch(auditApi.verify, { query: {} }),
  ];
  for (const one of all) await expect(one).rejects.toMatchObject({ status: 403 });
});

test('moments and notes that cannot be read are refused by field', async () => {
  const refused = await auditor.fetch(auditApi.exportChain, { query: { since: '2025-02-30' } }).catch((cause) => cause);
  expect(refused).toBeInstanceOf(ApiRefused);
  expect(refused.refusals[0]).toMatchObject({ code: 'moment-unreadable', field: 'since' });
  await expect(auditor.fetch(auditApi.verify, { query: { expect: '3' } })).rejects.toMatchObject({ status: 400 });
});

test('a check tells its progress and its result, and is an entry itself', async () => {
  const states = async (query = {}): Promise<VerificationJson[]> =>
    [...(await text(auditApi.verify, query)).matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!));
  const head = await auditor.call(auditApi.readHead, {});
  expect((await states()).at(-1)).toMatchObject({
    state: 'sound',
    done: head.seq,
    first: 1,
    last: head,
    message: null,
  });
  const noted = `${head.seq}:${head.hash}`;
  expect((await states({ expect: noted, since: '2025-03-01' })).at(-1)).toMatchObject({ state: 'sound' });
  const ahead = (await states({ expect: `9999${head.hash.replace(/^/, ':')}` })).at(-1);
  expect(ahead).toMatchObject({ state: 'broken', message: expect.stringContaining('末尾被截去') });
  expect(await found({ filter: JSON.stringify({ action: { in: ['audit.verify'] } }), pageSize: 1 })).not.toBe('');

  await sql`alter table audit_entry disable trigger all`.execute(world.owner);
  await sql`update audit_entry set reason = '别的理由' where seq = 2`.execute(world.owner);
  await sql`alter table audit_entry enable trigger all`.execute(world.owner);
  expect((await states()).at(-1)).toMatchObject({ state: 'broken', done: 1, seq: 2 });
  expect((await states({ since: '2025-03-02' })).at(-1)).toMatchObject({ state: 'sound', done: 0 });
  expect(faults).toEqual([]);
});

test('a closing line is canonical', () => {
  expect(closingLine({ count: 1, last: { seq: 1, hash: 'sm3:' }, at: 'x' })).toBe(
    '{"closing":{"at":"x","count":1,"last":{"hash":"sm3:","seq":1}},"v":1}',
  );
});
