import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { lengthOf, type Period, shifted, yearBefore } from '../../../kernel/index.ts';
import type { Definition } from '../../domain/definition.ts';
import { type SheetFinding, sheetFindings } from '../../domain/form/findings.ts';
import type { FormContent, SheetRow } from '../../domain/form/model.ts';
import {
  type ForeignCell,
  type PastCell,
  readCellsOf,
  readForeign,
  readPast,
  readRows,
  readStanding,
  readVersion,
  type StandingCell,
  type StoredCell,
  type StoredSheet,
} from '../../store/collection.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';

/** A sheet with all that is behind it. */
export interface SheetFacts {
  readonly sheet: StoredSheet;
  readonly form: FormContent;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Indicators that count enterprises. */
  readonly counts: readonly Definition[];
  readonly rows: readonly SheetRow[];
  readonly cells: readonly StoredCell[];
  readonly standing: readonly StandingCell[];
}

export async function loadFacts(db: IndicatorDb, sheet: StoredSheet): Promise<SheetFacts> {
  const form = await readVersion(db, sheet.formId, sheet.contentRevision);
  const all = (await readDefinitions(db)).map(({ definition }) => definition);
  const rows = await readRows(db, sheet.id);
  const cells = await readCellsOf(db, sheet.id);
  const standing = await readStanding(db, sheet, form, rows);
  const asked = new Set(form.columns.map(({ indicatorId }) => indicatorId));
  return {
    ...{ sheet, form, rows, cells, standing },
    definitions: new Map(all.filter(({ id }) => asked.has(id)).map((each) => [each.id, each])),
    counts: all.filter(({ of }) => of.kind === 'count'),
  };
}

/** Figures of single enterprises are for those who report, review, or may see small groups. */
export function permitRows(actor: Actor, form: FormContent): void {
  if (form.rows === 'enterprises') permit(actor, 'indicator.enter', 'indicator.review', 'indicator.detail');
}

/** How far checks look back: two years and a period, so that changes from year to year are known as well. */
const lookBack = { month: 25, quarter: 13, year: 8 } as const;

/** The periods before one, oldest first. */
export function periodsBefore(period: Period): Period[] {
  const count = lookBack[lengthOf(period)];
  return Array.from({ length: count }, (_, at) => shifted(period, at - count));
}

/** The periods that stand beside each cell; of a year both are one. */
export const comparedWith = (period: Period): { readonly last: Period; readonly lastYear: Period | null } => ({
  last: shifted(period, -1),
  lastYear: lengthOf(period) === 'year' ? null : yearBefore(period),
});

const keyOf = (row: string, indicatorId: string): string => `${row}\n${indicatorId}`;
export const byCell = <T extends { readonly row: string; readonly indicatorId: string }>(some: readonly T[]) => {
  const map = new Map(some.map((each) => [keyOf(each.row, each.indicatorId), each]));
  return (row: string, indicatorId: string): T | undefined => map.get(keyOf(row, indicatorId));
};

export interface CheckedFacts {
  readonly findings: readonly SheetFinding[];
  readonly foreign: readonly ForeignCell[];
}

/** Everything that checks have against what is saved in a sheet. */
export async function checkFacts(db: IndicatorDb, facts: SheetFacts): Promise<CheckedFacts> {
  const { sheet, form, definitions, rows, cells } = facts;
  const past = await readPast(db, sheet, form, rows, periodsBefore(sheet.period));
  // What other units report of the same enterprises lies beyond the reach of this one.
  const foreign = await insideAsSystem(db, () => readForeign(db, sheet, form, rows));
  const [pastAt, foreignAt, standingAt, cellAt] = [
    byCell(past),
    byCell(foreign),
    byCell(facts.standing),
    byCell(cells),
  ];
  const findings = sheetFindings({
    ...{ form, period: sheet.period, definitions, rows, cells },
    pastOf: (row, indicatorId) => pastFigures(pastAt(row, indicatorId)),
    elsewhereOf: (row, indicatorId) => {
      const stands = standingAt(row, indicatorId);
      // What this sheet made itself is not elsewhere.
      if (stands !== undefined)
        return stands.revision === cellAt(row, indicatorId)?.recorded ? null : { value: stands.value, unitName: null };
      const other = foreignAt(row, indicatorId);
      return other === undefined ? null : { value: other.value, unitName: other.unitName };
    },
  });
  return { findings, foreign };
}

const pastFigures = (past: PastCell | undefined) =>
  past === undefined ? [] : past.periods.map((period, at) => ({ period, value: past.values[at] ?? 0 }));
