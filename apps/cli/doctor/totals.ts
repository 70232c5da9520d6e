import { asSystem, type Kysely, openKysely } from '../../../platform/db/index.ts';
import { type IndicatorTables, loadIndicatorServer } from '../../../src/indicator/index.ts';
import { type Finding, good, note, wrong } from './finding.ts';

/** More differences than this do not gather within seconds: nobody folds them. */
const mostPending = 100_000;

/** Whether the sums of the newest period are what its figures come to, and whether they are kept. */
export async function lookAtTotals(ownerAddress: string): Promise<Finding[]> {
  const { periodsWithSums, rollupBacklog, verifyTotals } = await loadIndicatorServer();
  const db: Kysely<IndicatorTables> = openKysely(ownerAddress, { connections: 1, owner: true });
  try {
    return await asSystem(async () => {
      const [newest] = await periodsWithSums(db);
      if (newest === undefined) return [note('指标汇总', '还没有数')];
      const { pending, stale } = await rollupBacklog(db);
      const [checked] = await verifyTotals({ db }, { periods: [newest], repair: false });
      const kept =
        pending > mostPending
          ? [wrong('指标汇总', `${pending} 笔变动没有收拢`, '服务运行时会自动收拢；一直不减少时请看它的日志。')]
          : [];
      const waiting =
        stale > 0 ? [note('指标汇总', `${stale} 期等着按新的地区、单位或产业链重算，服务运行时自动做`)] : [];
      const sums =
        checked?.wrong === true && stale === 0
          ? wrong('指标汇总', `${newest} 的汇总数和一笔笔数不符`, '请运行 ./jingwei indicator verify --repair。')
          : good('指标汇总', `${newest} 的汇总数和一笔笔数相符`);
      return [...kept, ...waiting, sums];
    });
  } finally {
    await db.destroy();
  }
}
