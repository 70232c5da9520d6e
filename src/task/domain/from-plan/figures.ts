import type { Day } from '../../../kernel/index.ts';
import type { Deliverable } from '../model/index.ts';
import type { Doubt, PlanOrigin } from './draft.ts';
import type { PlannedFigure } from './planned.ts';

const mostDecimals = 6;

/**
 * The measured deliverables of a task: 累计 and 新增 are sums since the plan began, 每年 is a sum of each year, and a level
 * or a growth is what an indicator says on the last day. Doubts name the figures that were left out.
 */
export function deliverablesOf(
  figures: readonly PlannedFigure[],
  origin: PlanOrigin,
): { readonly deliverables: Deliverable[]; readonly doubts: Doubt[] } {
  const made: Omit<Deliverable, 'id'>[] = [];
  const doubts: Doubt[] = [];
  for (const figure of figures) {
    const scaled = wholeOf(figure.value);
    const years = yearsOf(figure, origin);
    if (scaled === null || years.length === 0) {
      doubts.push({ code: scaled === null ? 'figure-unreadable' : 'figure-without-year', given: figure.name });
      continue;
    }
    for (const year of years) {
      const { from, by } = spanOf(figure, year, origin);
      if (by < from) doubts.push({ code: 'figure-past', given: figure.name });
      else made.push({ ...headOf(figure), ...scaled, from, by });
    }
  }
  return { deliverables: made.map((each, at) => ({ id: `F${at + 1}`, ...each })), doubts };
}

function headOf({
  name,
  unit,
  op,
  mode,
}: PlannedFigure): Omit<Deliverable, 'id' | 'target' | 'decimals' | 'from' | 'by'> {
  const level = mode === 'level' || mode === 'growth';
  return {
    name,
    unit,
    comparator: op === '<' || op === '<=' ? '<=' : '>=',
    mode: level ? 'level' : mode === 'annual' ? 'annual' : 'cumulative',
    counts: level ? 'indicator' : 'reported',
    indicatorId: null,
    dutyId: null,
  };
}

/** The years at whose end it is due: its own; each year of the plan for what is owed every year. */
function yearsOf({ year, mode }: PlannedFigure, { years }: PlanOrigin): number[] {
  if (years !== null && mode === 'annual') {
    const last = year ?? years.to;
    return Array.from({ length: Math.max(0, last - years.from + 1) }, (_, at) => years.from + at);
  }
  if (year !== null) return [year];
  return years === null ? [] : [years.to];
}

function spanOf({ mode }: PlannedFigure, year: number, { issuedOn, years }: PlanOrigin): { from: Day; by: Day } {
  const first = `${year}-01-01`;
  const begun = issuedOn ?? (years === null ? first : `${years.from}-01-01`);
  return { from: mode === 'annual' ? first : begun, by: `${year}-12-31` };
}

/** The figure as a whole number and its decimals; null for what is too long to be kept so. */
export function wholeOf(value: number): { readonly target: number; readonly decimals: number } | null {
  const found = /^(\d+)(?:\.(\d+))?$/u.exec(String(value));
  if (found === null) return null;
  const decimals = found[2]?.length ?? 0;
  const target = Number(`${found[1]}${found[2] ?? ''}`);
  return decimals <= mostDecimals && Number.isSafeInteger(target) ? { target, decimals } : null;
}
