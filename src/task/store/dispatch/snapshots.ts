import type { Kysely } from '../../../../platform/db/index.ts';
import type { Place } from '../../../access/index.ts';
import type { SnapshotHead } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';
import type { KnownFacts } from './facts.ts';

type Db = Kysely<TaskTables>;

export interface StoredSnapshot {
  readonly cycleId: string;
  readonly text: string;
  readonly digest: string;
  readonly known: KnownFacts;
  readonly head: SnapshotHead;
  readonly knownAt: string;
  readonly place: Place & { readonly regionId: string };
}

/** Keeps what a cycle froze; the database lets nobody change it afterwards. */
export async function insertSnapshot(db: Db, snapshot: StoredSnapshot): Promise<void> {
  const { cycleId, text, digest, known, head, knownAt, place } = snapshot;
  await db
    .insertInto('dispatch_snapshot')
    .values({
      ...{ cycle_id: cycleId, text, digest, known: JSON.stringify(known), head: JSON.stringify(head) },
      ...{ known_at: knownAt, region_id: place.regionId, unit_id: place.unitId, chain_id: place.chainId },
    })
    .execute();
}

/** What a cycle froze; undefined when it is not frozen, or not for the asker. */
export async function readSnapshot(db: Db, cycleId: string): Promise<StoredSnapshot | undefined> {
  const row = await db.selectFrom('dispatch_snapshot').selectAll().where('cycle_id', '=', cycleId).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...{ cycleId, text: row.text, digest: row.digest, knownAt: row.known_at },
    ...{ known: row.known as KnownFacts, head: row.head as SnapshotHead },
    place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  };
}

/** Only what lists show, of several cycles. */
export async function readHeads(db: Db, cycleIds: readonly string[]): Promise<Map<string, SnapshotHead>> {
  if (cycleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('dispatch_snapshot')
    .select(['cycle_id', 'head'])
    .where('cycle_id', 'in', [...cycleIds])
    .execute();
  return new Map(rows.map(({ cycle_id, head }) => [cycle_id, head as SnapshotHead]));
}

/** The cycles that are frozen, the oldest first; as the system. */
export async function frozenCycles(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('dispatch_snapshot').select('cycle_id').orderBy('known_at').execute();
  return rows.map(({ cycle_id }) => cycle_id);
}
