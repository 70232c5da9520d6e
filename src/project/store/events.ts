import type { Insertable, Selectable } from 'kysely';
import type { StageEvent } from '../domain/model/index.ts';
import { type At, type Db, placed } from './db.ts';
import type { EventTable } from './tables.ts';

const eventOf = (row: Selectable<EventTable>): StageEvent => ({
  ...{ id: row.id, kind: row.kind, position: row.position, on: row.happened_on, evidence: row.evidence },
  ...{ files: row.files, note: row.note, at: row.at, by: { id: row.by_id, name: row.by_name } },
  decision:
    row.agreed === null
      ? null
      : {
          ...{ agreed: row.agreed, at: row.decided_at ?? row.at, reason: row.decided_reason ?? '' },
          by: { id: row.decided_by_id ?? '', name: row.decided_by ?? '' },
        },
});

export async function readEvents(db: Db, projectId: string): Promise<StageEvent[]> {
  const rows = await db
    .selectFrom('project_event')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('seq')
    .execute();
  return rows.map(eventOf);
}

export async function eventsOf(db: Db, projectIds: readonly string[]): Promise<ReadonlyMap<string, StageEvent[]>> {
  const rows = await db
    .selectFrom('project_event')
    .selectAll()
    .where('project_id', 'in', [...projectIds, ''])
    .orderBy('seq')
    .execute();
  const found = new Map<string, StageEvent[]>();
  for (const row of rows) found.set(row.project_id, [...(found.get(row.project_id) ?? []), eventOf(row)]);
  return found;
}

export async function insertEvents(db: Db, projectId: string, at: At, events: readonly StageEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('project_event')
    .values(
      events.map(
        (event): Insertable<EventTable> => ({
          ...{ id: event.id, project_id: projectId, kind: event.kind, position: event.position },
          ...{ happened_on: event.on, evidence: event.evidence, files: [...event.files], note: event.note },
          ...{ at: event.at, by_id: event.by.id, by_name: event.by.name, ...placed(at) },
          ...{ agreed: event.decision?.agreed ?? null, decided_at: event.decision?.at ?? null },
          ...{ decided_by_id: event.decision?.by.id ?? null, decided_by: event.decision?.by.name ?? null },
          decided_reason: event.decision?.reason ?? null,
        }),
      ),
    )
    .execute();
}

export async function decideEvent(
  db: Db,
  eventId: string,
  decision: NonNullable<StageEvent['decision']>,
): Promise<void> {
  await db
    .updateTable('project_event')
    .set({
      ...{ agreed: decision.agreed, decided_at: decision.at, decided_by_id: decision.by.id },
      ...{ decided_by: decision.by.name, decided_reason: decision.reason },
    })
    .where('id', '=', eventId)
    .execute();
}
