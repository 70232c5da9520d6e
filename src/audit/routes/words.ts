import { fieldWord } from '../../../platform/messages/fields.ts';
import { say } from '../../../platform/messages/index.ts';
import type { CellValue } from '../../../platform/workbook/csv.ts';
import { actionName } from '../domain/actions.ts';
import { outcomeName } from '../domain/entry.ts';
import { type AuditChange, recordKindName } from '../domain/note.ts';
import { valueText } from '../domain/value-text.ts';
import type { EntryRow } from '../store.ts';

/** Why something was refused, in sentences; null where it was not. */
export const refusedText = ({ refusals }: Pick<EntryRow, 'refusals'>): string | null =>
  refusals.length === 0 ? null : refusals.map(say).join('');

/** `状态：draft → published`, one line for each field. */
const changesText = (changes: readonly AuditChange[]): string =>
  changes
    .map(({ field, before, after }) => `${fieldWord(field)}：${valueText(before)} → ${valueText(after)}`)
    .join('\n');

/** A cell of an exported sheet. */
export function cellOf(row: EntryRow, column: string): CellValue {
  switch (column) {
    case 'at':
      return chinaTime(row.at);
    case 'action':
      return actionName(row.action);
    case 'kind':
      return row.kind === null ? null : recordKindName(row.kind);
    case 'outcome':
      return outcomeName[row.outcome];
    case 'reason':
      return row.reason ?? refusedText(row);
    case 'changes':
      return changesText(row.changes);
    default:
      return (row as unknown as Readonly<Record<string, CellValue>>)[column] ?? null;
  }
}

/** `2025-03-01 08:00:00`, Chinese time. */
const chinaTime = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
