import { checked } from '../../../../../platform/http/check.ts';
import type { Actor } from '../../../../access/index.ts';
import { lengthOf, periodsBetween, RefusalError } from '../../../../kernel/index.ts';
import type { PivotSpec } from '../../../contract/reading-api.ts';
import { PivotSpecSchema } from '../../../contract/reading-api.ts';

/** Periods that one table may have. */
const mostPeriods = 120;

/** Reads what is asked for from its JSON; refuses what is no such table, and enterprises for whoever may not see them. */
export function pivotSpec(text: string): PivotSpec {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new RefusalError({ code: 'form-wrong', field: 'spec', given: text.slice(0, 80), limit: 'JSON' });
  }
  return checked(PivotSpecSchema, given, 'spec') as PivotSpec;
}

/** The periods of a table, in order. Refuses axes that cannot stand together. */
export function checkSpec(actor: Actor, spec: PivotSpec): string[] {
  const { rows, columns, periods, measures, sort } = spec;
  const axes = [...rows, ...columns];
  const twice = axes.find((axis, at) => axes.indexOf(axis) !== at);
  if (twice !== undefined) throw new RefusalError({ code: 'pivot-axis-twice', field: 'columns', given: twice });
  if (axes.includes('enterprise')) {
    if (!actor.permissions.has('indicator.detail'))
      throw new RefusalError({ code: 'detail-needed', field: 'rows', given: null });
    if (
      rows.join() !== 'enterprise' ||
      spec.indicators.length !== 1 ||
      axes.includes('place') ||
      axes.includes('chain')
    )
      throw new RefusalError({ code: 'pivot-enterprise-alone', field: 'rows', given: axes.join('、') });
  }
  const all = periodsBetween(periods.from, periods.to, periods.length);
  if (all.length === 0 || all.length > mostPeriods || lengthOf(periods.from) !== lengthOf(periods.to))
    throw new RefusalError({ code: 'pivot-periods', field: 'periods', given: all.length, limit: mostPeriods });
  if (sort !== null && !measures.includes(sort.measure))
    throw new RefusalError({
      code: 'value-not-listed',
      field: 'sort',
      given: sort.measure,
      limit: measures.join('、'),
    });
  return all;
}
