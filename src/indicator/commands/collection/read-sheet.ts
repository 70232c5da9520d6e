import { type Actor, permit } from '../../../access/index.ts';
import type { SheetFindingJson, SheetJson, SheetPastJson, SheetRowJson, SheetStepKind } from '../../contract.ts';
import { basisOf, type Definition } from '../../domain/definition.ts';
import { namesOf, readPast, readRows, readSteps, readVersion, type StoredCell } from '../../store/collection.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { checkFacts, comparedWith, loadFacts, periodsBefore, permitRows } from './facts.ts';
import { rowOf, seenSheet } from './sheet.ts';

/** A sheet with columns, rows, cells, what stands beside them, and what happened to it. Refuses one beyond reach. */
export async function readSheetDetail(actor: Actor, sheetId: string, deps: IndicatorDeps): Promise<SheetJson> {
  permit(actor, 'indicator.read');
  const { db } = deps;
  const sheet = await seenSheet(actor, sheetId, db);
  const facts = await loadFacts(db, sheet);
  const { form, definitions, rows, cells } = facts;
  permitRows(actor, form);
  const compared = comparedWith(sheet.period);
  const past = await readPast(db, sheet, form, rows, [
    compared.last,
    ...(compared.lastYear === null ? [] : [compared.lastYear]),
  ]);
  const names = await namesOf(db, { chains: rows.map(({ chainId }) => chainId) });
  const steps = await readSteps(db, sheetId);
  return {
    sheet: rowOf(actor, sheet, today(deps)),
    form: {
      ...{ id: sheet.formId, name: form.name, note: form.note, rows: form.rows, role: form.role },
      ...{ frequency: form.frequency, checks: form.checks as SheetJson['form']['checks'] },
    },
    columns: form.columns.map(({ indicatorId, required }) =>
      columnOf(indicatorId, required, definitions.get(indicatorId), sheet.period),
    ),
    rows: rows.map(({ key, title, enterpriseId, chainId }) => ({
      ...{ key, title, subtitle: enterpriseId === '' ? null : enterpriseId },
      ...{ chainId: chainId === '' ? null : chainId, chainName: names.chain.get(chainId) ?? null },
    })),
    cells: cells.map(cellOf),
    compared,
    references: past.map(({ row, indicatorId, periods, values }) => {
      const at = (period: string | null): number | null =>
        period === null ? null : (values[periods.indexOf(period)] ?? null);
      return { row, indicatorId, last: at(compared.last), lastYear: at(compared.lastYear) };
    }),
    returnedReason: sheet.state === 'returned' ? sheet.returnedReason : null,
    steps: steps.map(({ step, at, byId, byName, reason, cells: count }) => ({
      ...{ step: step as SheetStepKind, at, by: { id: byId, name: byName }, reason, cells: count },
    })),
  };
}

function columnOf(id: string, required: boolean, definition: Definition | undefined, period: string) {
  // An indicator that has ended since keeps its column, so that what was reported of it stays readable.
  if (definition === undefined)
    return {
      ...{ indicatorId: id, name: id, unit: '', decimals: 0, required, kind: 'sum' as const },
      ...{ measures: 'flow' as const, direction: 'none' as const, low: null, high: null, basis: null },
    };
  const { name, unit, decimals, of, measures, direction, low, high, bases } = definition;
  const basis = basisOf(definition, period);
  return {
    ...{ indicatorId: id, name, unit, decimals, required, kind: of.kind, measures, direction, low, high },
    basis: bases.find((each) => each.id === basis)?.words ?? null,
  };
}

function cellOf({ row, indicatorId, value, revision, reason, note, text, from, returned }: StoredCell) {
  return {
    ...{ row, indicatorId, value, revision },
    ...(reason !== null && { reason }),
    ...(note !== null && { note }),
    ...(text !== null && { text }),
    ...(from !== null && { from }),
    ...(returned !== null && { returned }),
  };
}

/** How a sheet stands, without its figures. */
export async function readSheetState(actor: Actor, sheetId: string, deps: IndicatorDeps): Promise<SheetRowJson> {
  permit(actor, 'indicator.read');
  return rowOf(actor, await seenSheet(actor, sheetId, deps.db), today(deps));
}

/** What was reported before for each cell, for checks while typing. */
export async function readSheetPast(actor: Actor, sheetId: string, deps: IndicatorDeps): Promise<SheetPastJson> {
  permit(actor, 'indicator.read');
  const sheet = await seenSheet(actor, sheetId, deps.db);
  const form = await readVersion(deps.db, sheet.formId, sheet.contentRevision);
  permitRows(actor, form);
  const periods = periodsBefore(sheet.period);
  const past = await readPast(deps.db, sheet, form, await readRows(deps.db, sheetId), periods);
  const places = new Map(periods.map((period, at) => [period, at]));
  return {
    periods,
    cells: past.map((cell) => {
      const values: (number | null)[] = periods.map(() => null);
      cell.periods.forEach((period, at) => {
        const place = places.get(period);
        if (place !== undefined) values[place] = cell.values[at] ?? null;
      });
      return { row: cell.row, indicatorId: cell.indicatorId, values };
    }),
  };
}

const mostFindings = 2000;

/** Everything that checks have against what is saved in a sheet, the gravest first. */
export async function readSheetFindings(
  actor: Actor,
  sheetId: string,
  deps: IndicatorDeps,
): Promise<{ findings: SheetFindingJson[]; total: number }> {
  permit(actor, 'indicator.read');
  const sheet = await seenSheet(actor, sheetId, deps.db);
  const facts = await loadFacts(deps.db, sheet);
  permitRows(actor, facts.form);
  const { findings } = await checkFacts(deps.db, facts);
  const weight = ({ severity, explained }: SheetFindingJson): number => (severity === 'hard' ? 0 : explained ? 2 : 1);
  const sorted = findings.toSorted((a, b) => weight(a) - weight(b));
  return { findings: sorted.slice(0, mostFindings), total: findings.length };
}
