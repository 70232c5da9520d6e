import type { SheetText } from '../../src/kernel/index.ts';
import type {
  Chain,
  Delegation,
  Kind,
  Organisation,
  Person,
  Post,
  PostGrant,
  Records,
  Region,
  RegionTerm,
  Registers,
  RoleInfo,
  Unit,
} from '../../src/organisation/domain/index.ts';

/** A small invented organisation for tests: a city, a district, two units, three people and what they hold. */

export const term = (name: string, parent: string | null, more: Partial<RegionTerm> = {}): RegionTerm => ({
  ...{ name, parent, aliases: [], successor: null, validFrom: null, validTo: null },
  ...more,
});
export const region = (code: string, level: Region['level'], ...terms: RegionTerm[]): Region => ({
  ...{ code, level, terms },
  local: code.includes('-'),
});
export const unit = (id: string, name: string, more: Partial<Unit> = {}): Unit => ({
  ...{ id, name, kind: 'department', region: '990100', parent: null, aliases: [] },
  ...{ validFrom: null, validTo: null, successor: null, creditCode: null, bankAccount: null, note: '' },
  ...more,
});
export const chain = (id: string, name: string, more: Partial<Chain> = {}): Chain => ({
  ...{ id, name, region: '990100', parent: null, aliases: [], validFrom: null, validTo: null },
  ...more,
});
export const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  ...{ id, name, phone: null, idNumber: null, email: null, note: '', validTo: null },
  ...more,
});
export const post = (id: string, personId: string, unitId: string, title: string, more: Partial<Post> = {}): Post => ({
  ...{ id, personId, unitId, title, main: true, validFrom: null, validTo: null },
  ...more,
});
export const grant = (postId: string, roleId: string, more: Partial<PostGrant> = {}): PostGrant => ({
  ...{ postId, roleId, region: null, chains: [], state: 'granted' },
  ...more,
});
export const delegation = (
  id: string,
  postId: string,
  toPerson: string,
  more: Partial<Delegation> = {},
): Delegation => ({
  ...{ id, postId, toPerson, validFrom: '2025-07-01', validTo: '2025-08-01', reason: '出差', revokedAt: null },
  ...more,
});

export const exampleRoles: readonly RoleInfo[] = [
  {
    id: 'chain-office',
    name: '链办',
    scope: 'region',
    permissions: ['plan.read', 'plan.publish', 'organisation.read'],
  },
  { id: 'lead-unit', name: '牵头单位', scope: 'unit', permissions: ['plan.read', 'plan.draft'] },
  {
    id: 'system-admin',
    name: '系统管理员',
    scope: 'installation',
    permissions: ['organisation.write', 'organisation.read'],
  },
  {
    id: 'security-admin',
    name: '安全管理员',
    scope: 'installation',
    permissions: ['access.grant', 'organisation.read'],
  },
];

export const noRegisters: Registers = { regions: [], units: [], chains: [] };

const mapped = <T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T> =>
  new Map(records.map((record) => [keyOf(record), record]));

/** The organisation with these records in it. */
export function organisationOf(records: { readonly [K in Kind]?: readonly Records[K][] } = {}): Organisation {
  const byId = <T extends { readonly id: string }>(list: readonly T[] = []) => mapped(list, ({ id }) => id);
  return {
    region: mapped(records.region ?? [], ({ code }) => code),
    unit: byId(records.unit),
    chain: byId(records.chain),
    person: byId(records.person),
    post: byId(records.post),
    delegation: byId(records.delegation),
    grant: mapped(records.grant ?? [], ({ postId }) => postId),
    roles: byId(exampleRoles),
  };
}

export const exampleOrganisation = organisationOf({
  region: [
    region('990000', 'province', term('东澜省', null)),
    region('990100', 'city', term('临江市', '990000', { aliases: ['临江'] })),
    region('990103', 'county', term('芦洲区', '990100')),
  ],
  unit: [
    unit('gxj', '临江市工业和信息化局', { aliases: ['市工信局'], bankAccount: '6222020200112233' }),
    unit('lz-gxj', '芦洲区工业和信息化局', { region: '990103', parent: 'gxj' }),
  ],
  chain: [chain('textile', '现代纺织产业链', { aliases: ['现代纺织'] })],
  person: [
    person('p-office', '市链办主任', { phone: '13800001234' }),
    person('p-system', '系统管理员甲', { phone: '13800005678', idNumber: '11010519491231002X' }),
    person('p-security', '安全管理员甲'),
  ],
  post: [
    post('office', 'p-office', 'gxj', '链办主任'),
    post('system', 'p-system', 'gxj', '系统管理员'),
    post('security', 'p-security', 'gxj', '安全管理员'),
  ],
  grant: [
    grant('office', 'chain-office', { region: '990100', chains: ['textile'] }),
    grant('system', 'system-admin'),
    grant('security', 'security-admin'),
  ],
});

/** Sheets as they would stand in a file: the heading, then rows by heading. */
export function sheetOf(name: string, ...rows: Readonly<Record<string, string | null>>[]): SheetText {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    rows: [titles, ...rows.map((row) => titles.map((title) => row[title] ?? null))].map((cells, at) => ({
      row: at + 1,
      cells,
    })),
  };
}
