import type { TObject } from 'typebox';
import { RefusalError } from '../../src/kernel/index.ts';
import { checked } from './check.ts';
import { filterSchema, type ListFields, type ListFilter, mostTicked, type SortKey, sortOf } from './list-query.ts';

/** A list's query, read: what a store needs to find the rows. */
export interface ListRequest {
  /** Words that must all occur. */
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
  readonly page: number;
  readonly pageSize: number;
  /** Rows before this page. */
  readonly offset: number;
}

interface Asked {
  readonly text?: string | undefined;
  readonly sort?: string | undefined;
  readonly filter?: string | undefined;
}

const usualPageSize = 50;
const mostWords = 8;

/** Reads a list's query. Refuses conditions that a field does not know, by field: `filter.issuedOn.from`. */
export function listRequest(
  fields: ListFields,
  query: Asked & { readonly page?: number | undefined; readonly pageSize?: number | undefined },
): ListRequest {
  const { page = 1, pageSize = usualPageSize } = query;
  return { ...matching(fields, query), page, pageSize, offset: (page - 1) * pageSize };
}

/** What decides which rows there are and in which order, without the page. */
export function matching(fields: ListFields, { text = '', sort, filter }: Asked) {
  return { words: wordsOf(text), filter: filterOf(fields, filter), sort: sortOf(sort) };
}

/** An export's query, read: the same rows in the same order, the columns to show, and the ticked rows if only they. */
export interface ExportRequest extends Omit<ListRequest, 'page' | 'pageSize' | 'offset'> {
  readonly columns: readonly string[];
  readonly ids: readonly string[] | null;
  /** Rows that are left out. */
  readonly except: readonly string[];
}

/** Reads an export's query. Refuses columns that there are not, and more ticked rows than may be. */
export function exportRequest(
  fields: ListFields,
  query: Asked & {
    readonly columns?: string | undefined;
    readonly ids?: string | undefined;
    readonly except?: string | undefined;
  },
): ExportRequest {
  const columns = query.columns === undefined ? Object.keys(fields) : partsOf(query.columns);
  const unknown = columns.find((key) => !Object.hasOwn(fields, key));
  if (unknown !== undefined || columns.length === 0)
    throw new RefusalError({
      code: 'value-not-listed',
      field: 'columns',
      given: unknown ?? '',
      limit: Object.keys(fields).join('、'),
    });
  const ids = query.ids === undefined ? null : idsOf('ids', query.ids);
  const except = query.except === undefined ? [] : idsOf('except', query.except);
  return { ...matching(fields, query), columns: [...new Set(columns)], ids, except };
}

function idsOf(field: string, text: string): string[] {
  const ids = partsOf(text);
  if (ids.length > mostTicked)
    throw new RefusalError({ code: 'value-out-of-bounds', field, given: ids.length, limit: mostTicked });
  return ids;
}

const partsOf = (text: string): string[] => text.split(',').filter((part) => part !== '');

const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);

const schemas = new WeakMap<ListFields, TObject>();

function filterOf(fields: ListFields, text: string | undefined): ListFilter {
  if (text === undefined || text === '') return {};
  const schema = schemas.get(fields) ?? filterSchema(fields);
  schemas.set(fields, schema);
  return checked(schema, jsonOf(text), 'filter') as ListFilter;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusalError({ code: 'form-wrong', field: 'filter', given: text.slice(0, 80), limit: 'JSON' });
  }
}
