import { type TSchema, Type } from 'typebox';

/** What is kept of a chain, as it goes over the wire. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' });
export const Id = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._@-]+$' });
export const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Line = (limit: number) => Type.String({ minLength: 1, maxLength: limit, pattern: '\\S' });
const MaybeLine = (limit: number) => Type.String({ maxLength: limit });
const Named = Type.Object({ id: Id, name: Type.String() }, closed);

export const ContentSchema = Type.Object(
  {
    chiefs: Type.Array(Type.Object({ name: Line(40), title: MaybeLine(60) }, closed), { maxItems: 10 }),
    leadUnit: nullable(Type.Object({ id: Id, name: Line(120) }, closed)),
    office: nullable(Line(200)),
    association: nullable(Type.Object({ name: Line(120), contact: MaybeLine(120) }, closed)),
    places: Type.Array(Line(60), { maxItems: 30 }),
    note: nullable(Line(2000)),
  },
  closed,
);

export const NewActSchema = Type.Object(
  {
    kind: Id,
    on: Day,
    place: MaybeLine(120),
    by: MaybeLine(60),
    subject: MaybeLine(300),
    found: MaybeLine(2000),
  },
  closed,
);

const ActsSchema = Type.Array(
  Type.Object(
    {
      id: Id,
      name: Type.String(),
      every: Type.Enum(['year', 'quarter', 'month']),
      times: Type.Integer(),
      periods: Type.Array(
        Type.Object(
          {
            period: Type.String(),
            held: Type.Integer(),
            state: Type.Enum(['done', 'missing', 'now', 'ahead']),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
);

export const ChainRowSchema = Type.Object(
  {
    id: Id,
    name: Type.String(),
    regionId: Type.String(),
    regionName: Type.String(),
    parentId: nullable(Id),
    chiefs: Type.Array(Type.String()),
    leadUnit: nullable(Type.String()),
    acts: ActsSchema,
    mayKeep: Type.Boolean(),
  },
  closed,
);

export const ChainFileSchema = Type.Object(
  {
    id: Id,
    name: Type.String(),
    regionId: Type.String(),
    regionName: Type.String(),
    parent: nullable(Named),
    parts: Type.Array(Named),
    /** 0：还没有写过。 */
    revision: Type.Integer({ minimum: 0 }),
    content: ContentSchema,
    changedBy: nullable(Type.String()),
    changedAt: nullable(Type.String()),
    year: Year,
    /** 应开的会、应做的调研，到今天做了多少。 */
    acts: ActsSchema,
    /** 这一年登记过的，从新到旧；撤销的也在。 */
    held: Type.Array(
      Type.Object(
        {
          id: Id,
          kind: Id,
          kindName: Type.String(),
          on: Day,
          place: Type.String(),
          by: Type.String(),
          subject: Type.String(),
          found: Type.String(),
          struck: nullable(Type.String()),
          notedBy: Type.String(),
        },
        closed,
      ),
    ),
    maps: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          /** 平台能由数据生成的：环节、技术、应用领域、地区；空：只能上传 */
          of: nullable(Type.Enum(['nodes', 'technologies', 'applications', 'regions'])),
          versions: Type.Array(
            Type.Object(
              {
                id: Id,
                name: Type.String(),
                mediaType: Type.String(),
                size: Type.Integer(),
                at: Type.String(),
                by: Type.String(),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    lists: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          of: Type.Enum(['enterprises', 'projects', 'entries']),
          /** 手工清单有几条、几条没有办结；由登记数据生成的为空。 */
          count: nullable(Type.Integer()),
          open: nullable(Type.Integer()),
        },
        closed,
      ),
    ),
    mayKeep: Type.Boolean(),
  },
  closed,
);

export const entryFields = {
  name: Line(200),
  words: MaybeLine(2000),
  owner: MaybeLine(120),
  dueOn: nullable(Day),
} as const;
export const NewEntrySchema = Type.Object(entryFields, closed);
export const EntrySchema = Type.Object(
  {
    id: Id,
    revision: Type.Integer({ minimum: 1 }),
    ...entryFields,
    settledOn: nullable(Day),
    changedBy: Type.String(),
    changedAt: Type.String(),
  },
  closed,
);
