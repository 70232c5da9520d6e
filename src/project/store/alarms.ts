import type { Alarm } from '../domain/alarm/model.ts';
import { causeOf } from '../domain/alarm/model.ts';
import { type At, type Db, placed } from './db.ts';

/** Alarms that stand, by their cause. */
export async function openAlarms(
  db: Db,
  projectId: string,
): Promise<ReadonlyMap<string, { id: string; light: string; reason: string }>> {
  const rows = await db
    .selectFrom('project_alarm')
    .select(['id', 'cause', 'light', 'reason'])
    .where('project_id', '=', projectId)
    .where('over_at', 'is', null)
    .execute();
  return new Map(rows.map(({ cause, ...row }) => [cause, row]));
}

export async function raiseAlarm(
  db: Db,
  id: string,
  projectId: string,
  at: At,
  alarm: Alarm,
  now: string,
): Promise<void> {
  await db
    .insertInto('project_alarm')
    .values({
      ...{ id, project_id: projectId, cause: causeOf(alarm), rule: alarm.rule, light: alarm.light },
      ...{ since: alarm.since, reason: alarm.reason, raised_at: now, ...placed(at) },
    })
    .execute();
}

export async function changeAlarm(
  db: Db,
  id: string,
  { light, reason }: Pick<Alarm, 'light' | 'reason'>,
): Promise<void> {
  await db.updateTable('project_alarm').set({ light, reason }).where('id', '=', id).execute();
}

export async function endAlarm(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('project_alarm').set({ over_at: now }).where('id', '=', id).execute();
}
