import { sql } from 'kysely';
import { isPermission, type Permission } from '../../access/index.ts';
import type { AccountDb } from '../store.ts';

/** A post that somebody may act as on a day. */
export interface HeldPost {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly permissions: readonly Permission[];
  readonly onBehalfOf: { readonly id: string; readonly name: string } | null;
  readonly main: boolean;
}

interface Row {
  id: string;
  title: string;
  unit_id: string;
  unit_name: string;
  region_id: string;
  role_id: string | null;
  role_name: string | null;
  permissions: string[];
  holder_id: string;
  holder_name: string;
  main: boolean;
}

/** The posts of a person on a day (`YYYY-MM-DD`): his own, the main one first, then those delegated to him. */
export async function postsOf(db: AccountDb, personId: string, day: string): Promise<readonly HeldPost[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, p.unit_id, u.name as unit_name, u.region_id, r.id as role_id, r.name as role_name,
      coalesce(r.permissions, '{}') as permissions, h.id as holder_id, h.name as holder_name, p.main
    from post p
      join unit u on u.id = p.unit_id
      join person h on h.id = p.person_id
      left join post_grant g on g.post_id = p.id and g.state = 'granted'
      left join access_role r on r.id = g.role_id
    where (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to > ${day}::date)
      and (h.valid_to is null or h.valid_to > ${day}::date)
      and (p.person_id = ${personId} or exists (
        select from delegation d
        where d.post_id = p.id and d.to_person = ${personId} and d.revoked_at is null
          and d.valid_from <= ${day}::date and d.valid_to > ${day}::date))
    order by p.person_id = ${personId} desc, p.main desc, r.id is null, u.name, p.title, p.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    unitId: row.unit_id,
    unitName: row.unit_name,
    regionId: row.region_id,
    roleId: row.role_id,
    roleName: row.role_name,
    permissions: row.permissions.filter(isPermission),
    onBehalfOf: row.holder_id === personId ? null : { id: row.holder_id, name: row.holder_name },
    main: row.main && row.holder_id === personId,
  }));
}
