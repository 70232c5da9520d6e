import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { enqueue } from '../../notice/index.ts';
import type { ProjectJson, ProjectMonthVersionJson } from '../contract.ts';
import { monthWords } from '../domain/index.ts';
import {
  type MonthPut,
  type ProjectDb,
  putMonths,
  readMonths,
  readMonthVersionRows,
  readProjectRow,
  type StoredMonth,
  type StoredProject,
} from '../store.ts';
import { doerOf, type ProjectDeps, today } from './deps.ts';
import { lockProject, placeOf, recordOf } from './lock.ts';
import { readProject } from './read-project.ts';
import { settle } from './settle.ts';

export interface MonthReport {
  readonly month: string;
  /** The revision that was seen; 0: there was none. */
  readonly revision: number;
  readonly fen: number;
  readonly progress: string;
  readonly problem: string;
  readonly reason?: string | undefined;
}

/** Reports what was done in a month. It is a figure as reported until a second person confirms it; a confirmed one that is
 * reported anew wants a reason, and has to be confirmed anew. */
export async function reportMonth(
  actor: Actor,
  asked: MonthReport & { readonly projectId: string },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.keep');
  await recording(deps, actor, async (db, note) => {
    const row = await lockProject(db, actor, asked.projectId, null);
    const known = (await readMonths(db, row.id)).find(({ month }) => month === asked.month);
    const put = putOf(row, known, asked, actor, deps);
    if (put === null) throw new RefusalError({ code: 'project-same', field: row.name });
    await putMonths(db, row.id, placeOf(row), [put]);
    await settle(db, deps, row.id);
    note({
      action: 'project.report-month',
      ...recordOf(row),
      changes: [{ field: 'monthFen', before: known?.fen ?? null, after: put.fen }],
      ...(put.reason === null ? {} : { reason: put.reason }),
    });
  });
  return readProject(actor, { projectId: asked.projectId }, deps);
}

/** What a report makes of a month; null: nothing. Throws what is wrong with it. */
export function putOf(
  row: StoredProject,
  known: StoredMonth | undefined,
  asked: MonthReport,
  actor: Actor,
  deps: ProjectDeps,
): MonthPut | null {
  const fault = faultOf(row, known, asked, today(deps));
  if (fault !== null) throw new RefusalError(fault);
  const { month, fen, progress, problem } = asked;
  if (known !== undefined && known.fen === fen && known.progress === progress && known.problem === problem) return null;
  return {
    ...{ month, revision: (known?.revision ?? 0) + 1, fen, progress, problem, vintage: 'reported' },
    ...{ at: deps.clock.now(), by: doerOf(actor), reason: asked.reason ?? null },
  };
}

function faultOf(
  row: StoredProject,
  known: StoredMonth | undefined,
  { month, revision, reason, fen }: MonthReport,
  day: string,
): Refusal | null {
  const { before, facts } = row.content;
  if (row.withdrawn_on !== null) return { code: 'project-withdrawn', field: 'month', given: row.withdrawn_on };
  if (month > day.slice(0, 7))
    return { code: 'project-month-future', field: 'month', given: month, limit: day.slice(0, 7) };
  if (before !== null && month <= before.until)
    return { code: 'project-month-before', field: 'month', given: month, limit: before.until };
  if ((known?.revision ?? 0) !== revision)
    return { code: 'record-changed', field: 'revision', given: revision, limit: known?.revision ?? 0 };
  // A month can hardly cost several times the whole: it was written in 元 where 万元 stood, or the other way round.
  if (fen > facts.totalFen * 2) return { code: 'project-month-large', field: 'fen', given: fen, limit: facts.totalFen };
  if (known?.vintage === 'confirmed' && (reason ?? '').trim().length < 2)
    return { code: 'project-month-confirmed', field: 'reason', given: month };
  return null;
}

/** Confirms months of another person's report. Refuses one's own, and a month that was reported anew since it was seen. */
export async function confirmMonths(
  actor: Actor,
  asked: {
    readonly projectId: string;
    readonly months: readonly { readonly month: string; readonly revision: number }[];
  },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.review');
  await recording(deps, actor, async (db, note) => {
    const { row, months } = await openMonths(db, actor, asked);
    const at = deps.clock.now();
    await putMonths(
      db,
      row.id,
      placeOf(row),
      months.map((month) => ({ ...nextOf(month, actor, at, null), vintage: 'confirmed' as const })),
    );
    await settle(db, deps, row.id);
    note({
      action: 'project.confirm-months',
      ...recordOf(row),
      changes: [{ field: 'months', before: null, after: months.map(({ month }) => month).join('、') }],
    });
  });
  return readProject(actor, { projectId: asked.projectId }, deps);
}

/** Gives a month back to whoever reported it, with a reason; the figure stays as reported. */
export async function returnMonth(
  actor: Actor,
  asked: { readonly projectId: string; readonly month: string; readonly revision: number; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.review');
  const { projectId, month, revision, reason } = asked;
  await recording(deps, actor, async (db, note) => {
    const { row, months } = await openMonths(db, actor, { projectId, months: [{ month, revision }] });
    const [known] = months;
    if (known === undefined) throw new RefusalError({ code: 'project-month-unknown', field: 'month', given: month });
    const at = deps.clock.now();
    await putMonths(db, row.id, placeOf(row), [{ ...nextOf(known, actor, at, reason), returned: reason }]);
    await settle(db, deps, row.id);
    await enqueue(db, deps, {
      ...{ key: `project:${row.id}:return:${month}:${known.revision}`, kind: 'progress' },
      ...{ title: `${row.name}${monthWords(month)}的投资被退回`, text: reason, link: `/projects/${row.id}` },
      origin: { slice: 'project', kind: 'project', id: row.id },
      ...{ to: [{ to: 'unit', id: row.unit_id }], except: actor.id },
    });
    note({
      action: 'project.return-month',
      ...recordOf(row),
      changes: [{ field: 'months', before: month, after: null }],
      reason,
    });
  });
  return readProject(actor, { projectId }, deps);
}

const nextOf = (month: StoredMonth, actor: Actor, at: string, reason: string | null): MonthPut => ({
  ...{ month: month.month, revision: month.revision + 1, fen: month.fen, progress: month.progress },
  ...{ problem: month.problem, vintage: month.vintage, at, by: doerOf(actor), reason },
  reportedBy: { id: month.by_id, name: month.by_name },
});

async function openMonths(
  db: ProjectDb,
  actor: Actor,
  asked: {
    readonly projectId: string;
    readonly months: readonly { readonly month: string; readonly revision: number }[];
  },
): Promise<{ readonly row: StoredProject; readonly months: StoredMonth[] }> {
  const row = await lockProject(db, actor, asked.projectId, null);
  const known = new Map((await readMonths(db, row.id)).map((month) => [month.month, month]));
  const faults: Refusal[] = [];
  const months = asked.months.flatMap(({ month, revision }) => {
    const found = known.get(month);
    if (found === undefined) faults.push({ code: 'project-month-unknown', field: 'months', given: month });
    else if (found.revision !== revision)
      faults.push({ code: 'record-changed', field: 'revision', given: revision, limit: found.revision });
    else if (found.vintage === 'confirmed')
      faults.push({ code: 'project-month-done', field: 'months', given: month, limit: found.confirmed_by });
    else if (found.by_id === actor.id)
      faults.push({ code: 'project-second-person', field: 'months', given: actor.name });
    return found === undefined ? [] : [found];
  });
  if (faults.length > 0) throw new RefusalError(...faults);
  return { row, months };
}

/** Every version of a month, the newest first. */
export async function readMonthVersions(
  actor: Actor,
  { projectId, month }: { readonly projectId: string; readonly month: string },
  deps: ProjectDeps,
): Promise<{ versions: ProjectMonthVersionJson[] }> {
  permit(actor, 'project.read');
  const row = await readProjectRow(deps.db, actor, projectId);
  if (row === undefined) throw new RefusalError({ code: 'project-unknown', field: 'projectId', given: projectId });
  return { versions: await readMonthVersionRows(deps.db, projectId, month) };
}
