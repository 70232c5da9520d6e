import type { Measure } from './measure.ts';
import type { SelectionScheme, Sheet } from './model.ts';

/** What keeps a scheme or a sheet from being used: the code of its message with the figure and the limit. */
export interface SelectionFault {
  readonly code:
    | 'selection-shares'
    | 'selection-panel'
    | 'selection-trimmed'
    | 'selection-item-twice'
    | 'selection-tie-unknown'
    | 'selection-measures-none'
    | 'selection-measure-twice'
    | 'selection-measure-span'
    | 'selection-points-missing'
    | 'selection-points-range';
  readonly field: string;
  readonly given: string | number;
  readonly limit?: string | number;
}

/** Five sheets are the fewest of which two can be left out and a panel remains. */
const trimmedPanel = 5;

/** Everything that is wrong with a scheme; empty: it can be used. */
export function schemeFaults(scheme: SelectionScheme): SelectionFault[] {
  const faults: SelectionFault[] = [];
  const shares = scheme.quantitativeShare + scheme.expertShare;
  if (shares !== 100) faults.push({ code: 'selection-shares', field: 'quantitativeShare', given: shares, limit: 100 });
  if (scheme.expertShare > 0 && (scheme.panel < 1 || scheme.items.length === 0))
    faults.push({ code: 'selection-panel', field: 'panel', given: scheme.panel, limit: 1 });
  if (scheme.trimmed && scheme.panel < trimmedPanel)
    faults.push({ code: 'selection-trimmed', field: 'trimmed', given: scheme.panel, limit: trimmedPanel });
  const ids = scheme.items.map(({ id }) => id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
    faults.push({ code: 'selection-item-twice', field: 'items', given: id });
  for (const tie of scheme.ties) {
    if (tie.startsWith('item:') && !ids.includes(tie.slice('item:'.length)))
      faults.push({ code: 'selection-tie-unknown', field: 'ties', given: tie });
  }
  return faults;
}

/** Everything that is wrong with a sheet that an expert hands in: each item has its points, from 0 to its most. */
export const sheetFaults = (scheme: SelectionScheme, sheet: Sheet): SelectionFault[] =>
  scheme.items.flatMap(({ id, most }): SelectionFault[] => {
    const given = sheet.points[id];
    if (given === undefined) return [{ code: 'selection-points-missing', field: id, given: '' }];
    const fits = Number.isInteger(given) && given >= 0 && given <= most;
    return fits ? [] : [{ code: 'selection-points-range', field: id, given, limit: most }];
  });

/** Everything that is wrong with what is reckoned: none though it counts, one twice, one that knows no better and worse. */
export function measureFaults(measures: readonly Measure[], scheme: SelectionScheme): SelectionFault[] {
  const faults: SelectionFault[] = [];
  if (scheme.quantitativeShare > 0 && measures.length === 0)
    faults.push({ code: 'selection-measures-none', field: 'measures', given: 0, limit: scheme.quantitativeShare });
  const what = measures.map(({ fact, per }) => `${fact} ${per ?? ''}`);
  for (const [at, { name, zero, full }] of measures.entries()) {
    if (what.indexOf(what[at] ?? '') !== at)
      faults.push({ code: 'selection-measure-twice', field: 'measures', given: name });
    if (zero === full) faults.push({ code: 'selection-measure-span', field: 'measures', given: name });
  }
  return faults;
}
