import { Type } from 'typebox';
import { KindSchema, LevelSchema, PermissionSchema, ScopeSchema, TermSchema } from './records.ts';
import { closed, Day, Name, Note, nullable, Reason, RecordId, RegionCode, Text, Version, Words } from './shape.ts';

export const IdParams = Type.Object({ id: RecordId }, closed);
export const CodeParams = Type.Object({ code: RegionCode }, closed);

const life = { validFrom: nullable(Day), validTo: nullable(Day) };
/** Left out for a new record. */
const version = Type.Optional(Version);

export const RegionQuery = Type.Object(
  {
    day: Type.Optional(Day),
    /** 直属于哪个地区；写 top 为最上一层 */
    parent: Type.Optional(Type.Union([RegionCode, Type.Literal('top')])),
    codes: Type.Optional(Text(2000)),
    text: Type.Optional(Text(100)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
);

export const SaveRegion = Type.Object(
  { version, level: LevelSchema, local: Type.Boolean(), terms: Type.Array(TermSchema, { minItems: 1, maxItems: 50 }) },
  closed,
);

const unit = {
  name: Name,
  kind: KindSchema,
  region: RegionCode,
  parent: nullable(RecordId),
  aliases: Words,
  creditCode: nullable(Text(18)),
  /** 带星号的原样送回就不改 */
  bankAccount: nullable(Text(40)),
  ...life,
  successor: nullable(RecordId),
  note: Note,
};
export const AddUnit = Type.Object(unit, closed);
export const SaveUnit = Type.Object({ version: Version, ...unit }, closed);

const chain = { name: Name, region: RegionCode, parent: nullable(RecordId), aliases: Words, ...life };
export const AddChain = Type.Object(chain, closed);
export const SaveChain = Type.Object({ version: Version, ...chain }, closed);

const person = {
  name: Type.String({ minLength: 1, maxLength: 40 }),
  phone: nullable(Text(30)),
  idNumber: nullable(Text(30)),
  email: nullable(Text(120)),
  note: Note,
  validTo: nullable(Day),
};
export const AddPerson = Type.Object(person, closed);
export const SavePerson = Type.Object({ version: Version, ...person }, closed);

const post = { title: Type.String({ minLength: 1, maxLength: 40 }), main: Type.Boolean(), ...life };
export const AddPost = Type.Object({ personId: RecordId, unitId: RecordId, ...post }, closed);
export const SavePost = Type.Object({ version: Version, ...post }, closed);

export const Delegate = Type.Object(
  { postId: RecordId, toPerson: RecordId, validFrom: Day, lastDay: Day, reason: Reason },
  closed,
);
export const WithReason = Type.Object({ reason: Reason }, closed);

export const GrantSchema = Type.Object(
  { postId: RecordId, roleId: RecordId, region: nullable(RegionCode), chains: Type.Array(RecordId, { maxItems: 100 }) },
  closed,
);
export const GrantMany = Type.Object({ grants: Type.Array(GrantSchema, { minItems: 1, maxItems: 500 }) }, closed);
const postIds = Type.Array(RecordId, { minItems: 1, maxItems: 5000 });
export const ConfirmMany = Type.Object({ postIds }, closed);
export const WithdrawMany = Type.Object({ postIds, reason: Reason }, closed);

const role = {
  name: Type.String({ minLength: 2, maxLength: 40 }),
  scope: ScopeSchema,
  permissions: Type.Array(PermissionSchema, { minItems: 1, maxItems: 100 }),
  note: Note,
};
export const SaveRole = Type.Object(role, closed);

export const RevealPerson = Type.Object({ field: Type.Enum(['phone', 'idNumber']), reason: Reason }, closed);
export const RevealUnit = Type.Object({ field: Type.Enum(['bankAccount']), reason: Reason }, closed);
export const Revealed = Type.Object({ value: nullable(Type.String()) }, closed);

export const Saved = Type.Object({ id: RecordId }, closed);
export const Changed = Type.Object({ changed: Type.Integer({ minimum: 0 }) }, closed);
export const PageQuery = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
