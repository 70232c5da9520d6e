import type { FastifyReply } from 'fastify';
import { type ExportRequest, listRequest } from './list-request.ts';
import { type ListedRows, type RowValue, rowsMatching, rowsToExport } from './list-rows.ts';
import { sendList } from './sheet.ts';

/** Words of the values of choices, by column. */
export type ListLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;
type PageQuery = Parameters<typeof listRequest>[1];

/** One page of a list that stands in memory. */
export function pageOf<Row>(list: ListedRows<Row>, query: PageQuery) {
  const request = listRequest(list.fields, query);
  const found = rowsMatching(list, request);
  const { page, pageSize, offset } = request;
  return { rows: found.slice(offset, offset + pageSize), total: found.length, capped: false, page, pageSize };
}

/** Sends the whole of such a list as a file: rows as they were asked for, choices in words. */
export const rowsSender =
  (labels: ListLabels) =>
  <Row extends { readonly id: string }>(
    reply: FastifyReply,
    name: string,
    format: 'xlsx' | 'csv',
    list: ListedRows<Row>,
    request: ExportRequest,
  ) => {
    const idOf = ({ id }: Row): string => id;
    const rows = rowsToExport(rowsMatching(list, request), idOf, request);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const inWords = (column: string, value: RowValue): RowValue => labels[column]?.[String(value)] ?? value;
    return sendList(reply, {
      ...{ name, format, fields: list.fields, columns: request.columns, ids: rows.map(idOf), idOf },
      read: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
      cellOf: (row, column) => inWords(column, list.fieldOf(row, column)),
    });
  };
