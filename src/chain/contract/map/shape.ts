import { Type } from 'typebox';
import { closed, Day, Id, nullable } from '../file.ts';

/** The map of a chain, where its enterprises stand on it, and how each node stands, as they go over the wire. */
export const Named = Type.Object({ id: Id, name: Type.String() }, closed);
export const Code = Type.String({ pattern: '^[0-9]{2,4}$' });
export const Region = Type.String({ minLength: 2, maxLength: 20, pattern: '^[0-9A-Z-]+$' });
const Text = (limit: number) => Type.String({ minLength: 1, maxLength: limit, pattern: '\\S' });
export const Word = Text(24);
export const Reason = Text(500);

export const StandingSchema = Type.Object(
  {
    /** 强：strong；弱：weak；断点：missing；介于强弱之间：fair；没有数，不能断定：unknown */
    state: Type.Enum(['strong', 'fair', 'weak', 'missing', 'unknown']),
    /** 为什么是强、弱、断点，一句话，带数 */
    reason: Type.String(),
    /** 放在这个环节的在业企业 */
    enterprises: Type.Integer({ minimum: 0 }),
    /** 其中经人核定的 */
    confirmed: Type.Integer({ minimum: 0 }),
    /** 其中规上企业 */
    aboveScale: Type.Integer({ minimum: 0 }),
    /** 其中链主企业、小巨人等有称号的 */
    titled: Type.Integer({ minimum: 0 }),
    /** 有产值数的企业；没有数的不计入产值 */
    reported: Type.Integer({ minimum: 0 }),
    /** 万元；没有一户有数时为空 */
    output: nullable(Type.Number()),
    employees: nullable(Type.Integer({ minimum: 0 })),
    /** 下游需要这一环节多少，万元，按连线的比重推算 */
    need: nullable(Type.Number()),
    /** 本地供给率（推算）：本地产值 ÷ 下游需要，最多记 1；没有数时为空 */
    localRate: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  },
  closed,
);

export const NodeSchema = Type.Object(
  {
    id: Id,
    name: Type.String(),
    /** 所在的列 */
    stage: Id,
    /** main 主链；support 配套 */
    kind: Type.Enum(['main', 'support']),
    also: Type.Array(Type.String()),
    codes: Type.Array(Type.Object({ code: Code, name: nullable(Type.String()), weight: Type.Number() }, closed)),
    words: Type.Array(Type.String()),
    hints: Type.Array(Type.String()),
    not: Type.Array(Type.String()),
    technologies: Type.Array(Type.String()),
    applications: Type.Array(Type.String()),
    /** 本地加的环节 */
    local: Type.Boolean(),
    standing: StandingSchema,
    /** 由这个缺口生成的清单条目和任务 */
    gaps: Type.Integer({ minimum: 0 }),
  },
  closed,
);

export const LinkSchema = Type.Object(
  {
    from: Id,
    to: Id,
    /** 流过的东西 */
    flows: Type.String(),
    /** 下游每一元产值要多少，0 到 1 */
    need: Type.Number(),
  },
  closed,
);

export const RunSchema = Type.Object(
  {
    state: Type.Enum(['running', 'done', 'failed']),
    at: Type.String(),
    endedAt: nullable(Type.String()),
    by: Type.String(),
    read: Type.Integer({ minimum: 0 }),
    placed: Type.Integer({ minimum: 0 }),
    /** 不属于本链的 */
    outside: Type.Integer({ minimum: 0 }),
    failure: nullable(Type.String()),
  },
  closed,
);

export const ChainMapSchema = Type.Object(
  {
    chainId: Id,
    chainName: Type.String(),
    mapId: Id,
    mapName: Type.String(),
    source: Type.String(),
    /** 图谱有效期 */
    from: Day,
    to: nullable(Day),
    /** 看的是哪个地区（连同下级） */
    region: Named,
    /** 可以选的地区：链所在的地区和它的下一级 */
    regions: Type.Array(Named),
    /** 产值、人数取哪一年的数 */
    year: Type.Integer(),
    stages: Type.Array(Named),
    nodes: Type.Array(NodeSchema),
    links: Type.Array(LinkSchema),
    /** 判断强弱的规则和本地供给率的算法，一句一条 */
    rules: Type.Array(Type.String()),
    totals: Type.Object(
      {
        enterprises: Type.Integer(),
        output: nullable(Type.Number()),
        employees: nullable(Type.Integer()),
        strong: Type.Integer(),
        weak: Type.Integer(),
        missing: Type.Integer(),
      },
      closed,
    ),
    /** 本地版次；0：与资料包相同 */
    revision: Type.Integer({ minimum: 0 }),
    changedBy: nullable(Type.String()),
    changedAt: nullable(Type.String()),
    run: nullable(RunSchema),
    mayKeep: Type.Boolean(),
  },
  closed,
);

/** Which chains have a map, for the list of chains. */
export const MapRowSchema = Type.Object(
  {
    chainId: Id,
    chainName: Type.String(),
    regionId: Type.String(),
    regionName: Type.String(),
    mapId: Id,
    mapName: Type.String(),
    nodes: Type.Integer({ minimum: 0 }),
    enterprises: Type.Integer({ minimum: 0 }),
  },
  closed,
);

/** An enterprise on a node of the map of a chain. */
export const placedFields = {
  enterpriseId: Id,
  enterprise: Type.String(),
  regionId: Type.String(),
  region: Type.String(),
  industry: nullable(Type.String()),
  industryName: nullable(Type.String()),
  /** 空：不属于本链 */
  node: nullable(Named),
  /** 规则给的分，0 到 100 */
  score: Type.Number({ minimum: 0, maximum: 100 }),
  reason: Type.String(),
  /** rule 规则；person 人工 */
  by: Type.Enum(['rule', 'person']),
  byName: nullable(Type.String()),
  at: Type.String(),
  /** 规则说的另一个环节 */
  second: nullable(Named),
  products: Type.Array(Type.String()),
  /** 万元 */
  output: nullable(Type.Number()),
  employees: nullable(Type.Integer()),
} as const;
export const PlacedSchema = Type.Object(placedFields, closed);

/** The places of one enterprise in every chain that has one for it. */
export const EnterprisePlaceSchema = Type.Object(
  {
    chainId: Id,
    chainName: Type.String(),
    main: Type.Boolean(),
    node: nullable(Named),
    stage: nullable(Named),
    score: Type.Number(),
    reason: Type.String(),
    by: Type.Enum(['rule', 'person']),
    byName: nullable(Type.String()),
    at: Type.String(),
    /** 上游和下游环节 */
    before: Type.Array(Type.Object({ id: Id, name: Type.String(), flows: Type.String() }, closed)),
    after: Type.Array(Type.Object({ id: Id, name: Type.String(), flows: Type.String() }, closed)),
    /** 放置的来历，从新到旧 */
    history: Type.Array(
      Type.Object(
        {
          node: nullable(Named),
          reason: Type.String(),
          by: Type.Enum(['rule', 'person']),
          byName: nullable(Type.String()),
          at: Type.String(),
          until: Type.String(),
        },
        closed,
      ),
    ),
    mayKeep: Type.Boolean(),
  },
  closed,
);

export const RegionRowSchema = Type.Object(
  {
    regionId: Type.String(),
    regionName: Type.String(),
    enterprises: Type.Integer({ minimum: 0 }),
    output: nullable(Type.Number()),
    employees: nullable(Type.Integer()),
    nodes: Type.Array(
      Type.Object({ nodeId: Id, enterprises: Type.Integer({ minimum: 1 }), output: nullable(Type.Number()) }, closed),
    ),
  },
  closed,
);

/** What the office changes on the map of the pack: added nodes, other words, added or dropped links. */
export const EditsSchema = Type.Object(
  {
    nodes: Type.Array(
      Type.Object(
        {
          /** 资料包里有的编号：改它；没有的：新加 */
          id: Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 60 }),
          name: nullable(Text(40)),
          stage: nullable(Id),
          kind: nullable(Type.Enum(['main', 'support'])),
          codes: Type.Array(Type.Object({ code: Code, weight: Type.Number({ minimum: 0, maximum: 1 }) }, closed), {
            maxItems: 50,
          }),
          addWords: Type.Array(Word, { maxItems: 200 }),
          dropWords: Type.Array(Word, { maxItems: 200 }),
          addNot: Type.Array(Word, { maxItems: 200 }),
        },
        closed,
      ),
      { maxItems: 200 },
    ),
    dropNodes: Type.Array(Id, { maxItems: 200 }),
    links: Type.Array(
      Type.Object({ from: Id, to: Id, flows: Text(40), need: Type.Number({ minimum: 0, maximum: 1 }) }, closed),
      { maxItems: 500 },
    ),
    dropLinks: Type.Array(Type.Object({ from: Id, to: Id }, closed), { maxItems: 500 }),
  },
  closed,
);

export const EditionSchema = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    from: Day,
    edits: EditsSchema,
    reason: Type.String(),
    at: Type.String(),
    by: Type.String(),
  },
  closed,
);

/** What was done about a gap: a line of a list, or a task. */
export const GapSchema = Type.Object(
  {
    id: Id,
    node: Named,
    kind: Type.Enum(['entry', 'task']),
    /** 清单的编号；任务为空 */
    listId: nullable(Id),
    /** 条目或任务的编号 */
    targetId: Id,
    title: Type.String(),
    /** 生成时这个环节的情况 */
    reason: Type.String(),
    at: Type.String(),
    by: Type.String(),
    /** 条目办结了没有；任务看任务页 */
    settledOn: nullable(Day),
  },
  closed,
);
