import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCluster, stopCluster } from '../../platform/db/embedded/cluster.ts';
import { type Kysely, openKysely } from '../../platform/db/index.ts';
import { openTemporaryFolder } from '../../platform/db/testing/index.ts';
import { type AuditTables, verifyDatabase } from '../../src/audit/index.ts';
import { noticeApi } from '../../src/notice/contract.ts';
import { planApi } from '../../src/plan/contract.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import type { WorkTables } from '../../src/work/index.ts';
import { type MailBox, openMailBox } from '../notice/world.ts';
import { type Blow, victimOn } from './victim.ts';
import { askOn, corrector, giver, type Writer } from './writers.ts';

/**
 * Server and database are killed again and again while people write. `npm run bench -- crash` strikes twenty times;
 * the usual run a few times, for it takes a second or two each.
 */
const blows = Number(process.env.CRASHES ?? 3);
const kinds: readonly Blow[] = ['both', 'server', 'database'];

type Tables = AuditTables & PlanTables & WorkTables;
const folder = openTemporaryFolder('crash');
const victim = victimOn(folder);
let box: MailBox;
let db: Kysely<Tables>;
let leave: () => Promise<void>;

beforeAll(async () => {
  box = await openMailBox();
  await victim.start();
  const { revision } = await askOn(victim, 'system', noticeApi.readSettings, {});
  const body = { host: '127.0.0.1', port: box.port, security: 'none', user: '', senderName: '经纬' } as const;
  await askOn(victim, 'system', noticeApi.setMail, {
    body: { ...body, revision, on: true, senderAddress: 'jingwei@linjiang.example', password: null },
  });
});
afterAll(async () => {
  await db?.destroy();
  await leave?.();
  await victim.stop();
  await stopCluster(folder);
  await box.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importPlan(): Promise<{ planId: string; itemId: string }> {
  const form = new FormData();
  const bytes = readFileSync(join(import.meta.dirname, '../../packs/linjiang-tasks-2025/document.txt'));
  form.set('file', new Blob([new Uint8Array(bytes)]), '方案.txt');
  const [planId = ''] = (await askOn(victim, 'office', planApi.importFile, { form })).planIds;
  const { items } = await askOn(victim, 'office', planApi.readDraft, { params: { planId } });
  return { planId, itemId: items.find(({ kind }) => kind === 'task')!.id };
}

/** Waits until every writer has been answered some more, so that each blow falls into writing. */
async function untilWritten(writers: readonly Writer[], more: number): Promise<void> {
  const before = writers.map(({ acknowledged }) => acknowledged.length);
  while (writers.some(({ acknowledged }, at) => acknowledged.length < before[at]! + more)) await pause(20);
}

test(`killed ${blows} times: what was acknowledged is there, nothing by halves, nothing twice`, async () => {
  const plans = [await importPlan(), await importPlan()];
  const correctors = plans.map(({ planId, itemId }) => corrector(victim, planId, itemId));
  const givers = [giver(victim, '甲'), giver(victim, '乙')];
  const writers = [...correctors, ...givers];
  for (let blow = 0; blow < blows; blow += 1) {
    await untilWritten(writers, 3);
    // Never at the same moment of what is being done.
    await pause((blow * 37) % 100);
    await victim.strike(kinds[blow % kinds.length]!);
  }
  await untilWritten(writers, 3);
  for (const writer of writers) await writer.finish();
  await openDatabase();

  for (const [at, { planId, itemId }] of plans.entries()) await expectPlan(planId, itemId, correctors[at]!);
  await expectWork(givers);
  expect(await verifyDatabase({}, { db: db as unknown as Kysely<AuditTables> })).toMatchObject({ ok: true, first: 1 });
  await expectMail();
}, 1_800_000);

/** A connection of the test's own, as the owner. */
async function openDatabase(): Promise<void> {
  const cluster = await openCluster(folder);
  db = openKysely<Tables>(cluster.addressOf('postgres'), { connections: 2, owner: true });
  leave = cluster.leaveRunning;
}

/** Of every correction that was acknowledged there is a step and an entry, in the same order, and none without the other. */
async function expectPlan(planId: string, itemId: string, writer: Writer): Promise<void> {
  const steps = await sql<{ revision: number; title: string }>`
    select revision, change #>> '{items,0,after,content,title}' as title from plan_history
    where plan_id = ${planId} and action = 'correct-item' order by revision`.execute(db);
  const entries = await sql<{ title: string }>`
    select c ->> 'after' as title from audit_entry, json_array_elements(changes) c
    where record_id = ${planId} and action = 'plan.correct-item' and c ->> 'field' = ${`${itemId}.title`}
    order by seq`.execute(db);
  const titles = steps.rows.map(({ title }) => title);
  expect(entries.rows.map(({ title }) => title)).toEqual(titles);
  expectAll(titles, writer);
  const revisions = steps.rows.map(({ revision }) => revision);
  expect(revisions).toEqual(revisions.map((_, at) => revisions[0]! + at));
  const { items } = await askOn(victim, 'office', planApi.readDraft, { params: { planId } });
  expect(items.find(({ id }) => id === itemId)?.content).toMatchObject({ title: titles.at(-1) });
}

/** Every item that was acknowledged is there once, with its entry, its step and its message. */
async function expectWork(writers: readonly Writer[]): Promise<void> {
  const { rows } = await sql<{ id: string; title: string; steps: number; entries: number; notices: number }>`
    select i.id, i.title,
      (select count(*) from work_step s where s.item_id = i.id) as steps,
      (select count(*) from audit_entry e where e.record_id = i.id and e.action = 'work.give') as entries,
      (select count(*) from notice n where n.origin_id = i.id) as notices
    from work_item i where i.title like '% 第 % 件' order by i.created_at`.execute(db);
  for (const row of rows) expect(row).toMatchObject({ steps: 1, entries: 1, notices: 1 });
  const titles = rows.map(({ title }) => title);
  for (const writer of writers)
    expectAll(
      titles.filter((title) => isOf(writer, title)),
      writer,
    );
  const given = await sql<{ count: number }>`
    select count(*) as count from audit_entry where action = 'work.give'`.execute(db);
  expect(given.rows[0]?.count).toBe(rows.length);
}

const isOf = ({ acknowledged }: Writer, title: string): boolean =>
  title.startsWith((acknowledged[0] ?? '').split(' ')[0] ?? '');

/** What was acknowledged is there, each once; beyond it there is only what was asked and not answered. */
function expectAll(found: readonly string[], { acknowledged, unanswered }: Writer): void {
  expect(new Set(found).size).toBe(found.length);
  expect(acknowledged.filter((one) => !found.includes(one))).toEqual([]);
  expect(found.filter((one) => !acknowledged.includes(one) && !unanswered.includes(one))).toEqual([]);
}

/** Every mail is decided in the end; none came twice, and what stands as sent has come. */
async function expectMail(): Promise<void> {
  const open = async () =>
    (
      await sql<{ count: number }>`select count(*) as count from delivery
        where state in ('pending', 'sending', 'delivering')`.execute(db)
    ).rows[0]!.count +
    (await sql<{ count: number }>`select count(*) as count from notice where spread_at is null`.execute(db)).rows[0]!
      .count;
  while ((await open()) > 0) await pause(100);
  const ids = box.taken.map(({ text }) => /Message-ID: <([^@>]+)@/.exec(text)![1]!);
  expect(new Set(ids).size).toBe(ids.length);
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from delivery where channel = 'mail'`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
  const arrived = new Set(ids);
  expect(rows.filter(({ state }) => !['sent', 'uncertain'].includes(state))).toEqual([]);
  expect(rows.filter(({ id, state }) => state === 'sent' && !arrived.has(id))).toEqual([]);
}
