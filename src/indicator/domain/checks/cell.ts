import type { Definition } from '../definition.ts';
import type { Finding } from './finding.ts';
import type { History } from './history.ts';
import type { CellRules } from './rules.ts';
import { findSlip } from './slip.ts';
import { findSudden } from './sudden.ts';

/** A cell while it is typed, with its own history. */
export interface CellEntry {
  /** null: nothing is typed. */
  readonly value: number | null;
  /** It is stated that there is none, with a reason. */
  readonly isNone: boolean;
  /** Whether the form can be handed in without it. */
  readonly isOptional: boolean;
  readonly history: History;
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
  const { signs, latest } = history;
  const isSettled = history.figures >= 2;
  const isNewZero = isSettled && value === 0 && signs !== 'mixed';
  if (isNewZero) say('blank-or-zero', rules.zero, latest);
  const hasTurned = isSettled && ((value < 0 && signs === 'above') || (value > 0 && signs === 'below'));
  if (hasTurned) say('sign', rules.sign, latest);
  if (isNewZero || hasTurned) return found;
  const slip = rules.slip === null ? null : findSlip(definition, entry, rules.slip);
  if (slip !== null) return [...found, slip];
  return rules.sudden === null ? found : [...found, ...findSudden(definition, entry, rules.sudden)];
}

/** The last figure of the year, when a sum since January that cannot go down is below it; null when it is not. */
function fallenFrom({ low }: Definition, { value, history: { sinceJanuary } }: CellEntry): number | null {
  const canFall = low === null || low < 0;
  return !canFall && value !== null && sinceJanuary !== null && value < sinceJanuary ? sinceJanuary : null;
}
