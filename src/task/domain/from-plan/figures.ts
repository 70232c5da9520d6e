import type { Day } from '../../../kernel/index.ts';
import { proposeCounted } from '../counted/index.ts';
import type { Deliverable, Recurrence } from '../model/index.ts';
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
  const once = made.filter((each, at) => made.findIndex((other) => isSame(each, other)) === at);
  return { deliverables: once.map((each, at) => ({ id: `F${at + 1}`, ...each })), doubts };
}

/** A document says some figures twice. */
const isSame = (a: Omit<Deliverable, 'id'>, b: Omit<Deliverable, 'id'>): boolean =>
  a.name === b.name &&
  a.target === b.target &&
  a.decimals === b.decimals &&
  a.unit === b.unit &&
  a.from === b.from &&
  a.by === b.by;

const MEETING = /^[次场期轮回届]$/u;

/**
 * What comes again and what is counted do not say the same twice: 每年选派100人次 is a figure and no meeting of its own, and
 * 6月、9月各举办1场对接会 are two occurrences and no figure of one.
 */
export function eachOnce(
  recurrences: readonly Recurrence[],
  figures: readonly PlannedFigure[],
): { readonly recurrences: Recurrence[]; readonly figures: PlannedFigure[] } {
  const counted = ({ unit }: PlannedFigure): boolean => !MEETING.test(unit);
  const annual = figures.filter((figure) => figure.mode === 'annual' && counted(figure));
  const isFigure = (each: Recurrence): boolean =>
    each.kind === 'every' && each.every === 12 && annual.some(({ value }) => says(each.what, value));
  const kept = recurrences.filter((each) => !isFigure(each));
  const meets = ({ name }: PlannedFigure): boolean =>
    kept.some(({ what }) => what !== null && name.length >= 4 && (what.includes(name) || name.includes(what)));
  return { recurrences: kept, figures: figures.filter((figure) => counted(figure) || !meets(figure)) };
}

/** Whether the figure stands in the words by itself: 2 in 实施2项, not in 2026. */
const says = (what: string | null, value: number): boolean =>
  what !== null && new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?![\\d.])`, 'u').test(what);

/** What it could be counted by stands beside it as a proposal: units report until somebody takes it up. */
function headOf({
  text,
  name,
  unit,
  op,
  mode,
}: PlannedFigure): Omit<Deliverable, 'id' | 'target' | 'decimals' | 'from' | 'by'> {
  const level = mode === 'level' || mode === 'growth';
  const head = {
    ...{ name, unit, comparator: op === '<' || op === '<=' ? ('<=' as const) : ('>=' as const) },
    mode: level ? ('level' as const) : mode === 'annual' ? ('annual' as const) : ('cumulative' as const),
  };
  const events = proposeCounted({ ...head, text });
  return {
    ...head,
    counts: level ? 'indicator' : 'reported',
    ...{ indicatorId: null, ...(events !== null && { events }), dutyId: null },
  };
}

/**
 * The years at whose end it is due. A sum of a named year is owed in that year, unless the words say 每年: then in each year
 * until it; without a year it is owed in every year of the plan.
 */
function yearsOf({ year, mode, text }: PlannedFigure, { years }: PlanOrigin): number[] {
  if (mode === 'annual' && years !== null && (year === null || /每年|逐年|年均/u.test(text ?? ''))) {
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
