import { fraction, nearestWhole, plus } from '../number/fraction.ts';
import type { MatrixCell, MatrixTotal } from './matrix-model.ts';

/** Cells added up; hidden ones are only counted. `adds`: their values can be added up. */
export function totalOf(id: string, cells: readonly MatrixCell[], adds: boolean): MatrixTotal {
  const shown = cells.flatMap(({ reading }) => reading ?? []);
  const lights = { green: 0, blue: 0, yellow: 0, red: 0, none: 0 };
  for (const { light } of shown) lights[light.light ?? 'none'] += 1;
  const goals = shown.flatMap(({ main }) => main?.verdict.goal ?? []);
  const actual = sumOf(shown.flatMap(({ actual: { value } }) => (value === null ? [] : [value])));
  const expected = sumOf(shown.flatMap(({ main }) => known(main?.pace?.expectedFigure)));
  const goal = goals.length === 0 ? null : nearestWhole(goals.reduce(plus, fraction(0n)));
  return {
    ...{ id, lights, cells: cells.length, hidden: cells.length - shown.length },
    ...(adds ? { actual, expected, goal } : { actual: null, expected: null, goal: null }),
    known: shown.filter(({ actual: { value } }) => value !== null).length,
  };
}

const known = (value: bigint | null | undefined): bigint[] => (value === null || value === undefined ? [] : [value]);

const sumOf = (values: readonly bigint[]): bigint | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0n);
