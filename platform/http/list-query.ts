import { type TObject, type TSchema, Type } from 'typebox';
import { dayPattern } from './day-pattern.ts';

/**
 * How a list is asked for: one page, words, conditions, order and columns. A slice describes its fields once; the query
 * schemas, the filters and headings of the page, and the columns of an export come from that. No IO: a browser loads it.
 */
export type FieldKind = 'text' | 'choice' | 'day' | 'number' | 'pick';

export interface ListField {
  /** Heading on the screen and in an exported sheet. */
  readonly title: string;
  readonly kind: FieldKind;
  /** The closed list of a choice. */
  readonly options?: readonly string[];
  /** True when rows may have no value here: blanks come last in either order, and can be asked for. */
  readonly nullable?: boolean;
  /** False: the list cannot be sorted by it. */
  readonly sort?: false;
  /** False: the list cannot be filtered by it. */
  readonly filter?: false;
  /** Width of the column in an exported sheet, in characters. */
  readonly sheetWidth?: number;
}
export type ListFields = Readonly<Record<string, ListField>>;

/** What a row must have at one field: words, one of some values, a span (bounds included), or no value at all. */
export type Condition =
  | { readonly has: string }
  | { readonly in: readonly string[] }
  | { readonly from?: string | number; readonly to?: string | number }
  | { readonly blank: boolean };
export type ListFilter = Readonly<Record<string, Condition>>;

export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

export const mostPageSize = 200;
/** Rows beyond this are not counted: the list says `10000+`. */
export const countedRows = 10_000;
/** Rows that one export may have. */
export const mostExported = 200_000;
/** Rows that can be ticked one by one for an export; more are taken as “all that match”. */
export const mostTicked = 500;
const mostSortKeys = 3;

const closed = { additionalProperties: false } as const;

/** Query of a list endpoint; `more` are parameters of its own. `filter` is JSON, checked by `listRequest`. */
export const listQuery = <M extends Record<string, TSchema> = Record<never, TSchema>>(
  fields: ListFields,
  more: M = {} as M,
) =>
  Type.Object(
    {
      ...asked(fields),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
      pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPageSize })),
      ...more,
    },
    closed,
  );

/** Query of the export of the same list: the whole of what matches, or only the ticked rows. */
export const exportQuery = <M extends Record<string, TSchema> = Record<never, TSchema>>(
  fields: ListFields,
  more: M = {} as M,
) =>
  Type.Object(
    {
      ...asked(fields),
      format: Type.Enum(['xlsx', 'csv']),
      columns: Type.Optional(Type.String({ maxLength: 1000, description: '要哪些列，按次序，用逗号隔开' })),
      ids: Type.Optional(Type.String({ maxLength: mostTicked * 40, description: '只要这些行，编号用逗号隔开' })),
      except: Type.Optional(Type.String({ maxLength: mostTicked * 40, description: '不要这些行，编号用逗号隔开' })),
      ...more,
    },
    closed,
  );

function asked(fields: ListFields) {
  const sortable = Object.keys(fields).filter((key) => fields[key]?.sort !== false);
  const one = `-?(?:${sortable.join('|')})`;
  return {
    text: Type.Optional(Type.String({ maxLength: 100, description: '含有的字，可用空格隔开几处' })),
    sort: Type.Optional(
      Type.String({
        pattern: `^${one}(?:,${one}){0,${mostSortKeys - 1}}$`,
        description: '按哪几列排，用逗号隔开，前面加 - 为从大到小',
      }),
    ),
    filter: Type.Optional(Type.String({ maxLength: 8000, description: '各列的条件，JSON' })),
  };
}

/** Answer of a list endpoint. */
export const listAnswer = <R extends TSchema>(row: R) =>
  Type.Object(
    {
      rows: Type.Array(row),
      total: Type.Integer({ minimum: 0 }),
      /** 多于此数，没有再数 */
      capped: Type.Boolean(),
      page: Type.Integer({ minimum: 1 }),
      pageSize: Type.Integer({ minimum: 1 }),
    },
    closed,
  );

/** Rows that something is done with: those named, or all that match except those named. Body of bulk endpoints. */
export const SelectionSchema = Type.Union([
  Type.Object({ ids: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: mostTicked }) }, closed),
  Type.Object(
    {
      matching: Type.Object(
        {
          text: Type.Optional(Type.String({ maxLength: 100 })),
          filter: Type.Optional(Type.String({ maxLength: 8000 })),
        },
        closed,
      ),
      except: Type.Array(Type.String({ maxLength: 40 }), { maxItems: mostTicked }),
    },
    closed,
  ),
]);

/** Schema of the JSON in `filter`: for each field only the conditions that its kind knows. */
export function filterSchema(fields: ListFields): TObject {
  const conditions = Object.entries(fields)
    .filter(([, field]) => field.filter !== false)
    .map(([key, field]) => [key, Type.Optional(conditionSchema(field))] as const);
  return Type.Object(Object.fromEntries(conditions), closed);
}

function conditionSchema(field: ListField): TSchema {
  const usual = byKind(field);
  return field.nullable === true ? Type.Union([usual, Type.Object({ blank: Type.Boolean() }, closed)]) : usual;
}

function byKind({ kind, options = [] }: ListField): TSchema {
  switch (kind) {
    case 'text':
      return Type.Object({ has: Type.String({ minLength: 1, maxLength: 100 }) }, closed);
    case 'choice':
      return Type.Object(
        { in: Type.Array(Type.Enum([...options]), { minItems: 1, maxItems: options.length }) },
        closed,
      );
    case 'pick':
      return Type.Object({ in: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 200 }) }, closed);
    case 'day':
      return span(Type.String({ pattern: dayPattern }));
    case 'number':
      return span(Type.Number({ minimum: -1e15, maximum: 1e15 }));
  }
}

const span = (end: TSchema) =>
  Type.Object({ from: Type.Optional(end), to: Type.Optional(end) }, { ...closed, minProperties: 1 });

/** `-issuedOn,title` as keys, and back; what cannot be read is no order. */
export const sortOf = (text: string | undefined): readonly SortKey[] =>
  (text ?? '')
    .split(',')
    .filter((part) => part !== '' && part !== '-')
    .map((part) => ({ key: part.replace(/^-/, ''), descending: part.startsWith('-') }));
export const sortText = (sort: readonly SortKey[]): string | undefined =>
  sort.length === 0 ? undefined : sort.map(({ key, descending }) => (descending ? `-${key}` : key)).join(',');
