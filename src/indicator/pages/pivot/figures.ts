import type {
  ChangeJson,
  IndicatorHeadJson,
  PivotCellJson,
  PivotJson,
  PivotMeasure,
} from '../../contract/reading-api.ts';
import { pivotMeasureNames } from '../../contract/reading-api.ts';
import { inTable, type TableUnit, tableUnitOf } from '../reading/table-unit.ts';
import { changeSaid, changeText, figureText, lacks, rateText } from '../reading/words.ts';

/** What one measure of a cell says: short in the table, whole when it is opened, a number for charts. */

const amounts = ['value', 'toDate'] as const;
const changes = ['yearOnYear', 'onLastPeriod', 'toDateChange'] as const;
const isOneOf = <T extends string>(measure: string, all: readonly T[]): measure is T =>
  all.some((each) => each === measure);

/** Whether it is in the unit of its indicator. */
export const isAmount = (measure: PivotMeasure): boolean => isOneOf(measure, amounts) || measure === 'target';

/** The figure as it is kept: a whole number of 10^-decimals of its unit, of a rate millionths. */
export function numberOf(cell: PivotCellJson, measure: PivotMeasure): number | null {
  if (cell.hidden !== null) return null;
  if (isOneOf(measure, amounts)) return asNumber(cell[measure]?.value);
  if (isOneOf(measure, changes)) return numberOfChange(cell[measure]);
  if (measure === 'target') return asNumber(cell.target);
  if (measure === 'rank') return cell.rank?.place ?? null;
  return cell[measure] ?? null;
}

const asNumber = (text: string | null | undefined): number | null => (text == null ? null : Number(text));
const numberOfChange = (change: ChangeJson | undefined): number | null =>
  change === undefined ? null : change.of === 'ratio' ? asNumber(change.difference) : change.rate;

/** As the table writes it. */
export function cellText(cell: PivotCellJson, measure: PivotMeasure, head: IndicatorHeadJson, unit: TableUnit): string {
  if (isOneOf(measure, amounts)) return written(cell[measure]?.value, unit);
  if (measure === 'target') return written(cell.target, unit);
  if (isOneOf(measure, changes)) {
    const change = cell[measure];
    return change === undefined ? '—' : changeText(change, head);
  }
  if (measure !== 'rank') return rateText(cell[measure] ?? null);
  const { rank } = cell;
  if (rank == null) return '—';
  return rank.worst === rank.place ? `${rank.place} / ${rank.of}` : `${rank.place}～${rank.worst} / ${rank.of}`;
}

const written = (total: string | null | undefined, unit: TableUnit): string =>
  total == null ? '—' : inTable(BigInt(total), unit);

/** Everything that is to be known of it, a sentence each; the exact figure first. */
export function cellSaid(cell: PivotCellJson, measure: PivotMeasure, head: IndicatorHeadJson): string[] {
  if (isOneOf(measure, amounts)) {
    const amount = cell[measure];
    return amount === undefined
      ? []
      : [...(amount.value === null ? [] : [figureText(amount.value, head)]), ...lacks(amount)];
  }
  if (isOneOf(measure, changes)) {
    const change = cell[measure];
    return change === undefined ? [] : changeSaid(change, head);
  }
  if (measure === 'target' && cell.target != null) return [figureText(cell.target, head)];
  if (measure === 'rank' && cell.rank != null && cell.rank.worst !== cell.rank.place)
    return [`有的没有报或者不显示，所以是第 ${cell.rank.place} 到第 ${cell.rank.worst}。`];
  return [];
}

/** Whether something of it is to be known that the number does not say. */
export function isLacking(cell: PivotCellJson, measure: PivotMeasure): boolean {
  if (isOneOf(measure, amounts)) {
    const amount = cell[measure];
    return amount !== undefined && amount.value !== null && lacks(amount).length > 0;
  }
  return isOneOf(measure, changes) && (cell[measure]?.remarks.length ?? 0) > 0;
}

/** The unit in which figures of each indicator are written: one for all of the same, so that they can be compared. */
export function unitsOf({ indicators, columns, rows }: PivotJson): ReadonlyMap<string, TableUnit> {
  const values = new Map<string, bigint[]>();
  const sortOf = ({ unit, decimals }: IndicatorHeadJson): string => `${unit} ${decimals}`;
  const heads = new Map(indicators.map((head) => [head.id, head]));
  for (const row of rows)
    for (const [at, cell] of row.cells.entries()) {
      const head = heads.get(row.indicatorId ?? columns[at]?.indicatorId ?? '');
      if (head === undefined || cell.hidden !== null) continue;
      const found = values.get(sortOf(head)) ?? [];
      for (const total of [cell.value?.value, cell.toDate?.value, cell.target])
        if (total != null) found.push(BigInt(total));
      values.set(sortOf(head), found);
    }
  return new Map(indicators.map((head) => [head.id, tableUnitOf(values.get(sortOf(head)) ?? [], head)]));
}

/** A number of a chart in words, and short. */
export function wordsFor(measure: PivotMeasure, head: IndicatorHeadJson, unit: TableUnit) {
  const isPoints = head.kind === 'ratio' && isOneOf(measure, changes);
  const whole = (value: number): bigint => BigInt(Math.round(value));
  const text = (value: number): string => {
    if (isAmount(measure)) return figureText(String(whole(value)), head);
    if (measure === 'rank') return `第 ${value}`;
    return isPoints
      ? `${inTable(whole(value), { unit: head.unit, decimals: head.decimals, places: head.decimals })} 个百分点`
      : rateText(Math.round(value));
  };
  const short = (value: number): string => (isAmount(measure) ? inTable(whole(value), unit) : text(value));
  const name = pivotMeasureNames[measure];
  return { text, short, name: isAmount(measure) ? `${name}（${unit.unit}）` : name };
}
