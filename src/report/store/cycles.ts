import { sql } from 'kysely';
import { cycleName, type Snapshot } from '../../task/index.ts';
import type { FrozenCycle } from '../domain/index.ts';
import type { ReportDb } from '../store.ts';

/** A frozen dispatch that a paper can be written about. */
export interface CycleChoice {
  readonly id: string;
  readonly kind: 'monthly' | 'quarterly' | 'yearly';
  readonly title: string;
  readonly period: string;
  readonly frozenAt: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly chainId: string | null;
  readonly chainName: string | null;
}

const mostShown = 500;

/** Frozen dispatches that the asker may see, the newest first. */
export async function frozenCycles(db: ReportDb): Promise<CycleChoice[]> {
  const rows = await db
    .selectFrom('dispatch_cycle')
    .innerJoin('dispatch_snapshot', 'dispatch_snapshot.cycle_id', 'dispatch_cycle.id')
    .select(['dispatch_cycle.id', 'kind', 'period', 'known_at as frozenAt', 'dispatch_cycle.region_id as regionId'])
    .select('dispatch_cycle.chain_id as chainId')
    .select([
      sql<string>`(select t.name from region_term t where t.code = dispatch_cycle.region_id
        order by (t.valid_to is null) desc, t.valid_to desc limit 1)`.as('regionName'),
      sql<string | null>`(select c.name from chain c where c.id = dispatch_cycle.chain_id)`.as('chainName'),
    ])
    .where('dispatch_cycle.state', '=', 'frozen')
    .orderBy('due_on', 'desc')
    .orderBy('dispatch_cycle.id')
    .limit(mostShown)
    .execute();
  return rows.map((row) => ({ ...row, title: titleOf(row) }));
}

const titleOf = ({
  chainId,
  chainName,
  ...row
}: Pick<CycleChoice, 'kind' | 'period' | 'chainId' | 'chainName'>): string =>
  cycleName({ ...row, ...(chainId !== null && { chain: { id: chainId, name: chainName ?? chainId } }) });

/** One of them with all it froze; undefined when there is none for the asker. */
export async function readFrozen(db: ReportDb, cycleId: string): Promise<FrozenCycle | undefined> {
  const row = await db
    .selectFrom('dispatch_snapshot')
    .innerJoin('dispatch_cycle', 'dispatch_cycle.id', 'dispatch_snapshot.cycle_id')
    .select(['text', 'digest', 'known_at', 'frozen'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const snapshot = JSON.parse(row.text) as Snapshot;
  return {
    ...{ cycleId, title: cycleName(snapshot.cycle), frozenAt: row.known_at, frozenBy: row.frozen?.by.name ?? '' },
    ...{ digest: row.digest, snapshot },
  };
}
