import { Type } from 'typebox';
import { closed, nullable } from './shape.ts';

/** Which list a saved view belongs to: the name that its page gives it, such as `plans` or `audit`. */
const ListName = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' });
export const ListParams = Type.Object({ list: ListName }, closed);

const ColumnKey = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,39}$' });

/** What a view keeps: the list's query without its page, and how the columns stand. */
export const ViewSchema = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 100 })),
    filter: Type.Optional(Type.String({ maxLength: 8000, description: '各列的条件，JSON' })),
    sort: Type.Optional(Type.String({ maxLength: 200 })),
    columns: Type.Optional(Type.Array(ColumnKey, { maxItems: 100, description: '显示哪些列，按次序' })),
    frozen: Type.Optional(Type.Integer({ minimum: 0, maximum: 10, description: '左边固定几列' })),
    widths: Type.Optional(Type.Record(ColumnKey, Type.Integer({ minimum: 30, maximum: 2000 }), { maxProperties: 100 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);

const name = Type.String({ minLength: 1, maxLength: 40 });
const saved = { name, usual: Type.Boolean({ description: '打开这个清单时先用它' }), view: ViewSchema };
export const ViewsSchema = Type.Object({ views: Type.Array(Type.Object(saved, closed)) }, closed);
/** Saves under a name; a view of this name is replaced. */
export const SaveView = Type.Object({ name, usual: Type.Optional(Type.Boolean()), view: ViewSchema }, closed);
export const RemoveView = Type.Object({ name }, closed);

export const panels = ['todo', 'done', 'given', 'copied', 'messages', 'week'] as const;
const Panel = Type.Enum([...panels]);

/** Everything a person can set, by name. What is not set is left out; the page then uses its own usual value. */
export const settingSchemas = {
  /** The first page: which panels, in which order, and the tab that is open. */
  workbench: Type.Object(
    {
      panels: Type.Optional(Type.Array(Panel, { maxItems: panels.length, uniqueItems: true })),
      tab: Type.Optional(Type.String({ maxLength: 20 })),
    },
    closed,
  ),
  /** The frame around the pages. */
  shell: Type.Object(
    {
      theme: Type.Optional(Type.Enum(['light', 'dark', 'system'])),
      money: Type.Optional(Type.Enum(['yuan', 'wan', 'yi'])),
      menu: Type.Optional(Type.Enum(['open', 'folded'])),
      density: Type.Optional(Type.Enum(['normal', 'compact'])),
    },
    closed,
  ),
  /** How each list stood when it was last left, by the list's name. */
  lists: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }), ViewSchema, { maxProperties: 60 }),
} as const;
export type SettingName = keyof typeof settingSchemas;

export const SettingParams = Type.Object({ name: Type.Enum(Object.keys(settingSchemas) as SettingName[]) }, closed);
/** Checked against the schema of its name; at most 32 KB. */
const value = Type.Record(Type.String(), Type.Unknown());
export const SettingSchema = Type.Object({ value: nullable(value) }, closed);
export const SetSetting = Type.Object({ value }, closed);

export const SearchQuery = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 60 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: '每一类最多几条' })),
  },
  closed,
);
export const SearchSchema = Type.Object(
  {
    groups: Type.Array(
      Type.Object(
        {
          kind: Type.String({ description: '哪一类，如 plan、indicator、task、unit' }),
          name: Type.String({ description: '这一类的名称' }),
          hits: Type.Array(
            Type.Object(
              { id: Type.String(), title: Type.String(), detail: Type.String(), link: Type.String() },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
