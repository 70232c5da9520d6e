import { Type } from 'typebox';
import { bulletinKindNames } from '../domain/index.ts';
import { closed, Instant, nullable, oneOf, RecordId, Revision } from './shape.ts';

const VersionSchema = Type.Object(
  {
    version: Type.Integer(),
    fileName: Type.String(),
    size: Type.Integer(),
    digest: Type.String(),
    note: Type.String(),
    at: Instant,
    by: Type.String(),
  },
  closed,
);

export const TemplateSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    name: Type.String(),
    kind: oneOf(bulletinKindNames),
    current: Type.Integer({ description: '新文稿用第几版' }),
    retired: Type.Boolean(),
    changedAt: Instant,
    changedBy: Type.String(),
    versions: Type.Array(VersionSchema),
    /** 当前岗位可以改 */
    mine: Type.Boolean(),
  },
  closed,
);
export const TemplatesSchema = Type.Object({ templates: Type.Array(TemplateSchema) }, closed);

const Field = {
  name: Type.String(),
  about: Type.String(),
  kind: Type.Enum(['text', 'flag', 'list', 'blocks']),
  /** 现在的值，按所选的文稿；没有选文稿时是空 */
  value: nullable(Type.String()),
};
export const FieldsSchema = Type.Object(
  {
    /** 值取自哪份文稿 */
    bulletin: nullable(Type.Object({ id: Type.String(), title: Type.String() }, closed)),
    fields: Type.Array(
      Type.Object(
        { ...Field, fields: Type.Array(Type.Object({ name: Type.String(), about: Type.String() }, closed)) },
        closed,
      ),
    ),
  },
  closed,
);

export const ChangeTemplateBody = Type.Object(
  {
    revision: Revision,
    /** 新文稿用第几版 */
    current: Type.Optional(Type.Integer({ minimum: 1 })),
    retired: Type.Optional(Type.Boolean()),
  },
  closed,
);
