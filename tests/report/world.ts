import { sql } from 'kysely';
import type { FrozenCycle } from '../../src/report/index.ts';
import { closeOut, snapshotText, submit } from '../../src/task/index.ts';
import { regions, units } from '../access/organisation.ts';
import { content, duty, having, paper, signedByAll, stamp } from '../examples/task.ts';
import { openPolicyWorld, type PolicyWorld } from '../policy/world.ts';
import { frozen } from './frozen-year.ts';

/** Tasks of units that the register knows: one is late, one was closed in time. */
function tasksOf(period: string) {
  const own = (changes = {}) => ({
    ...duty('D1', units.own, changes),
    unit: { id: units.own, name: `单位${units.own}` },
  });
  const beside = (changes = {}) => ({
    ...duty('D1', units.beside, changes),
    unit: { id: units.beside, name: `单位${units.beside}` },
  });
  const late = signedByAll(content({ id: 'TLATE', title: '建设专业园区', duties: [own({ dueOn: '2025-08-10' })] }));
  const closed = having(
    signedByAll(content({ id: 'TDONE', title: '办好推进会', duties: [beside({ dueOn: '2025-09-10' })] })),
    (task) => submit(task, 'D1', '办完了。', [paper], stamp('某员', units.beside, '2025-09-05')),
    (task) => closeOut(task, 'D1', stamp('审核员', 'office', '2025-09-08')),
  );
  return period < '2025-09' ? [late.events] : [late.events, closed.events];
}

/** The whole server with frozen dispatches of a district, as the dispatch keeps them. */
export async function openReportWorld(): Promise<PolicyWorld & { readonly cycles: readonly FrozenCycle[] }> {
  const world = await openPolicyWorld();
  const cycles = ['2025-08', '2025-09'].map((period) =>
    frozen(
      { id: `cycle-${period}`, kind: 'monthly', period, opensOn: `${period}-20`, dueOn: `${period}-25` },
      tasksOf(period),
    ),
  );
  for (const cycle of cycles) await keepFrozen(world, cycle, regions.district);
  return { ...world, cycles };
}

/** Puts a frozen dispatch where the dispatch puts it. */
export async function keepFrozen(
  { database }: PolicyWorld,
  { cycleId, digest, frozenAt, snapshot }: FrozenCycle,
  regionId: string,
): Promise<void> {
  const { cycle } = snapshot;
  const by = { id: 'person-chain-office', name: '调度员', unitId: units.own };
  await sql`insert into dispatch_cycle (id, revision, kind, period, opens_on, due_on, state, frozen, made_at, made_by, region_id, unit_id)
    values (${cycleId}, 4, ${cycle.kind}, ${cycle.period}, ${cycle.opensOn}, ${cycle.dueOn}, 'frozen',
      ${JSON.stringify({ by, at: frozenAt, digest })}, ${frozenAt}, '调度员', ${regionId}, ${units.own})`.execute(
    database.owner,
  );
  await sql`insert into dispatch_snapshot (cycle_id, text, digest, known, head, known_at, region_id, unit_id)
    values (${cycleId}, ${snapshotText(snapshot)}, ${digest}, '{}', '{}', ${frozenAt}, ${regionId}, ${units.own})`.execute(
    database.owner,
  );
}
