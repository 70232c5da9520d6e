import {
  type DutyLine,
  dayWords,
  type Light,
  lightNames,
  reasonWords,
  roleNames,
  type TaskLine,
} from '../../../task/domain/index.ts';
import type { Piece, PieceLight, TableCell } from '../document/index.ts';
import { cell, type FigurePiece, say, taken, type Writer } from '../writing/index.ts';

/** A duty of the frozen dispatch with the task that it belongs to, and where it stands in the facts. */
export interface DutyAt {
  readonly at: string;
  /** Names its figures. */
  readonly key: string;
  readonly task: TaskLine;
  readonly duty: DutyLine;
}

/** Duties that somebody owes or owed, for counting them. */
export const owed = { state: ['sent', 'signed', 'handed-back', 'submitted', 'closed'] } as const;

/** The same, as they stand in the snapshot. */
export function dutiesOf(
  { facts }: Writer,
  wanted: (duty: DutyLine, task: TaskLine) => boolean = () => true,
): DutyAt[] {
  return facts.current.snapshot.tasks.flatMap((task, taskAt) =>
    task.duties.flatMap((duty, dutyAt) =>
      duty.reason.code !== 'not-owed' && wanted(duty, task)
        ? [{ at: `current/snapshot/tasks/${taskAt}/duties/${dutyAt}`, key: `${task.id}.${duty.id}`, task, duty }]
        : [],
    ),
  );
}

export const daysLate = (writer: Writer, { at, key, task, duty }: DutyAt): FigurePiece | null =>
  duty.outcome.kind === 'overdue'
    ? writer.value(
        { id: `late.${key}`, name: `“${task.title}”（${duty.unit.name}）超期天数`, unit: '天' },
        `${at}/outcome/days`,
      )
    : null;

/** The longest overdue first. */
export const byDaysLate = (a: DutyAt, b: DutyAt): number => lateness(b) - lateness(a) || (a.key < b.key ? -1 : 1);
const lateness = ({ duty: { outcome } }: DutyAt): number => (outcome.kind === 'overdue' ? outcome.days : -1);

export const titleCell = ({ task }: DutyAt): TableCell => [taken(task.title)];
export const unitCell = ({ duty }: DutyAt): TableCell => [taken(duty.unit.name)];
export const roleCell = ({ duty }: DutyAt): TableCell => [roleNames[duty.role]];
export const dayCell = (day: string | null): TableCell => (day === null ? null : [taken(day)]);
export const wordsCell = (words: string | null | undefined): TableCell =>
  words === null || words === undefined || words.trim() === '' ? null : [taken(words)];
export const lateCell = (writer: Writer, each: DutyAt): TableCell => cell(daysLate(writer, each));
export const lightPiece = (light: Light): Piece =>
  light === 'none' ? lightNames.none : taken(lightNames[light], light satisfies PieceLight);

/** Why its light is what it is, taken over as the rules say it. */
export function reasonCell({ task, duty: { reason } }: DutyAt): TableCell {
  const figure =
    reason.code === 'behind-pace' ? task.figures.find(({ id }) => id === reason.pace.deliverableId) : undefined;
  return [taken(reasonWords(reason, figure?.decimals, figure?.unit))];
}

/** The deadline, with the first one behind it when more time was given. */
export function dueCell({ duty: { due, firstDue } }: DutyAt): TableCell {
  if (due === null) return null;
  return firstDue === null || firstDue === due ? [taken(due)] : [taken(due), '（原', taken(firstDue), '）'];
}

/** “甲局承担的“某任务”，时限2026年3月31日，已超期45天” */
export function lateWords(writer: Writer, each: DutyAt): readonly Piece[] | null {
  const { outcome, unit } = each.duty;
  if (outcome.kind !== 'overdue') return null;
  return say`${taken(unit.name)}承担的“${taken(each.task.title)}”，时限${taken(dayWords(outcome.due))}，已超期${daysLate(writer, each)}天`;
}
