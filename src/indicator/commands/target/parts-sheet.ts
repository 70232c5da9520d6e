import { type Actor, permit } from '../../../access/index.ts';
import { type Refusal, RefusalError, type SheetText } from '../../../kernel/index.ts';
import type { DraftPartJson, PartJson, TargetJson } from '../../contract.ts';
import { convert } from '../../domain/loading/units.ts';
import type { IndicatorDeps } from '../deps.ts';
import { saveHandingDraft } from './hand-down.ts';
import { readTarget } from './read-target.ts';

/** Headings of the table that goes out and comes back. The first column says which place a row is. */
export const partColumns = {
  key: '编号',
  name: '名称',
  last: '上年实绩',
  value: '目标',
  state: '状态',
} as const;
export type PartColumn = keyof typeof partColumns;
const stateNames = { issued: '已下达', draft: '拟下达', none: '没有' } as const;

/** The parts right below a target as rows of a table. */
export async function partRows(
  actor: Actor,
  targetId: string,
  deps: IndicatorDeps,
): Promise<{ target: TargetJson; rows: readonly PartJson[] }> {
  permit(actor, 'indicator.read');
  const target = await readTarget(actor, targetId, deps);
  return { target, rows: target.parts.filter(({ depth }) => depth === 1) };
}

/** A cell of such a row. Figures are numbers in the unit of the target, which a spreadsheet adds up. */
export function partCell(row: PartJson, column: PartColumn, decimals: number): string | number | null {
  const number = (value: number | null) => (value === null ? null : value / 10 ** decimals);
  switch (column) {
    case 'key':
      return row.key;
    case 'name':
      return row.name;
    case 'last':
      return number(row.last);
    case 'value':
      return number(row.value);
    case 'state':
      return stateNames[row.state];
  }
}

/**
 * Reads a table that was filled in as the draft of a target. Refuses, all at once and by row, what is no number, has too many
 * decimals, names a place that is not in the table or changes what is handed down already.
 */
export async function importParts(
  actor: Actor,
  targetId: string,
  { sheets, revision }: { readonly sheets: readonly SheetText[]; readonly revision: number },
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  const { target, rows } = await partRows(actor, targetId, deps);
  const given = rowsOf(sheets);
  const known = new Map(rows.map((row) => [row.key, row]));
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  const parts = given.flatMap(({ at, key, text }): DraftPartJson[] => {
    const field = `第 ${at} 行`;
    const row = known.get(key);
    if (row === undefined) refusals.push({ code: 'target-part-place', field, given: key });
    if (seen.has(key)) refusals.push({ code: 'target-part-twice', field, given: key });
    seen.add(key);
    const value = figureOf(text, target.decimals);
    if (value === 'wrong') refusals.push({ code: 'target-part-number', field, given: text, limit: target.decimals });
    if (row === undefined || value === 'wrong') return [];
    const isIssued = row.state === 'issued';
    if (isIssued && value !== row.value) refusals.push({ code: 'target-part-issued', field, given: row.name });
    if (isIssued) return [];
    const { regionId, unitId, enterpriseId, name } = row;
    return [
      { regionId, unitId, enterpriseId, enterpriseName: enterpriseId === '' ? '' : name, value, fixed: value !== null },
    ];
  });
  if (refusals.length > 0) throw new RefusalError(...refusals.slice(0, 100));
  return saveHandingDraft(actor, targetId, { revision, overshoot: target.overshoot, parts }, deps);
}

/** The rows of the first sheet that has the headings; refused when none has. */
function rowsOf(sheets: readonly SheetText[]): { at: number; key: string; text: string }[] {
  for (const { rows } of sheets) {
    const [head, ...lines] = rows;
    const [key, value] = [head?.cells.indexOf(partColumns.key) ?? -1, head?.cells.indexOf(partColumns.value) ?? -1];
    if (key < 0 || value < 0) continue;
    return lines
      .map(({ row, cells }) => ({ at: row, key: (cells[key] ?? '').trim(), text: (cells[value] ?? '').trim() }))
      .filter(({ key: each }) => each !== '');
  }
  throw new RefusalError({
    code: 'target-sheet-headings',
    field: 'file',
    limit: `${partColumns.key}、${partColumns.value}`,
  });
}

function figureOf(text: string, decimals: number): number | null | 'wrong' {
  const plain = text.replaceAll(/[,，\s]/gu, '');
  if (plain === '') return null;
  if (!/^[-−]?\d{1,15}(?:\.\d{1,6})?$/u.test(plain)) return 'wrong';
  const converted = convert(Number(plain.replace('−', '-')), '', { unit: '', decimals });
  return converted.ok ? Number(converted.value) : 'wrong';
}
