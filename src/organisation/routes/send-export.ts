import type { FastifyReply } from 'fastify';
import type { ListFields } from '../../../platform/http/list-query.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import type { ListToExport } from '../commands/export-lists.ts';

/** Answers with a list as a file. */
export const sendExport = (
  reply: FastifyReply,
  name: string,
  format: 'xlsx' | 'csv',
  fields: ListFields,
  list: ListToExport,
): FastifyReply =>
  sendList(reply, {
    ...{ name, format, fields, ...list },
    idOf: ({ id }) => id,
    cellOf: ({ cells }, column) => cells[column] ?? null,
  });
