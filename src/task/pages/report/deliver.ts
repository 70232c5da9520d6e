import { ApiRefused, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { readFigure } from '../../../../platform/web/grid/figure-text.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { type TaskJson, tasksApi } from '../../contract.ts';
import { forgetReport, type KeptReport, keepReport } from './kept.ts';

/** What became of a try: the task as it stands now, no way to the server, or its reasons. */
export type Delivered =
  | { readonly kind: 'sent'; readonly task: TaskJson }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly error: ApiRefused }
  /** Another window is at it. */
  | { readonly kind: 'elsewhere' };

/**
 * Sends a report with its files, as often as needed: files that are there already are not sent again, and the server takes a
 * key once. What is not sent stays in the browser with the reason.
 */
export async function deliver(report: KeptReport): Promise<Delivered> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return tried(report);
  return locks.request(`task-report ${report.key}`, { ifAvailable: true }, async (lock) =>
    lock === null ? { kind: 'elsewhere' } : tried(report),
  );
}

async function tried(report: KeptReport): Promise<Delivered> {
  let now = report;
  try {
    for (const { id, blob, name, kind, fileId } of report.files) {
      if (fileId !== null) continue;
      const form = formWith(new File([blob], name, { type: blob.type }), { dutyId: report.dutyId, kind });
      const there = await send(tasksApi.putFile, { params: { taskId: report.taskId }, form });
      // Noted one by one, so that a broken line costs one of them at most.
      now = { ...now, files: now.files.map((each) => (each.id === id ? { ...each, fileId: there.id } : each)) };
      await keepReport(now);
    }
    const task = await sent(now);
    await forgetReport(report.key);
    return { kind: 'sent', task };
  } catch (error) {
    if (!(error instanceof ApiRefused)) throw error;
    // A gateway that is down, or too many at once, will be another minute; who is signed out signs in and tries again.
    if (error.status === 0 || error.status === 429 || error.status >= 502) return { kind: 'unreachable' };
    if (error.status !== 401) await keepReport({ ...now, refused: sentencesOf(error) });
    return { kind: 'refused', error };
  }
}

/** Reports only add, so that a task which somebody changed meanwhile takes one all the same: it is sent at what stands now. */
async function sent(report: KeptReport): Promise<TaskJson> {
  const params = { taskId: report.taskId };
  for (let attempt = 1; ; attempt += 1) {
    const task = await send(tasksApi.readTask, { params });
    try {
      return await send(tasksApi.reportDuty, { params, body: bodyOf(report, task) });
    } catch (error) {
      const changed = error instanceof ApiRefused && error.status === 409;
      if (!changed || attempt >= 3) throw error;
    }
  }
}

function bodyOf(report: KeptReport, task: TaskJson) {
  const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    ...{ revision: task.revision, dutyId: report.dutyId, key: report.key, words: report.words.trim() },
    figures: task.deliverables.flatMap(({ id, unit, decimals }) => {
      const read = readFigure(report.figures[id] ?? '', { unit, decimals });
      return read.kind === 'figure' ? [{ deliverableId: id, value: read.value }] : [];
    }),
    evidence: report.files.flatMap(({ fileId, kind, name }) => (fileId === null ? [] : [{ id: fileId, kind, name }])),
    problem: filled(report.problem),
    help: filled(report.help),
  };
}
