import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresScratch, type Scratch } from '../../../platform/db/scratch/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/db/testing/index.ts';
import { chunkBytes, FactsFile, memorySource } from '../../../platform/facts/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { batchProgram } from '../domain/batch/index.ts';
import { type CompiledPolicy, compilePolicy } from '../domain/index.ts';
import { clauseWith, policyWith } from '../domain/testing/policies.ts';
import { randomFacts } from '../domain/testing/random.ts';
import type { Engine, EngineJob } from './engine.ts';
import { readingOf, withoutAbsent } from './fields.ts';
import { loopEngine } from './loop-engine.ts';
import { duckDbEngine, postgresEngine, runSql } from './sql-engine.ts';

let database: TestDatabase<unknown>;
beforeAll(async () => {
  database = await testDatabase<unknown>();
});
afterAll(() => database.close());

const policies = ((): CompiledPolicy[] => {
  const source = policyWith([clauseWith({ when: ['营业收入 > 3万元'] })]);
  const { policy } = compilePolicy(source, randomFacts, { hash: '', on: '2025-12-31' });
  return policy === null ? [] : [policy];
})();

function jobOf(csv: string): EngineJob {
  const program = batchProgram(policies);
  const wanted = readingOf(program, randomFacts);
  const file = new FactsFile(memorySource('f.csv', Buffer.from(csv)), wanted.fields);
  const reading = withoutAbsent(wanted, file.layout);
  return { policies, program, reading, file, write: () => undefined, threads: 1 };
}

const rows = (count: number): string => Array.from({ length: count }, (_, at) => `E${at},360100,${at % 9}\n`).join('');
const heading = 'id,region,revenue\n';

const refusalsOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('was not refused'),
    (cause: unknown) => {
      expect(cause).toBeInstanceOf(RefusalError);
      return (cause as RefusalError).refusals;
    },
  );

/** Sessions of ours on the server that work on enterprises. */
async function sessions(): Promise<number> {
  const asked = sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where application_name = 'jingwei' and datname = current_database() and pid <> pg_backend_pid() and query like 'copy %'`;
  return (await asked.execute(database.owner)).rows[0]?.count ?? 0;
}

test('a file that is wrong somewhere is refused as the loop refuses it, and nothing is left on the server', async () => {
  // So long that the fault comes when the table has been begun.
  const long = rows(200_000);
  expect(long.length).toBeGreaterThan(chunkBytes);
  for (const tail of ['E,360100,many\n', '"E,360100,1\n', 'E,360100\n']) {
    const wanted = await refusalsOf(loopEngine.run(jobOf(heading + long + tail)));
    const engines: readonly Engine[] = [postgresEngine([database.address, database.address]), duckDbEngine];
    for (const engine of engines) expect(await refusalsOf(engine.run(jobOf(heading + long + tail)))).toEqual(wanted);
  }
  await expect.poll(sessions).toBe(0);
});

test('an enterprise that stands twice is told by its row in every engine', async () => {
  const csv = `${heading}${rows(3)}"E1",360100,5\nE9,360100,5\nE9,360100,5\n`;
  for (const engine of [loopEngine, postgresEngine([database.address]), duckDbEngine]) {
    const repeated: number[] = [];
    await engine.run({ ...jobOf(csv), repeated: (row) => void repeated.push(row) });
    expect(repeated).toEqual([4, 6]);
  }
});

test('a server that cannot be reached is refused by its place, without the password, and the others are left', async () => {
  const away = new URL(database.address);
  away.port = '1';
  away.password = 'hidden-word';
  const [refusal] = await refusalsOf(postgresEngine([database.address, away.href]).run(jobOf(heading + rows(9))));
  expect(refusal).toMatchObject({ code: 'server-not-answering', field: `127.0.0.1:1${away.pathname}` });
  const unread = await refusalsOf(postgresEngine(['nonsense hidden-word']).run(jobOf(heading + rows(9))));
  expect(unread).toMatchObject([{ code: 'server-unreadable' }]);
  expect(JSON.stringify([refusal, unread])).not.toContain('hidden-word');
});

test.each(['in the middle of the rows', 'before it decides'])('a server that goes away %s is told of', async (when) => {
  const scratch = await openPostgresScratch(database.address);
  const pid = (await scratch.rows('select pg_backend_pid()'))[0]?.[0];
  const end = () => sql`select pg_terminate_backend(${pid}::int)`.execute(database.owner);
  let added = 0;
  const dying: Scratch = {
    ...scratch,
    table: async (name, columns) => {
      const filling = await scratch.table(name, columns);
      return {
        add: async (...given) => {
          if (added++ === 1 && when === 'in the middle of the rows') await end();
          return filling.add(...given);
        },
        end: filling.end,
      };
    },
    keep: async (...given) => {
      if (when === 'before it decides') await end();
      return scratch.keep(...given);
    },
  };
  const refused = await refusalsOf(runSql(jobOf(heading + rows(500_000)), [[dying]], 'postgres'));
  expect(refused).toMatchObject([{ code: 'server-refuses' }]);
  await scratch.close();
});
