import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCluster, stopCluster } from '../../platform/db/embedded/cluster.ts';
import { type Kysely, openKysely } from '../../platform/db/index.ts';
import { openTemporaryFolder } from '../../platform/db/testing/index.ts';
import { type AuditTables, verifyDatabase } from '../../src/audit/index.ts';
import type { IndicatorTables } from '../../src/indicator/index.ts';
import { periodsWithFigures, wrongPeriods } from '../../src/indicator/store.ts';
import { batchSize, batchWriter, lastMonth, makeSheet, typist } from './reporters.ts';
import { type Blow, victimOn } from './victim.ts';
import type { Writer } from './writers.ts';

/** Server and database are killed while figures are typed and brought in by batches; `npm run bench -- crash`: twenty times. */
const blows = Number(process.env.CRASHES ?? 3);
const kinds: readonly Blow[] = ['both', 'server', 'database'];
const folder = openTemporaryFolder('crash-figures');
const victim = victimOn(folder);
let db: Kysely<IndicatorTables>;
let leave: () => Promise<void>;

beforeAll(() => victim.start());
afterAll(async () => {
  await db?.destroy();
  await leave?.();
  await victim.stop();
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
});

async function untilWritten(writers: readonly Writer[], more: number): Promise<void> {
  const before = writers.map(({ acknowledged }) => acknowledged.length);
  while (writers.some(({ acknowledged }, at) => acknowledged.length < before[at]! + more)) await pause(20);
}

test(`killed ${blows} times: no figure that was acknowledged is lost, no batch is there by halves, sums are right`, async () => {
  const sheetId = await makeSheet(victim);
  const batches = ['甲', '乙'].map((_, at) => batchWriter(victim, `w${at}`));
  const typing = typist(victim, sheetId);
  const writers = [...batches, typing];
  for (let blow = 0; blow < blows; blow += 1) {
    await untilWritten(writers, 3);
    await pause((blow * 53) % 130);
    await victim.strike(kinds[blow % kinds.length]!);
  }
  await untilWritten(writers, 3);
  for (const writer of writers) await writer.finish();
  const cluster = await openCluster(folder);
  db = openKysely<IndicatorTables>(cluster.addressOf('postgres'), { connections: 2, owner: true });
  leave = cluster.leaveRunning;

  for (const [at, writer] of batches.entries()) await expectBatches(`w${at}`, writer);
  const cells = await sql<{ value: number }>`
    select value from sheet_cell where sheet_id = ${sheetId} and indicator_id = 'projects-signed'`.execute(db);
  const last = Math.max(...typing.acknowledged.map(Number));
  const kept = Number(cells.rows[0]?.value);
  expect([...typing.acknowledged, ...typing.unanswered]).toContain(String(kept));
  expect(kept).toBeGreaterThanOrEqual(last);
  expect(await wrongPeriods(db, await periodsWithFigures(db))).toEqual([]);
  expect(await verifyDatabase({}, { db: db as unknown as Kysely<AuditTables> })).toMatchObject({ ok: true });
}, 1_800_000);

/** Of each batch all figures have a version or none has; of one that was acknowledged all have, and the last one stands. */
async function expectBatches(name: string, { acknowledged, unanswered }: Writer): Promise<void> {
  const { rows } = await sql<{ value: number; versions: number }>`
    select v.value, count(*)::integer as versions from observation_version v join observation o on o.id = v.observation_id
    where o.enterprise_id like ${`${name}-%`} and o.period = ${lastMonth()} group by 1 order by 1`.execute(db);
  expect(rows.filter(({ versions }) => versions !== batchSize)).toEqual([]);
  const found = rows.map(({ value }) => String(value));
  expect(acknowledged.filter((one) => !found.includes(one))).toEqual([]);
  expect(found.filter((one) => !acknowledged.includes(one) && !unanswered.includes(one))).toEqual([]);
  const standing = await sql<{ value: number }>`
    select distinct value from observation where enterprise_id like ${`${name}-%`}`.execute(db);
  expect(standing.rows.map(({ value }) => String(value))).toEqual([found.at(-1)]);
}
