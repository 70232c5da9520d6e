import type { Period } from '../../../kernel/index.ts';
import { checkCell } from '../checks/cell.ts';
import type { Finding } from '../checks/finding.ts';
import { checkRatio, checkSum, type Typed } from '../checks/form.ts';
import { historyOf, type Past } from '../checks/history.ts';
import { usualRules } from '../checks/rules.ts';
import type { Definition } from '../definition.ts';
import { figureWords } from '../wording/figure.ts';
import { findingWords } from '../wording/finding.ts';
import type { FormContent, SheetRow } from './model.ts';

/** A cell as checks look at it. */
export interface FilledCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly value: number | null;
  readonly reason: string | null;
}

/** A figure that stands under the same key and is not this sheet's. */
export interface Elsewhere {
  readonly value: number | null;
  /** Another unit's, of the same enterprise: it would count twice. null: the own unit's. */
  readonly unitName: string | null;
}

export interface SheetFinding {
  readonly row: string;
  readonly indicatorId: string;
  readonly severity: 'hard' | 'soft';
  readonly code: Finding['code'] | 'differs-elsewhere' | 'reported-elsewhere';
  readonly given: number | null;
  readonly limit: number | null;
  readonly message: string;
  readonly explained: boolean;
}

export interface CheckedSheet {
  readonly form: FormContent;
  readonly period: Period;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly rows: readonly SheetRow[];
  readonly cells: readonly FilledCell[];
  /** What was reported before for a cell, oldest first. */
  readonly pastOf: (row: string, indicatorId: string) => readonly Past[];
  readonly elsewhereOf: (row: string, indicatorId: string) => Elsewhere | null;
}

/** Everything that checks have against a sheet, row by row; blank required cells among them. */
export function sheetFindings(sheet: CheckedSheet): SheetFinding[] {
  const byRow = Map.groupBy(sheet.cells, ({ row }) => row);
  return sheet.rows.flatMap(({ key }) => {
    const cells = new Map((byRow.get(key) ?? []).map((cell) => [cell.indicatorId, cell]));
    return rowFindings(sheet, key, cells);
  });
}

function rowFindings(sheet: CheckedSheet, row: string, cells: ReadonlyMap<string, FilledCell>): SheetFinding[] {
  const { form, period, definitions } = sheet;
  const rules = form.checks.cell ?? usualRules;
  const found = form.columns.flatMap(({ indicatorId, required }): SheetFinding[] => {
    const definition = definitions.get(indicatorId);
    if (definition === undefined) return [];
    const cell = cells.get(indicatorId);
    const [value, reason] = [cell?.value ?? null, (cell?.reason ?? '').trim()];
    const history = historyOf(period, definition.measures, sheet.pastOf(row, indicatorId));
    const entry = { value, isNone: value === null && reason !== '', isOptional: !required, history };
    const own = checkCell(definition, entry, rules).map((finding) => told(sheet, row, cells, finding));
    const other = sheet.elsewhereOf(row, indicatorId);
    return other === null || value === null || other.value === value || other.value === null
      ? own
      : [...own, differing(definition, row, value, reason, other)];
  });
  const typed: Typed = new Map([...cells].map(([id, { value }]) => [id, value]));
  const sums = form.checks.sums.map((rule) =>
    checkSum(
      typed,
      rule,
      rule.parts.every((id) => isNeverNegative(definitions.get(id))),
    ),
  );
  const ratios = form.checks.ratios.map((rule) => checkRatio(typed, rule));
  const across = [...sums, ...ratios].filter((finding) => finding !== null);
  return [...found, ...across.map((finding) => told(sheet, row, cells, finding))];
}

const isNeverNegative = (definition: Definition | undefined): boolean =>
  definition !== undefined && definition.low !== null && definition.low >= 0;

function told(
  { definitions, form }: CheckedSheet,
  row: string,
  cells: ReadonlyMap<string, FilledCell>,
  finding: Finding,
): SheetFinding {
  const { indicatorId, severity, code, given, limit } = finding;
  const definition = definitions.get(indicatorId);
  const context = {
    written: { unit: definition?.unit ?? '', decimals: definition?.decimals ?? 0 },
    length: form.frequency,
    nameOf: (id: string) => definitions.get(id)?.name ?? id,
  };
  const explained = (cells.get(indicatorId)?.reason ?? '').trim() !== '';
  return { row, indicatorId, severity, code, given, limit, message: findingWords(finding, context), explained };
}

function differing(
  definition: Definition,
  row: string,
  given: number,
  reason: string,
  { value, unitName }: Elsewhere,
): SheetFinding {
  const theirs = figureWords(BigInt(value ?? 0), definition);
  const at = { row, indicatorId: definition.id, given, limit: value };
  if (unitName !== null)
    return {
      ...{ ...at, severity: 'hard', code: 'reported-elsewhere', explained: false },
      message: `${unitName}已经报了 ${theirs}。同一个数只计一次：请改成一样的，或者请对方更正。`,
    };
  return {
    ...{ ...at, severity: 'soft', code: 'differs-elsewhere', explained: reason !== '' },
    message: `别处已经报了 ${theirs}，这里不一样。以哪个为准？以这里为准请写明原因，报送后就改成这个数。`,
  };
}
