import { type Actor, covers } from '../../access/index.ts';
import type { ProjectMonthJson, ProjectRowJson } from '../contract.ts';
import { alarmRules, stageOf } from '../domain/index.ts';
import type { ListedProject, StoredMonth, StoredProject } from '../store.ts';
import { placeOf } from './lock.ts';

/** What every answer about a project begins with. */
export const headOf = (row: StoredProject, today: string) => ({
  ...{ id: row.id, revision: row.revision, name: row.name, enterprise: row.enterprise, code: row.code },
  region: { id: row.region_id, name: row.region_name },
  chain: row.chain_id === null ? null : { id: row.chain_id, name: row.chain_name ?? row.chain_id },
  unit: { id: row.unit_id, name: row.unit_name },
  nature: row.content.facts.nature,
  ...{ position: row.position, library: row.library, stage: stageOf(row.position, row.started_on, today) },
  ...{ positionOn: row.position_on, startedOn: row.started_on, completedOn: row.completed_on },
  ...{ producingOn: row.producing_on, reachedOn: row.reached_on },
  ...{ undecided: row.undecided, withdrawnOn: row.withdrawn_on },
  mergedInto: row.merged_into === null ? null : { id: row.merged_into, name: row.merged_name ?? '' },
  ...{ totalFen: row.total_fen, doneFen: row.done_fen, confirmedFen: row.confirmed_fen },
  ...{ lastMonth: row.last_month, light: row.light },
});

export const rowJson = (row: ListedProject, today: string): ProjectRowJson => ({
  ...headOf(row, today),
  creditCode: row.content.facts.creditCode,
  ...{ site: row.content.facts.site, scope: row.content.facts.scope },
  alarms: alarmRules.filter((rule) => row.alarm_rules.includes(rule)),
  alarmReason: row.alarm_reason,
  ...{ yearPlanFen: row.year_plan, yearDoneFen: row.year_done },
  followers: row.content.followers.map(({ name, role }) => `${role} ${name}`),
  changedAt: row.changed_at,
});

export const monthJson = (row: StoredMonth): ProjectMonthJson => ({
  ...{ month: row.month, revision: row.revision, fen: row.fen, progress: row.progress, problem: row.problem },
  ...{ vintage: row.vintage, savedAt: row.saved_at, by: row.by_name, confirmedAt: row.confirmed_at },
  ...{ confirmedBy: row.confirmed_by, returned: row.returned },
});

/** Whether a project is the actor's to change with one of these. */
export const mayChange = (actor: Actor, row: StoredProject, permission: 'project.keep' | 'project.review'): boolean =>
  actor.permissions.has(permission) && covers(actor.reach, placeOf(row)) && row.merged_into === null;
