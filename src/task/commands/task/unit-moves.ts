import { Turnstile } from '../../../../platform/files/isolate/turnstile.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import type { TaskJson } from '../../contract.ts';
import {
  answerLetter,
  askExtension,
  type Evidence,
  handBack,
  reachMilestone,
  report,
  sign,
  submit,
  takeBack,
} from '../../domain/index.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { cycleFor } from '../dispatch/cycle-for.ts';
import { knownEvidence, markUsed } from './evidence.ts';
import { alreadySent, type Decide, type MovedTask, moveInside, moveTask } from './move-task.ts';
import { readTask } from './read-task.ts';

/** What people of a unit do about their own duty. Each gives the task as it stands afterwards. */

export interface OfDuty {
  readonly taskId: string;
  readonly revision: number;
  readonly dutyId: string;
}

async function moved(actor: Actor, which: OfDuty, deps: TaskDeps, decide: Decide): Promise<TaskJson> {
  const { taskId, revision, dutyId } = which;
  await moveTask(actor, { taskId, revision, dutyId }, deps, { as: 'unit' }, decide);
  return readTask(actor, taskId, deps);
}

/** 签收。 */
export async function signDuty(actor: Actor, which: OfDuty, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.report');
  return moved(actor, which, deps, (task, stamp) => sign(task, which.dutyId, stamp));
}

export async function handBackDuty(
  actor: Actor,
  which: OfDuty & { readonly reason: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.report');
  return moved(actor, which, deps, (task, stamp) => handBack(task, which.dutyId, which.reason, stamp));
}

export async function askForExtension(
  actor: Actor,
  which: OfDuty & { readonly to: string; readonly reason: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.report');
  return moved(actor, which, deps, (task, stamp) => askExtension(task, which.dutyId, which.to, which.reason, stamp));
}

export async function takeBackDuty(actor: Actor, which: OfDuty, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.report');
  return moved(actor, which, deps, (task, stamp) => takeBack(task, which.dutyId, stamp));
}

export async function answerLetterOf(
  actor: Actor,
  which: OfDuty & { readonly number: string; readonly words: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.report');
  return moved(actor, which, deps, (task, stamp) => answerLetter(task, which.dutyId, which.number, which.words, stamp));
}

/** A milestone of the unit, or of the leads. */
export async function reachMilestoneOf(
  actor: Actor,
  which: { readonly taskId: string; readonly revision: number; readonly milestoneId: string; readonly words: string },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.report');
  const { taskId, revision, milestoneId, words } = which;
  // Of a task as a whole only what the office did meanwhile stands in the way, not what other units told.
  const seen = { taskId, revision, dutyId: '' };
  await moveTask(actor, seen, deps, { as: 'unit' }, (task, stamp) => reachMilestone(task, milestoneId, words, stamp));
  return readTask(actor, taskId, deps);
}

export interface SentReport extends OfDuty {
  readonly words: string;
  readonly figures: readonly { readonly deliverableId: string; readonly value: number }[];
  readonly evidence: readonly Evidence[];
  readonly problem: string | null;
  readonly help: string | null;
  readonly key?: string | undefined;
}

/**
 * Reports that are kept at the same time: fewer than there are connections, so that in the last minute of a dispatch hundreds wait
 * here in the order they came, and not for a connection, which would be given up.
 */
const places = new Turnstile(6);

/**
 * Reports progress; it counts for the dispatch that is under way. What the same person has sent under the same key before is not
 * kept twice: he gets the task as it stands.
 */
export async function reportDuty(actor: Actor, sent: SentReport, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.report');
  return places.pass(() => keepReport(actor, sent, deps));
}

async function keepReport(actor: Actor, sent: SentReport, deps: TaskDeps): Promise<TaskJson> {
  const { taskId, revision, dutyId, key, evidence } = sent;
  if (!(await alreadySent(actor, { taskId, key }, deps)))
    await recording(deps, actor, async (db, note) => {
      const said = { words: sent.words, figures: sent.figures, problem: filled(sent.problem), help: filled(sent.help) };
      const inside = await moveInside(
        { db, note, deps },
        actor,
        { taskId, revision, dutyId },
        { as: 'unit', key: key ?? null },
        async (task, stamp) => {
          const known = await knownEvidence(db, taskId, dutyId, evidence);
          const counted = await cycleFor(db, task, stamp.at, dutyId);
          return report(task, dutyId, { ...said, evidence: known, ...counted }, stamp);
        },
      );
      await useEvidence(db, inside, evidence);
    }).catch(async (cause: unknown) => {
      // It arrived twice at once: the other one is kept.
      if (!(await alreadySent(actor, { taskId, key }, deps))) throw cause;
    });
  return readTask(actor, taskId, deps);
}

const filled = (words: string | null): string | null => (words === null || words.trim() === '' ? null : words.trim());

/** Asks to be closed out, with what shows that it is done. */
export async function submitDuty(
  actor: Actor,
  which: OfDuty & { readonly words: string; readonly evidence: readonly Evidence[] },
  deps: TaskDeps,
): Promise<TaskJson> {
  permit(actor, 'task.report');
  const { taskId, revision, dutyId, words, evidence } = which;
  await recording(deps, actor, async (db, note) => {
    const inside = await moveInside(
      { db, note, deps },
      actor,
      { taskId, revision, dutyId },
      { as: 'unit' },
      async (task, stamp) => submit(task, dutyId, words, await knownEvidence(db, taskId, dutyId, evidence), stamp),
    );
    await useEvidence(db, inside, evidence);
  });
  return readTask(actor, taskId, deps);
}

const useEvidence = (db: TaskDb, { task, event }: MovedTask, evidence: readonly Evidence[]): Promise<void> =>
  markUsed(db, task.id, event.no, evidence);
