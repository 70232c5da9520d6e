import { shifted, yearBefore } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import type { CellEntry } from './cell.ts';
import type { Finding } from './finding.ts';
import { ownFigures, pairsOf } from './history.ts';
import type { SlipRule } from './rules.ts';

/**
 * A figure that is ten, a hundred, a thousand or ten thousand times what was to be expected, or that part of it: 元 typed for
 * 万元. Both the period before and the same one of last year must say so, as far as they are known, and the cell must never
 * have jumped like that before.
 */
export function findSlip(definition: Definition, entry: CellEntry, rule: SlipRule): Finding | null {
  const { value } = entry;
  const expected = expectations(definition, entry);
  if (value === null || value <= 0 || expected.length === 0 || !isSteady(definition, entry, rule)) return null;
  const powers = expected.map((each) => powerOf(value / each, rule));
  const [power] = powers;
  if (power === undefined || power === null || powers.some((each) => each !== power)) return null;
  const meant = Math.round(value / 10 ** power);
  return {
    ...{ code: 'unit-slip', severity: rule.severity, indicatorId: definition.id, given: value },
    ...{ limit: Math.round(expected[0] ?? 0), detail: { kind: 'slip', power, meant } },
  };
}

/** What it could be expected to be: last year's figure, and the one before, a sum since January grown by a step. */
function expectations({ measures }: Definition, { period, history }: CellEntry): number[] {
  const known = new Map(history.map((each) => [each.period, each.value]));
  const lastYear = known.get(yearBefore(period));
  const before = shifted(period, -1);
  const last = known.get(before);
  const found = lastYear === undefined ? [] : [lastYear];
  if (last !== undefined && measures !== 'cumulative') found.push(last);
  if (last !== undefined && measures === 'cumulative') {
    const steps = stepInYear(period);
    if (steps > 1) found.push((last * steps) / (steps - 1));
  }
  return found.filter((each) => each > 0);
}

/** 1 for January, the first quarter and a year. */
function stepInYear(period: string): number {
  const found = /-Q?(\d+)$/u.exec(period)?.[1];
  return found === undefined ? 1 : Number(found);
}

function isSteady({ measures }: Definition, { history }: CellEntry, { steady }: SlipRule): boolean {
  const changes = pairsOf(ownFigures(history, measures), (period) => shifted(period, -1));
  return changes.every(([a, b]) => a > 0 && b > 0 && Math.abs(Math.log10(b / a)) <= steady);
}

function powerOf(times: number, { powers, reach }: SlipRule): number | null {
  const exact = Math.log10(times);
  const signed = powers.flatMap((power) => [power, -power]);
  return signed.find((power) => Math.abs(exact - power) <= reach) ?? null;
}
