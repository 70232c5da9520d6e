import { insideAsSystem } from '../../../platform/db/index.ts';
import { systemActor } from '../../access/index.ts';
import { closeWork, type NamedParty, openWork, type WorkOrigin } from '../../work/index.ts';
import {
  type Alarm,
  alarmNames,
  alarmsOf,
  causeOf,
  doneSums,
  isStuck,
  lastMonthOf,
  lightOf,
  standingOf,
} from '../domain/index.ts';
import {
  changeAlarm,
  countingMonths,
  endAlarm,
  lockProjectRow,
  openAlarms,
  type ProjectDb,
  putSettled,
  raiseAlarm,
  readEvents,
  type StoredProject,
} from '../store.ts';
import { type ProjectDeps, today } from './deps.ts';
import { placeOf } from './lock.ts';
import { normsFor } from './norms.ts';

/**
 * Reckons anew what follows from a project's facts, at the end of the transaction that changed them, or because the day is
 * another: where it stands, what was done, why it is stuck. A cause that is new asks the keeper and whoever follows the project
 * for work, once; one that is over takes it back. On the platform's behalf: who reports a month may not see a follower's desk.
 */
export async function settle(db: ProjectDb, deps: ProjectDeps, id: string): Promise<void> {
  await insideAsSystem(db, () => settleAsSystem(db, deps, id));
}

async function settleAsSystem(db: ProjectDb, deps: ProjectDeps, id: string): Promise<void> {
  const row = await lockProjectRow(db, id);
  if (row === undefined) return;
  const { content } = row;
  const standing = standingOf(await readEvents(db, id));
  const done = await countingMonths(db, id);
  const day = today(deps);
  const { norms } = await normsFor(db, row.region_id, day, deps);
  const isOne = row.merged_into !== null;
  const alarms = isOne ? [] : alarmsOf({ content, standing, done, norms, calendar: deps.calendar, today: day });
  const sums = doneSums(content, done);
  await putSettled(db, id, {
    ...{ position: standing.position, positionOn: standing.positionOn, days: standing.days },
    ...{ undecided: standing.undecided.length > 0, withdrawnOn: standing.withdrawnOn },
    ...{ doneFen: sums.done, confirmedFen: sums.confirmed, lastMonth: lastMonthOf(content, done) },
    ...{ light: lightOf(alarms), rules: [...new Set(alarms.map(({ rule }) => rule))] },
    ...{ reason: alarms[0]?.reason ?? null, lookedOn: day },
  });
  await keepAlarms(db, deps, row, alarms);
}

async function keepAlarms(
  db: ProjectDb,
  deps: ProjectDeps,
  row: StoredProject,
  alarms: readonly Alarm[],
): Promise<void> {
  const known = await openAlarms(db, row.id);
  const standing = new Map(alarms.map((alarm) => [causeOf(alarm), alarm]));
  const now = deps.clock.now();
  for (const [cause, { id }] of known) {
    if (standing.has(cause)) continue;
    await endAlarm(db, id, now);
    await closeWork(db, deps, systemActor, { origin: originOf(id), outcome: '原因已经消除', state: 'done' });
  }
  for (const [cause, alarm] of standing) {
    const before = known.get(cause);
    const id = before?.id ?? deps.newId();
    if (before === undefined) await raiseAlarm(db, id, row.id, placeOf(row), alarm, now);
    else if (before.light !== alarm.light || before.reason !== alarm.reason) await changeAlarm(db, id, alarm);
    // Something that was only near has become late: now it is somebody's work.
    if (isStuck(alarm.light) && (before === undefined || before.light === 'blue'))
      await askWork(db, deps, row, id, alarm);
  }
}

const originOf = (alarmId: string): WorkOrigin => ({ slice: 'project', kind: 'alarm', id: alarmId });

async function askWork(
  db: ProjectDb,
  deps: ProjectDeps,
  row: StoredProject,
  alarmId: string,
  alarm: Alarm,
): Promise<void> {
  const keeper: NamedParty = { kind: 'unit', id: row.unit_id, name: row.unit_name };
  const followers = row.content.followers.map(({ kind, id, name }): NamedParty => ({ kind, id, name }));
  const others = followers.filter(({ kind, id }) => kind !== keeper.kind || id !== keeper.id);
  for (const assignee of [keeper, ...others])
    await openWork(db, deps, systemActor, {
      ...{ kind: 'handle', title: `${row.name}：${alarmNames[alarm.rule]}`, detail: alarm.reason },
      ...{ link: `/projects/${row.id}`, origin: originOf(alarmId), place: placeOf(row), assignee },
      importance: alarm.light === 'red' ? 'high' : 'normal',
    });
}
