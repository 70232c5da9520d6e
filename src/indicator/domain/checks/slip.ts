import type { Definition } from '../definition.ts';
import type { CellEntry } from './cell.ts';
import type { Changes } from './changes.ts';
import type { Finding } from './finding.ts';
import type { History } from './history.ts';
import type { SlipRule } from './rules.ts';

/**
 * A figure that is ten, a hundred, a thousand or ten thousand times what was to be expected, or that part of it: 元 typed for
 * 万元. Both the period before and the same one of last year must say so, as far as they are known, and the cell must never
 * have jumped like that before.
 */
export function findSlip(definition: Definition, entry: CellEntry, rule: SlipRule): Finding | null {
  const { value, history } = entry;
  const expected = expectations(definition, history);
  if (value === null || value <= 0 || expected.length === 0) return null;
  const powers = expected.map((each) => powerOf(value / each, rule));
  const [power] = powers;
  if (power === undefined || power === null || powers.some((each) => each !== power)) return null;
  if (!isSteady(history.steps(), rule)) return null;
  const meant = Math.round(value / 10 ** power);
  return {
    ...{ code: 'unit-slip', severity: rule.severity, indicatorId: definition.id, given: value },
    ...{ limit: Math.round(expected[0] ?? 0), detail: { kind: 'slip', power, meant } },
  };
}

/** What it could be expected to be: last year's figure, and the one before, a sum since January grown by a step. */
function expectations({ measures }: Definition, { last, lastYear, step }: History): number[] {
  const found = lastYear === null ? [] : [lastYear];
  if (last !== null && measures !== 'cumulative') found.push(last);
  if (last !== null && measures === 'cumulative' && step > 1) found.push((last * step) / (step - 1));
  return found.filter((each) => each > 0);
}

const isSteady = ({ hasNone, greatest }: Changes, { steady }: SlipRule): boolean =>
  !hasNone && greatest <= steady * Math.LN10;

function powerOf(times: number, { powers, reach }: SlipRule): number | null {
  const exact = Math.log10(times);
  const signed = powers.flatMap((power) => [power, -power]);
  return signed.find((power) => Math.abs(exact - power) <= reach) ?? null;
}
