import type { Entry } from './model.ts';
import type { Selection } from './selection.ts';

/** One cell before and after. */
export interface Edit {
  /** Place of the cell: row × columns + column. */
  readonly cell: number;
  readonly before: Entry;
  readonly after: Entry;
}

/** What a person did at once, however many cells it touched: it is taken back as one. */
export interface Step {
  /** What it was, for people: 粘贴, 向下填充. */
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Where the person was, to be led back there. */
  readonly from: Selection;
  readonly to: Selection;
}

export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const noHistory: History = { done: [], undone: [] };
const mostSteps = 200;

/** A new step; what was taken back before can no longer be done again. A step without edits is none. */
export function did({ done, undone }: History, step: Step): History {
  if (step.edits.length === 0) return { done, undone };
  return { done: [...done.slice(-(mostSteps - 1)), step], undone: [] };
}

/** The same, but letter by letter in one field is one step: it joins a step of the same name at the same cell. */
export function wroteOn(history: History, step: Step): History {
  const last = history.done.at(-1);
  const [before, now] = [last?.edits[0], step.edits[0]];
  const isSame = last?.name === step.name && last.edits.length === 1 && step.edits.length === 1;
  if (!isSame || before?.cell !== now?.cell || before === undefined || now === undefined) return did(history, step);
  const joined = { ...step, from: last.from, edits: [{ ...now, before: before.before }] };
  return { done: [...history.done.slice(0, -1), joined], undone: [] };
}

/** What is to be written to take the last step back, and the history then; null when there is none. */
export function takeBack({ done, undone }: History): { readonly step: Step; readonly history: History } | null {
  const step = done.at(-1);
  if (step === undefined) return null;
  return { step: reversed(step), history: { done: done.slice(0, -1), undone: [...undone, step] } };
}

/** The same for what was taken back last. */
export function doAgain({ done, undone }: History): { readonly step: Step; readonly history: History } | null {
  const step = undone.at(-1);
  if (step === undefined) return null;
  return { step, history: { done: [...done, step], undone: undone.slice(0, -1) } };
}

const reversed = ({ name, edits, from, to }: Step): Step => ({
  name,
  edits: edits.map(({ cell, before, after }) => ({ cell, before: after, after: before })),
  from: to,
  to: from,
});
