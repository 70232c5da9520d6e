import type { PackFault, PackKind, PackLibrary } from '../kernel/index.ts';
import { checkRole, type Role, type ScopeKind } from './domain/role.ts';

export interface RoleRegisterContent {
  readonly id: string;
  readonly source: string;
  readonly roles: readonly {
    readonly id: string;
    readonly name: string;
    readonly scope: ScopeKind;
    readonly permissions: readonly string[];
    readonly note: string;
  }[];
}

const text = { type: 'string', minLength: 1 } as const;
const roleRegisterSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'id', 'source', 'roles'],
  properties: {
    kind: { const: 'role-register' },
    id: text,
    source: text,
    roles: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'scope', 'permissions', 'note'],
        properties: {
          id: { type: 'string', pattern: '^[a-z][a-z-]{2,30}$' },
          name: text,
          scope: { enum: ['region', 'unit', 'published', 'installation'] },
          permissions: { type: 'array', items: text, minItems: 1 },
          note: text,
        },
      },
    },
  },
} as const;

/** The ready-made roles (packs/base/roles.yaml). */
export const roleRegisterPack: PackKind<RoleRegisterContent> = {
  name: 'role-register',
  schema: roleRegisterSchema,
  check: (pack) => pack.content.roles.flatMap((role, at) => faultsOf(role, at)),
};

function faultsOf(role: RoleRegisterContent['roles'][number], at: number): PackFault[] {
  const checked = checkRole(role.scope, role.permissions);
  return checked.ok
    ? []
    : checked.refusals.map(({ code, field, given }) => ({
        code: `pack-${code}`,
        path: ['roles', at, field ?? ''],
        given: given ?? null,
      }));
}

/** The ready-made roles of a library. */
export const rolesOf = (library: PackLibrary): readonly Role[] =>
  library
    .of(roleRegisterPack)
    .flatMap(({ content }) => content.roles.map((role) => ({ ...role, builtIn: true }) as Role));
