import { Type } from 'typebox';
import { LikeSchema } from './project.ts';
import { Count, closed, nullable } from './shape.ts';

/** What an import would do, and what is wrong in it; as every import of the product tells it. */
export const ImportCheckSchema = Type.Object(
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
    /** 可能和已有的或者文件里别的项目是同一个；导入以后由人判定 */
    doubles: Type.Array(
      Type.Object({ row: Type.Integer(), name: Type.String(), likes: Type.Array(LikeSchema) }, closed),
    ),
    fingerprint: Type.String({ description: '执行时带上：核对的就是要执行的' }),
  },
  closed,
);
