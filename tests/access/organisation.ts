import { sql } from 'kysely';
import { packLibrary } from '../../apps/packs.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { type Role, rolesOf } from '../../src/access/index.ts';

/** Regions of the invented city; the third is a sister of the second. */
export const regions = {
  province: '990000',
  city: '990100',
  district: '990103',
  town: '990103100',
  sister: '990102',
} as const;
const parents: readonly (readonly [child: string, parent: string | null, name: string, level: string])[] = [
  [regions.province, null, '东澜省', 'province'],
  [regions.city, regions.province, '临江市', 'city'],
  [regions.district, regions.city, '芦洲区', 'county'],
  [regions.sister, regions.city, '望江区', 'county'],
  [regions.town, regions.district, '柳浦镇', 'town'],
];

/** Units: the one of the posts, one below it, one beside it, and one in the sister district. */
export const units = { own: 'own', below: 'below', beside: 'beside', foreign: 'foreign', city: 'city' } as const;
const unitRows: readonly (readonly [id: string, region: string, parent: string | null])[] = [
  [units.own, regions.district, null],
  [units.below, regions.town, units.own],
  [units.beside, regions.district, null],
  [units.foreign, regions.sister, null],
  [units.city, regions.city, null],
];

export const chains = { textile: 'lj-textile', garment: 'lj-garment', food: 'lj-food' } as const;

/** The ready-made roles, as the product loads them. */
export const roles: readonly Role[] = rolesOf(packLibrary());

/** A post of each role in the unit `own` of the district, named after the role, and a few beside. */
export const postOf = (roleId: string): string => `post-${roleId}`;
export const personOf = (roleId: string): string => `person-${roleId}`;
/** The chain chief's post, narrowed to the textile chain. */
export const chainPost = 'chain-chief-textile';
/** The lead unit's post, narrowed to the textile chain. */
export const unitChainPost = 'lead-unit-textile';

/** Fills an empty database, as its owner. */
export async function fillOrganisation<T>(owner: Kysely<T>): Promise<void> {
  for (const [code, parent, name, level] of parents) {
    await sql`insert into region (code, level) values (${code}, ${level})`.execute(owner);
    await sql`insert into region_term (code, name, parent) values (${code}, ${name}, ${parent})`.execute(owner);
  }
  await sql`insert into region_closure (ancestor, descendant)
    with recursive up(ancestor, descendant) as (
      select code, code from region union all
      select t.parent, up.descendant from up join region_term t on t.code = up.ancestor where t.parent is not null)
    select * from up`.execute(owner);
  for (const [id, region, parent] of unitRows)
    await sql`insert into unit (id, name, kind, region_id, parent)
      values (${id}, ${`单位${id}`}, 'department', ${region}, ${parent})`.execute(owner);
  await sql`insert into unit_closure (ancestor, descendant)
    select id, id from unit union all select parent, id from unit where parent is not null`.execute(owner);
  for (const [id, parent] of [
    [chains.textile, null],
    [chains.garment, chains.textile],
    [chains.food, null],
  ])
    await sql`insert into chain (id, name, region_id, parent) values (${id}, ${id}, ${regions.city}, ${parent})`.execute(
      owner,
    );
  await sql`insert into chain_closure (ancestor, descendant)
    select id, id from chain union all select parent, id from chain where parent is not null`.execute(owner);
  for (const role of roles) {
    await sql`insert into access_role (id, name, scope_kind, permissions, built_in, note)
      values (${role.id}, ${role.name}, ${role.scope}, ${[...role.permissions]}, true, '')`.execute(owner);
    await fillPost(owner, {
      post: postOf(role.id),
      person: personOf(role.id),
      role: role.id,
      unit: units.own,
      chains: [],
    });
  }
  await fillPost(owner, {
    post: chainPost,
    person: chainPost,
    role: 'chain-chief',
    unit: units.own,
    chains: [chains.textile],
  });
  await fillPost(owner, {
    post: unitChainPost,
    person: unitChainPost,
    role: 'lead-unit',
    unit: units.own,
    chains: [chains.textile],
  });
  await fillPost(owner, {
    post: 'city-office',
    person: 'city-office',
    role: 'chain-office',
    unit: units.city,
    chains: [],
  });
}

async function fillPost<T>(
  owner: Kysely<T>,
  post: { post: string; person: string; role: string; unit: string; chains: readonly string[] },
): Promise<void> {
  await sql`insert into person (id, name, created_at) values (${post.person}, ${`${post.person}的人`}, now())`.execute(
    owner,
  );
  await sql`insert into post (id, person_id, unit_id, title) values (${post.post}, ${post.person}, ${post.unit}, '岗位')`.execute(
    owner,
  );
  await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
    select ${post.post}, ${post.role}, region_id, ${[...post.chains]}, 'granted', now(), '@system'
    from unit where id = ${post.unit}`.execute(owner);
}
