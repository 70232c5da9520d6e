import { periodOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import type { Finding } from './finding.ts';
import type { Past } from './history.ts';
import type { CellRules } from './rules.ts';
import { findSlip } from './slip.ts';
import { findSudden } from './sudden.ts';

/** A cell while it is typed, with its own history. */
export interface CellEntry {
  readonly period: string;
  /** null: nothing is typed. */
  readonly value: number | null;
  /** It is stated that there is none, with a reason. */
  readonly isNone: boolean;
  /** Whether the form can be handed in without it. */
  readonly isOptional: boolean;
  /** What was reported for the same cell in earlier periods, oldest first, as it was typed: cumulative stays cumulative. */
  readonly history: readonly Past[];
}

/** Everything that is to be said of one cell. A slip of the unit explains a sudden change, which is then not said again. */
export function checkCell(definition: Definition, entry: CellEntry, rules: CellRules): Finding[] {
  const { id, low, high } = definition;
  const { value, history } = entry;
  const found: Finding[] = [];
  const say = (code: Finding['code'], severity: Finding['severity'] | null, limit: number | null): void => {
    if (severity !== null) found.push({ code, severity, indicatorId: id, given: value, limit, detail: null });
  };
  if (value === null) {
    if (!entry.isNone && !entry.isOptional) say('blank', rules.blank, null);
    return found;
  }
  if (low !== null && value < low) say('below-range', rules.range, low);
  if (high !== null && value > high) say('above-range', rules.range, high);
  const before = fallenFrom(definition, entry);
  if (before !== null) say('falls', rules.falls, before);
  const last = history.at(-1)?.value ?? null;
  const isNewZero = value === 0 && isSettled(history, (each) => each !== 0);
  if (isNewZero) say('blank-or-zero', rules.zero, last);
  const hasTurned =
    (value < 0 && isSettled(history, (each) => each > 0)) || (value > 0 && isSettled(history, (each) => each < 0));
  if (hasTurned) say('sign', rules.sign, last);
  if (isNewZero || hasTurned) return found;
  const slip = rules.slip === null ? null : findSlip(definition, entry, rules.slip);
  if (slip !== null) return [...found, slip];
  return rules.sudden === null ? found : [...found, ...findSudden(definition, entry, rules.sudden)];
}

/** At least two figures, and it was so with all of them. */
const isSettled = (history: readonly Past[], test: (value: number) => boolean): boolean =>
  history.length >= 2 && history.every(({ value }) => test(value));

/** The last figure of the year, when a sum since January that cannot go down is below it; null when it is not. */
function fallenFrom({ measures, low }: Definition, { period, value, history }: CellEntry): number | null {
  if (measures !== 'cumulative' || low === null || low < 0 || value === null) return null;
  const sameYear = history.filter((each) => periodOf(each.period, 'year') === periodOf(period, 'year'));
  const last = sameYear.at(-1)?.value ?? null;
  return last !== null && value < last ? last : null;
}
