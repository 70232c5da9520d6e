import { type WarningRule, warnOfMissing } from '../../domain/index.ts';
import { placeKey } from '../../domain/warning/place.ts';
import { behindOf, type Found } from '../../domain/watch/model.ts';
import { type OwedSheet, owedSheets } from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import type { LimitsOf } from './limits-of.ts';
import type { Looked } from './watch-regions.ts';

const rules: readonly WarningRule[] = ['missing'];
/** Periods of a form that are looked back on. */
const lookBack = 13;

/** What units owe of a form and have not handed in. One warning a unit, however many figures and periods are missing. */
export async function watchSheets(
  db: IndicatorDb,
  { formId, day }: { readonly formId: string; readonly day: string },
  limitsFor: (regions: readonly string[]) => Promise<LimitsOf>,
): Promise<Looked> {
  const sheets = await owedSheets(db, formId, day, lookBack);
  const limitsOf = await limitsFor([...new Set(sheets.map(({ regionId }) => regionId))]);
  const units = Map.groupBy(sheets, ({ unitId }) => unitId);
  const found = [...units.values()].flatMap((owed) => lateUnit(formId, owed, day, limitsOf));
  return { scope: { about: formId, rules }, found };
}

function lateUnit(formId: string, owed: readonly OwedSheet[], day: string, limitsOf: LimitsOf): Found[] {
  const last = owed.at(-1);
  if (last === undefined) return [];
  const place = { regionId: last.regionId, unitId: last.unitId };
  const subject = { indicatorId: formId, placeId: placeKey(place), chainId: '' };
  const warning = warnOfMissing(subject, owed, day, limitsOf(last.regionId));
  if (warning?.evidence.rule !== 'missing') return [];
  const { periods } = warning.evidence;
  const behind = periods.map((period) => behindOf({ ...place, period, chainId: '' }, {}));
  return [{ warning, place, isSmall: false, behind }];
}
