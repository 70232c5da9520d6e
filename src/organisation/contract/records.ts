import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { permissions as permissionNames } from '../../access/domain/index.ts';
import { unitKinds } from '../domain/model.ts';
import { delegationStates, grantStates, lifeStates } from './fields.ts';
import { closed, Day, Instant, nullable, RecordId, RegionCode, Version } from './shape.ts';

/** Records as lists and pages show them; sensitive values masked. */

export const LevelSchema = Type.Enum(['province', 'city', 'county', 'town', 'zone']);
export const KindSchema = Type.Enum(Object.keys(unitKinds) as (keyof typeof unitKinds)[]);
const LifeState = Type.Enum(Object.keys(lifeStates) as (keyof typeof lifeStates)[]);
const text = Type.String();
const texts = Type.Array(text);
const count = Type.Integer({ minimum: 0 });
const life = { validFrom: nullable(Day), validTo: nullable(Day) };

export const RegionNodeSchema = Type.Object(
  {
    code: RegionCode,
    name: text,
    level: LevelSchema,
    local: Type.Boolean(),
    parent: nullable(RegionCode),
    aliases: texts,
    children: count,
  },
  closed,
);
export const RegionListSchema = Type.Object({ day: Day, regions: Type.Array(RegionNodeSchema) }, closed);

export const TermSchema = Type.Object(
  { name: text, parent: nullable(RegionCode), aliases: texts, successor: nullable(RegionCode), ...life },
  closed,
);
export const RegionSchema = Type.Object(
  { code: RegionCode, level: LevelSchema, local: Type.Boolean(), terms: Type.Array(TermSchema), version: Version },
  closed,
);

export const UnitSchema = Type.Object(
  {
    id: RecordId,
    name: text,
    kind: KindSchema,
    region: RegionCode,
    regionName: nullable(text),
    parent: nullable(RecordId),
    parentName: nullable(text),
    aliases: texts,
    creditCode: nullable(text),
    bankAccount: nullable(Type.String({ description: '加了星号' })),
    successor: nullable(RecordId),
    note: text,
    ...life,
    state: LifeState,
    version: Version,
  },
  closed,
);
export const UnitListSchema = listAnswer(UnitSchema);

export const ChainSchema = Type.Object(
  {
    ...{ id: RecordId, name: text, region: RegionCode, regionName: nullable(text) },
    ...{ parent: nullable(RecordId), parentName: nullable(text), aliases: texts },
    ...life,
    state: LifeState,
    version: Version,
  },
  closed,
);
export const ChainListSchema = listAnswer(ChainSchema);

export const PersonSchema = Type.Object(
  {
    id: RecordId,
    name: text,
    posts: Type.String({ description: '现任的岗位，单位在前，用分号隔开' }),
    phone: nullable(Type.String({ description: '加了星号' })),
    idNumber: nullable(Type.String({ description: '加了星号' })),
    email: nullable(text),
    note: text,
    validTo: nullable(Day),
    state: LifeState,
    version: Version,
  },
  closed,
);
export const PersonListSchema = listAnswer(PersonSchema);

export const PostSchema = Type.Object(
  {
    ...{ id: RecordId, personId: RecordId, person: text, title: text, unitId: RecordId, unit: text },
    ...{ region: RegionCode, regionName: nullable(text), main: Type.Boolean() },
    ...life,
    state: LifeState,
    roleId: nullable(RecordId),
    role: nullable(text),
    grant: Type.Enum(Object.keys(grantStates) as (keyof typeof grantStates)[]),
    grantRegion: nullable(RegionCode),
    grantRegionName: nullable(text),
    chains: Type.Array(RecordId),
    chainNames: texts,
    version: Version,
  },
  closed,
);
export const PostListSchema = listAnswer(PostSchema);

export const DelegationSchema = Type.Object(
  {
    ...{
      id: RecordId,
      postId: RecordId,
      post: text,
      unit: text,
      holderId: RecordId,
      holder: text,
      toId: RecordId,
      to: text,
    },
    ...{ validFrom: Day, lastDay: Day, reason: text },
    state: Type.Enum(Object.keys(delegationStates) as (keyof typeof delegationStates)[]),
  },
  closed,
);
export const DelegationListSchema = listAnswer(DelegationSchema);

export const PermissionSchema = Type.Enum(Object.keys(permissionNames) as (keyof typeof permissionNames)[]);
export const ScopeSchema = Type.Enum(['region', 'unit', 'published', 'installation']);
export const RoleSchema = Type.Object(
  {
    id: RecordId,
    name: text,
    scope: ScopeSchema,
    permissions: Type.Array(PermissionSchema),
    builtIn: Type.Boolean(),
    note: text,
    posts: Type.Integer({ minimum: 0, description: '有多少岗位授了它' }),
  },
  closed,
);
export const RoleListSchema = Type.Object({ roles: Type.Array(RoleSchema) }, closed);

const Fate = Type.Enum(['added', 'changed', 'ended', 'removed']);
export const ImportFaultSchema = Type.Object(
  {
    sheet: text,
    row: nullable(Type.Integer()),
    column: nullable(text),
    code: text,
    given: nullable(Type.Union([text, Type.Number()])),
    message: text,
  },
  closed,
);
export const ImportDifferenceSchema = Type.Object(
  {
    sheet: text,
    key: text,
    name: text,
    fate: Fate,
    changes: Type.Array(Type.Object({ field: text, before: nullable(text), after: nullable(text) }, closed)),
  },
  closed,
);
const Counts = Type.Object({ sheet: text, added: count, changed: count, ended: count }, closed);
export const ImportCheckSchema = Type.Object(
  {
    rows: count,
    faults: Type.Array(ImportFaultSchema, { description: '最多五百处' }),
    faultCount: count,
    counts: Type.Array(Counts),
    differences: Type.Array(ImportDifferenceSchema, { description: '最多二百条' }),
    fingerprint: Type.String({ description: '提交时带上；其间有人改动就要重新检查' }),
  },
  closed,
);
export const ImportBatchSchema = Type.Object(
  {
    ...{ id: RecordId, fileName: text, at: Instant, by: text, rows: count, added: count, changed: count, ended: count },
    ...{ undoneAt: nullable(Instant), undoneBy: nullable(text) },
  },
  closed,
);
export const ImportBatchListSchema = Type.Object(
  { total: count, page: Type.Integer(), pageSize: Type.Integer(), batches: Type.Array(ImportBatchSchema) },
  closed,
);
