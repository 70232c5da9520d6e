import { say } from '../../../../platform/messages/index.ts';
import { type Actor, type Permission, permissions } from '../../../access/index.ts';
import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { dutyMoves } from '../../contract/task.ts';
import type { DutyJson, TaskJson } from '../../contract.ts';
import type { Duty, Evidence, Stamp, Task } from '../../domain/index.ts';
import * as moves from '../../domain/index.ts';
import type { StoredTask } from '../../store/task.ts';
import { keepsTask, personOf } from './move-task.ts';
import { mayHandDown } from './subdivide.ts';

type May = TaskJson['may']['assign'];
type DutyMove = (typeof dutyMoves)[number];

/** Stands for whatever a person will say; a move that is refused in spite of it is refused for what the task is. */
const words = '说明。';
const later = '9999-12-31';
const shown: readonly Evidence[] = [{ id: 'shown', kind: 'file', name: 'shown' }];
const somebody = { id: '-', name: '-' };

/** Who asks, and what he may do at all. */
export interface Asking {
  readonly actor: Actor;
  readonly stored: StoredTask;
  readonly stamp: Stamp;
  /** Sign of the letters of the office that keeps it; null: none is set. */
  readonly sign: string | null;
}

export const askingOf = (actor: Actor, stored: StoredTask, at: string, sign: string | null): Asking => ({
  ...{ actor, stored, sign },
  stamp: { by: personOf(actor), at: stored.lastAt > at ? stored.lastAt : at },
});

const allowed: May = { may: true, why: null };

/** Whether the asker may do something now: by his permissions and place first, and then as the move itself would decide. */
function answer(
  { actor, stored }: Asking,
  permission: Permission,
  as: 'office' | 'unit',
  move: () => Result<unknown>,
): May {
  if (!actor.permissions.has(permission))
    return { may: false, why: `您的岗位没有「${permissions[permission].name}」的权限。` };
  if (as === 'office' && !keepsTask(actor, stored))
    return { may: false, why: say({ code: 'task-other-office', field: stored.task.title }) };
  const decided = move();
  return decided.ok ? allowed : { may: false, why: decided.refusals.slice(0, 3).map(say).join('') };
}

/** What the asker may do with a duty now, each with the reason when not. */
export function mayOfDuty(asking: Asking, duty: Duty): DutyJson['may'] {
  const { stamp, stored, sign } = asking;
  const { task } = stored;
  const { id } = duty;
  const unit = (move: () => Result<unknown>) => answer(asking, 'task.report', 'unit', move);
  const office = (move: () => Result<unknown>) => answer(asking, 'task.dispatch', 'office', move);
  const second = (move: () => Result<unknown>) => answer(asking, 'task.close', 'office', move);
  const letters = duty.urgings.filter(({ step, repliedOn }) => step === 'supervise' && repliedOn === null);
  const letter = (letters.find(({ paperId }) => paperId === undefined) ?? letters[0])?.number ?? '';
  const reassigned = { newDutyId: '-', unit: somebody, dueOn: duty.own ? later : null, reason: words };
  const told = { cycleId: null, late: false, words, figures: [], evidence: [], problem: null, help: null };
  const all: Record<DutyMove, () => May> = {
    sign: () => unit(() => moves.sign(task, id, stamp)),
    handBack: () => unit(() => moves.handBack(task, id, words, stamp)),
    report: () => unit(() => moves.report(task, id, told, stamp)),
    submit: () => unit(() => moves.submit(task, id, words, shown, stamp)),
    takeBack: () => unit(() => moves.takeBack(task, id, stamp)),
    askExtension: () => unit(() => moves.askExtension(task, id, later, words, stamp)),
    answerLetter: () => unit(() => moves.answerLetter(task, id, letter, words, stamp)),
    subdivide: () => answer(asking, 'task.subdivide', 'unit', () => mayHandDown(asking.actor, stored, duty)),
    insist: () => office(() => moves.insist(task, id, words, stamp)),
    reassign: () => office(() => moves.reassign(task, id, reassigned, stamp)),
    answerExtension: () => office(() => moves.answerExtension(task, id, null, words, stamp)),
    giveBack: () => second(() => moves.giveBack(task, id, words, null, stamp)),
    closeOut: () => second(() => moves.closeOut(task, id, stamp)),
    reopen: () => second(() => moves.reopen(task, id, words, null, stamp)),
    urge: () => office(() => moves.urge(task, id, words, stamp)),
    supervise: () =>
      office(() =>
        sign === null
          ? refuse({ code: 'letter-sign-missing', field: task.title })
          : moves.supervise(task, id, { number: '-', replyBy: later, words }, stamp),
      ),
    escalate: () => office(() => moves.escalate(task, id, '-', words, stamp)),
  };
  return Object.fromEntries(Object.entries(all).map(([move, ask]) => [move, ask()])) as DutyJson['may'];
}

/** What the asker may do with the task as a whole. */
export function mayOfTask(asking: Asking): TaskJson['may'] {
  const { stamp, stored } = asking;
  const { task } = stored;
  const office = (move: () => Result<unknown>) => answer(asking, 'task.dispatch', 'office', move);
  const extra = { id: '-', unit: somebody, role: 'cooperating', part: null, inherited: false, dueOn: null } as const;
  return {
    settle: office(() => moves.settle(task, task, stamp)),
    addUnit: office(() => moves.addDuty(task, extra, stamp)),
    assign: office(() => moves.assign(task, stamp)),
    withdraw: office(() => moves.withdraw(task, words, stamp)),
    depend: office(() => (task.withdrawn === null ? ok(null) : moves.order(task, [], stamp))),
  };
}

export const mayReach = (asking: Asking, task: Task, milestoneId: string): May =>
  answer(asking, 'task.report', 'unit', () => moves.reachMilestone(task, milestoneId, words, asking.stamp));
