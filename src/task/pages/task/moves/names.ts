import type { Permission } from '../../../../access/index.ts';
import type { dutyMoves, taskMoves } from '../../../contract.ts';

export type DutyMove = (typeof dutyMoves)[number];
export type TaskMove = (typeof taskMoves)[number];

/** What people call each move; the buttons say it. */
export const dutyMoveNames: Readonly<Record<DutyMove, string>> = {
  sign: '签收',
  report: '报进展',
  submit: '申请销号',
  takeBack: '撤回销号申请',
  askExtension: '申请延期',
  answerLetter: '回复督办函',
  subdivide: '向下分解',
  handBack: '退回',
  closeOut: '销号',
  giveBack: '退回销号申请',
  reopen: '重新打开',
  answerExtension: '答复延期',
  insist: '不同意退回',
  reassign: '改派',
  urge: '催办',
  supervise: '发督办函',
  escalate: '报链长',
};

const ofUnit: ReadonlySet<DutyMove> = new Set([
  ...(['sign', 'report', 'submit', 'takeBack', 'askExtension', 'answerLetter', 'handBack'] as const),
]);
const ofSecond: ReadonlySet<DutyMove> = new Set(['closeOut', 'giveBack', 'reopen']);

/** The permission that a move asks for. */
export function neededFor(move: DutyMove): Permission {
  if (move === 'subdivide') return 'task.subdivide';
  if (ofUnit.has(move)) return 'task.report';
  return ofSecond.has(move) ? 'task.close' : 'task.dispatch';
}

/** In this order they are offered: what moves the task on first. */
export const dutyMoveOrder: readonly DutyMove[] = [
  ...(['sign', 'report', 'submit', 'closeOut', 'answerExtension', 'insist', 'giveBack', 'answerLetter'] as const),
  ...(['askExtension', 'takeBack', 'handBack', 'reassign', 'urge', 'supervise', 'escalate', 'subdivide'] as const),
  'reopen',
];

/** What the asker is waited for; only these stand out. */
export const movesOn: ReadonlySet<DutyMove> = new Set([
  ...(['sign', 'report', 'submit', 'closeOut', 'answerExtension', 'insist', 'answerLetter'] as const),
]);

export const taskMoveNames: Readonly<Record<TaskMove, string>> = {
  assign: '下达',
  settle: '核对责任和时限',
  addUnit: '增加责任单位',
  depend: '前置任务',
  withdraw: '撤销',
};
export const taskMoveOrder: readonly TaskMove[] = ['assign', 'settle', 'addUnit', 'depend', 'withdraw'];
