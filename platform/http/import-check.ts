import { type TSchema, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Count = Type.Integer({ minimum: 0 });

/**
 * What an import of a workbook would do, and what is wrong in it, as the import flow of the web shows it; `more` is what an
 * import of a slice tells beside that.
 */
export const importCheckSchema = <M extends Record<string, TSchema> = Record<never, TSchema>>(more: M = {} as M) =>
  Type.Object(
    {
      rows: Count,
      faultCount: Count,
      faults: Type.Array(
        Type.Object(
          {
            sheet: Type.String(),
            row: nullable(Type.Integer({ minimum: 1, description: '电子表格里的行号' })),
            column: nullable(Type.String()),
            code: Type.String(),
            given: nullable(Type.Union([Type.String(), Type.Number()])),
            message: Type.String(),
          },
          closed,
        ),
      ),
      counts: Type.Array(Type.Object({ sheet: Type.String(), added: Count, changed: Count, ended: Count }, closed)),
      differences: Type.Array(
        Type.Object(
          {
            sheet: Type.String(),
            key: Type.String(),
            name: Type.String(),
            fate: Type.Enum(['added', 'changed', 'ended', 'removed']),
            changes: Type.Array(
              Type.Object(
                { field: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) },
                closed,
              ),
            ),
          },
          closed,
        ),
      ),
      ...more,
      fingerprint: Type.String({ description: '执行时带上：核对的就是要执行的' }),
    },
    closed,
  );
