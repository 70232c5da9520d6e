import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyReply } from 'fastify';
import type { CellValue } from '../workbook/csv.ts';
import { type SheetFormat, sheetStream } from '../workbook/sheet-stream.ts';
import type { ListFields } from './list-query.ts';

const types: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
const usualWidth = 16;
const batchSize = 500;

export interface ExportedList<Row> {
  /** Name of the sheet and the file, without the ending. */
  readonly name: string;
  readonly format: SheetFormat;
  readonly fields: ListFields;
  /** Keys of the columns, in order. */
  readonly columns: readonly string[];
  /** Ids of the rows, in order: what is exported is decided at once. */
  readonly ids: readonly string[];
  /** Some of the rows, in any order; a row that is gone meanwhile is left out. */
  readonly read: (ids: readonly string[]) => Promise<readonly Row[]>;
  readonly idOf: (row: Row) => string;
  readonly cellOf: (row: Row, column: string) => CellValue;
}

/** Answers with a list as a file, read in batches while it is sent, on behalf of whoever asked. */
export function sendList<Row>(reply: FastifyReply, list: ExportedList<Row>): FastifyReply {
  const { name, format, fields, columns } = list;
  // The rows are read after the handler has returned: row-level security must still know for whom.
  const asBefore = AsyncLocalStorage.snapshot();
  const heads = columns.map((key) => ({
    title: fields[key]?.title ?? key,
    width: fields[key]?.sheetWidth ?? usualWidth,
  }));
  offer(reply, `${name}.${format}`);
  return reply
    .type(types[format])
    .send(sheetStream({ name, columns: heads, batches: batchesOf(list, (ids) => asBefore(list.read, ids)) }, format));
}

async function* batchesOf<Row>(
  { ids, columns, idOf, cellOf }: ExportedList<Row>,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): AsyncGenerator<CellValue[][]> {
  for (let at = 0; at < ids.length; at += batchSize) {
    const some = ids.slice(at, at + batchSize);
    const rows = new Map((await read(some)).map((row) => [idOf(row), row]));
    yield some.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [columns.map((column) => cellOf(row, column))];
    });
  }
}

/** Makes the browser save the answer under this name (RFC 6266). */
export function offer(reply: FastifyReply, name: string): void {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  void reply.header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${full}`);
}
