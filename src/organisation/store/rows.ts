import type { Insertable, Selectable } from 'kysely';
import {
  type Chain,
  type Delegation,
  masked,
  type Person,
  type Post,
  type PostGrant,
  type RegionTerm,
  type Unit,
} from '../domain/index.ts';
import type { OrganisationTables } from './tables.ts';

/** Rows of the tables and the records of the domain, both ways. */

type Row<T extends keyof OrganisationTables> = Selectable<OrganisationTables[T]>;
type NewRow<T extends keyof OrganisationTables> = Insertable<OrganisationTables[T]>;

export const termOf = (row: Row<'region_term'>): RegionTerm => ({
  name: row.name,
  parent: row.parent,
  aliases: row.aliases,
  successor: row.successor,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

export const termRow = (code: string, term: RegionTerm): NewRow<'region_term'> => ({
  code,
  name: term.name,
  parent: term.parent,
  aliases: term.aliases,
  successor: term.successor,
  valid_from: term.validFrom,
  valid_to: term.validTo,
});

export const unitOf = (row: Row<'unit'> & { bank_account: string | null }): Unit => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  region: row.region_id,
  parent: row.parent,
  aliases: row.aliases,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  successor: row.successor,
  creditCode: row.credit_code,
  bankAccount: row.bank_account,
  note: row.note,
});

export const unitRow = (unit: Unit): NewRow<'unit'> => ({
  id: unit.id,
  name: unit.name,
  kind: unit.kind,
  region_id: unit.region,
  parent: unit.parent,
  aliases: unit.aliases,
  credit_code: unit.creditCode,
  bank_account_masked: masked('bankAccount', unit.bankAccount),
  valid_from: unit.validFrom,
  valid_to: unit.validTo,
  successor: unit.successor,
  note: unit.note,
});

export const chainOf = (row: Row<'chain'>): Chain => ({
  id: row.id,
  name: row.name,
  region: row.region_id,
  parent: row.parent,
  aliases: row.aliases,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

export const chainRow = (chain: Chain): NewRow<'chain'> => ({
  id: chain.id,
  name: chain.name,
  region_id: chain.region,
  parent: chain.parent,
  aliases: chain.aliases,
  valid_from: chain.validFrom,
  valid_to: chain.validTo,
});

export const personOf = (row: Row<'person'> & { phone: string | null; id_number: string | null }): Person => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  idNumber: row.id_number,
  email: row.email,
  note: row.note,
  validTo: row.valid_to,
});

export const personRow = (person: Person, at: string): NewRow<'person'> => ({
  id: person.id,
  name: person.name,
  phone_masked: masked('phone', person.phone),
  id_number_masked: masked('idNumber', person.idNumber),
  email: person.email,
  valid_to: person.validTo,
  note: person.note,
  created_at: at,
});

export const postOf = (row: Row<'post'>): Post => ({
  id: row.id,
  personId: row.person_id,
  unitId: row.unit_id,
  title: row.title,
  main: row.main,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

export const postRow = (post: Post): NewRow<'post'> => ({
  id: post.id,
  person_id: post.personId,
  unit_id: post.unitId,
  title: post.title,
  main: post.main,
  valid_from: post.validFrom,
  valid_to: post.validTo,
});

export const delegationOf = (row: Row<'delegation'>): Delegation => ({
  id: row.id,
  postId: row.post_id,
  toPerson: row.to_person,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  reason: row.reason,
  revokedAt: row.revoked_at,
});

export const delegationRow = (one: Delegation, at: string, by: string): NewRow<'delegation'> => ({
  id: one.id,
  post_id: one.postId,
  to_person: one.toPerson,
  valid_from: one.validFrom,
  valid_to: one.validTo,
  reason: one.reason,
  revoked_at: one.revokedAt,
  created_at: at,
  created_by: by,
});

export const grantOf = (row: Row<'post_grant'>): PostGrant => ({
  postId: row.post_id,
  roleId: row.role_id,
  region: row.region_id,
  chains: row.chains,
  state: row.state,
});

export const grantRow = (grant: PostGrant, at: string, by: string): NewRow<'post_grant'> => ({
  post_id: grant.postId,
  role_id: grant.roleId,
  region_id: grant.region,
  chains: grant.chains,
  state: grant.state,
  changed_at: at,
  changed_by: by,
});
