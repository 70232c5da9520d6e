import { rmSync } from 'node:fs';
import { packLibrary } from '../../apps/packs.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { asSystem, openDatabase, openKysely } from '../../platform/db/index.ts';
import { openTemporaryFolder } from '../../platform/db/testing/folder.ts';
import { manyEnterprises } from '../../platform/db/testing/many-enterprises.ts';
import { type EnterpriseTables, loadEnterpriseFacts } from '../../src/enterprise/index.ts';
import { editionsOf, loadLadderRuns } from '../../src/ladder/index.ts';
import { compileLibrary } from '../../src/policy/index.ts';

const on = '2025-06-30';

export interface LadderBench {
  readonly enterprises: number;
  /** Making the columns anew, once. */
  readonly refreshSeconds: number;
  /** Every edition and every policy over all, from the database; the least of three. */
  readonly seconds: number;
  /** Reading the same columns and nothing else. */
  readonly readSeconds: number;
  readonly ratio: number;
  /** Of this process for one pass, all threads together. */
  readonly processorSeconds: number;
  readonly peakBytes: number;
  /** Of each title how many meet it and of how many it cannot be told. */
  readonly titles: readonly { readonly title: string; readonly met: number; readonly unknown: number }[];
  readonly clauses: number;
}

/** Measures the ladder and the policies over made-up enterprises in a database of its own, which is taken away again. */
export async function measureLadder(enterprises: number, progress: (line: string) => void): Promise<LadderBench> {
  const folder = openTemporaryFolder('ladder-bench');
  const opened = await openDatabase<EnterpriseTables>({ dataDir: folder, exclusive: true });
  try {
    progress(`造 ${enterprises} 户……`);
    const owner = openKysely<EnterpriseTables>(opened.ownerAddress, { owner: true, connections: 1 });
    await manyEnterprises(owner, enterprises);
    await owner.destroy();
    const library = packLibrary();
    const { factSetup, refreshColumns, readColumns } = await loadEnterpriseFacts();
    const { compiledIfAny, judgeAll } = await loadLadderRuns();
    const deps = { db: opened.db, clock: systemClock, facts: factSetup(library) };
    const editions = [...new Set(editionsOf(library).map(({ title }) => title))]
      .flatMap((title) => compiledIfAny(library, title, on) ?? [])
      .filter(({ empty }) => empty === null);
    const { policies } = compileLibrary(library, on);
    return await asSystem(async () => {
      const begun = performance.now();
      await refreshColumns(deps, on, (done, of) => progress(`列 ${done}/${of}`));
      const refreshSeconds = (performance.now() - begun) / 1000;
      const titles = editions.map(({ title }) => ({ title, met: 0, unknown: 0 }));
      let clauses = 0;
      let peak = 0;
      const times: number[] = [];
      const cpu = process.cpuUsage();
      for (let round = 0; round < 3; round += 1) {
        progress(`第 ${round + 1} 遍……`);
        for (const each of titles) [each.met, each.unknown] = [0, 0];
        const start = performance.now();
        for await (const { there, verdicts, won } of judgeAll(deps, editions, policies)) {
          clauses = editions.reduce((sum, { policy }) => sum + policy.clauses.length, won.length);
          for (const [at, verdict] of verdicts.entries()) {
            let [met, unknown] = [0, 0];
            for (let row = 0; row < there.length; row += 1)
              if (there[row] === 1) {
                if (verdict[row] === 2) met += 1;
                else if (verdict[row] === 1) unknown += 1;
              }
            const title = titles[at];
            if (title !== undefined) [title.met, title.unknown] = [title.met + met, title.unknown + unknown];
          }
          peak = Math.max(peak, process.memoryUsage.rss());
        }
        times.push((performance.now() - start) / 1000);
      }
      const { user, system } = process.cpuUsage(cpu);
      const reads: number[] = [];
      const facts = ['', ...deps.facts.table.facts.map(({ id }) => id)];
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now();
        for await (const bytes of readColumns(deps, facts)) if (bytes.length === 0) break;
        reads.push((performance.now() - start) / 1000);
      }
      const [seconds, readSeconds] = [Math.min(...times), Math.min(...reads)];
      return {
        enterprises,
        refreshSeconds,
        seconds,
        readSeconds,
        ratio: seconds / readSeconds,
        processorSeconds: (user + system) / 3_000_000,
        peakBytes: peak,
        titles,
        clauses,
      };
    });
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
