import { periodsBetween, shifted } from '../../../kernel/index.ts';
import type { MonthDone, ProjectContent } from '../model/index.ts';

/** Planned against done, added up month by month. Sums are whole fen. */
export interface CurvePoint {
  readonly month: string;
  /** All that was to be done by the end of the month; null before the plan and after it. */
  readonly planned: number | null;
  /** All that was reported up to the month; null after the last report. */
  readonly done: number | null;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  /** Years whose plan nobody has divided: they are taken to go evenly over the months in which it is built. */
  readonly spread: readonly number[];
}

type Planned = Pick<ProjectContent, 'facts' | 'before' | 'plan'>;

/** What is planned for each month after what was done before, and the years that were divided evenly. */
export function plannedByMonth({ facts, before, plan }: Planned): {
  readonly months: ReadonlyMap<string, number>;
  readonly spread: readonly number[];
} {
  const months = new Map<string, number>();
  const spread: number[] = [];
  for (const { year, fen, months: parts } of plan.toSorted((a, b) => a.year - b.year)) {
    const all = periodsBetween(`${year}-01`, `${year}-12`, 'month');
    if (parts === null) spread.push(year);
    const open = parts === null ? buildingMonths(all, facts) : all;
    open.forEach(
      (month, i) => void months.set(month, parts === null ? evenPart(fen, open.length, i) : (parts[i] ?? 0)),
    );
  }
  for (const month of months.keys()) if (before !== null && month <= before.until) months.delete(month);
  return { months, spread };
}

/** The part of one of so many: together they are the whole, and none is a fen more than another. */
const evenPart = (whole: number, parts: number, at: number): number =>
  Number((BigInt(whole) * BigInt(at + 1)) / BigInt(parts) - (BigInt(whole) * BigInt(at)) / BigInt(parts));

/** Months of a year in which it is built by plan; all of them where the plan says another year. */
function buildingMonths(all: readonly string[], { startMonth, completionMonth }: Planned['facts']): readonly string[] {
  const open = all.filter((month) => month >= (startMonth ?? '') && month <= (completionMonth ?? '9999-12'));
  return open.length === 0 ? all : open;
}

/** The same with the month in which it really began, where nobody planned one: the year's plan is for the months from then on. */
export const begunIn = <C extends Planned>(content: C, startedOn: string | null | undefined): C =>
  content.facts.startMonth !== null || startedOn == null
    ? content
    : { ...content, facts: { ...content.facts, startMonth: startedOn.slice(0, 7) } };

/** The curve up to the last month of plan and reports. */
export function curveOf(content: Planned, done: readonly MonthDone[]): Curve {
  const { months, spread } = plannedByMonth(content);
  const { before } = content;
  const reported = new Map(
    done.filter(({ month }) => month > (before?.until ?? '')).map(({ month, fen }) => [month, fen]),
  );
  const known = [...months.keys(), ...reported.keys(), ...(before === null ? [] : [before.until])].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return { points: [], spread };
  const [lastPlanned, lastDone] = [[...months.keys()].toSorted().at(-1), lastMonthOf(content, done)];
  let [planned, sum] = [before?.fen ?? 0, before?.fen ?? 0];
  const points = periodsBetween(first, last, 'month').map((month) => {
    planned += months.get(month) ?? 0;
    sum += reported.get(month) ?? 0;
    return {
      month,
      planned: lastPlanned === undefined || month > lastPlanned ? null : planned,
      done: lastDone === null || month > lastDone ? null : sum,
    };
  });
  return { points, spread };
}

/** The last month of which it is known what was done; null: none. */
export const lastMonthOf = (
  { before }: Pick<Planned, 'before'>,
  done: readonly Pick<MonthDone, 'month'>[],
): string | null =>
  [...done.map(({ month }) => month), ...(before === null ? [] : [before.until])].toSorted().at(-1) ?? null;

/** All that was done, and how much of it a second person has confirmed. */
export function doneSums(
  { before }: Pick<Planned, 'before'>,
  done: readonly MonthDone[],
): { readonly done: number; readonly confirmed: number } {
  const start = before?.fen ?? 0;
  const counted = done.filter(({ month }) => month > (before?.until ?? ''));
  return {
    done: counted.reduce((sum, { fen }) => sum + fen, start),
    confirmed: counted.filter(({ vintage }) => vintage === 'confirmed').reduce((sum, { fen }) => sum + fen, start),
  };
}

/** The day of a month up to which the report of the month before is not missed yet. */
const graceDay = 10;

/** The last month of which a report can be expected on a day. */
export function expectedMonth(today: string): string {
  const last = shifted(today.slice(0, 7), -1);
  return Number(today.slice(8)) <= graceDay ? shifted(last, -1) : last;
}

/** Done against planned up to a month; the plan's last sum goes on after its end. */
export function paceAt(curve: Curve, month: string): { readonly planned: number; readonly done: number } {
  const upTo = curve.points.filter((point) => point.month <= month);
  return {
    planned: upTo.findLast(({ planned }) => planned !== null)?.planned ?? 0,
    done: upTo.findLast(({ done }) => done !== null)?.done ?? 0,
  };
}
