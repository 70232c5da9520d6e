import { type SelectQueryBuilder, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { isPermission } from '../../access/index.ts';
import type { Organisation, Region, RoleInfo } from '../domain/index.ts';
import { chainOf, delegationOf, grantOf, personOf, postOf, termOf, unitOf } from './rows.ts';
import type { OrganisationTables } from './tables.ts';

type Db = Kysely<OrganisationTables>;

/** Holds off every other change of the organisation until the transaction ends: checks look at all of it together. */
export async function lockOrganisation(db: Db): Promise<number> {
  const row = await db.selectFrom('organisation_revision').select('revision').forUpdate().executeTakeFirstOrThrow();
  return row.revision;
}

/**
 * Does some reading inside a transaction as the system itself, for checks that must see what whoever asks may not. What
 * comes after is again done on behalf of whoever asks; a failure ends the transaction and with it this.
 */
export async function asSystemInside<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const before = await sql<{
    post: string;
  }>`select coalesce(current_setting('jingwei.post', true), '') as post`.execute(db);
  await sql`select set_config('jingwei.post', '@system', true)`.execute(db);
  const result = await work();
  await sql`select set_config('jingwei.post', ${before.rows[0]?.post ?? ''}, true)`.execute(db);
  return result;
}

/** The whole organisation, sensitive values included where whoever asks may see them. */
export async function loadOrganisation(db: Db): Promise<Organisation> {
  const [region, roles] = [await loadRegions(db), await loadRoles(db)];
  const units = await unitQuery(db).execute();
  const chains = await db.selectFrom('chain').selectAll().orderBy('id').execute();
  const people = await personQuery(db).execute();
  const posts = await db.selectFrom('post').selectAll().orderBy('id').execute();
  const delegations = await db.selectFrom('delegation').selectAll().orderBy('id').execute();
  const grants = await db.selectFrom('post_grant').selectAll().orderBy('post_id').execute();
  return { region, roles, ...records({ units, chains, people, posts, delegations, grants }) };
}

/** The records that a change is about. */
export interface Seeds {
  readonly units?: readonly string[];
  readonly unitNames?: readonly string[];
  readonly creditCodes?: readonly string[];
  readonly chains?: readonly string[];
  readonly chainNames?: readonly string[];
  readonly people?: readonly string[];
  readonly posts?: readonly string[];
  readonly delegations?: readonly string[];
  /** Units and chains of these regions too. */
  readonly regions?: readonly string[];
}

/**
 * As much of the organisation as a change of the seeds concerns: all regions and roles; units and chains with those above
 * and just below them, and their namesakes; posts with their people; every administrator, and every post by which one of
 * the people could act.
 */
export async function loadAround(db: Db, seeds: Seeds): Promise<Organisation> {
  const [region, roles] = [await loadRegions(db), await loadRoles(db)];
  const people = await peopleConcerned(db, seeds);
  const posts = await postsConcerned(db, seeds, people);
  const postIds = posts.map(({ id }) => id);
  const delegations = await db
    .selectFrom('delegation')
    .selectAll()
    .where((e) =>
      e.or([e('post_id', '=', any(postIds)), e('to_person', '=', any(people)), e('id', '=', any(seeds.delegations))]),
    )
    .execute();
  const personIds = [...people, ...posts.map((post) => post.person_id), ...delegations.map((one) => one.to_person)];
  const unitIds = [...(seeds.units ?? []), ...posts.map((post) => post.unit_id)];
  return {
    region,
    roles,
    ...records({
      units: await near(unitQuery(db), 'unit', unitIds, seeds.unitNames, seeds.regions)
        .union(unitQuery(db).where('unit.credit_code', '=', any(seeds.creditCodes)) as never)
        .execute(),
      chains: await near(
        db.selectFrom('chain').selectAll(),
        'chain',
        seeds.chains,
        seeds.chainNames,
        seeds.regions,
      ).execute(),
      people: await personQuery(db).where('person.id', '=', any(personIds)).execute(),
      posts,
      delegations,
      grants: await db.selectFrom('post_grant').selectAll().where('post_id', '=', any(postIds)).execute(),
    }),
  };
}

const any = (values: readonly string[] | undefined) => sql<string>`any(${[...(values ?? [])]}::text[])`;

const unitQuery = (db: Db) =>
  db
    .selectFrom('unit')
    .leftJoin('unit_private', 'unit_private.unit_id', 'unit.id')
    .selectAll('unit')
    .select('unit_private.bank_account');

const personQuery = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('person_private', 'person_private.person_id', 'person.id')
    .selectAll('person')
    .select(['person_private.phone', 'person_private.id_number']);

/** Nodes with those above and just below, their successors and predecessors, those of the same name, and of regions. */
function near<TB extends keyof OrganisationTables, O>(
  query: SelectQueryBuilder<OrganisationTables, TB, O>,
  table: 'unit' | 'chain',
  ids: readonly string[] = [],
  names: readonly string[] = [],
  regions: readonly string[] = [],
): SelectQueryBuilder<OrganisationTables, TB, O> {
  const at = (column: string) => sql.ref(`${table}.${column}`);
  const seeds = sql`any(${[...ids]}::text[])`;
  const successors = table === 'unit' ? sql`or ${at('successor')} = ${seeds}` : sql``;
  return query.where(
    sql<boolean>`(${at('id')} = ${seeds} or ${at('parent')} = ${seeds} ${successors}
      or ${at('id')} in (select ancestor from ${sql.table(`${table}_closure`)} where descendant = ${seeds})
      or ${at('name')} = any(${[...names]}::text[]) or ${at('region_id')} = any(${[...regions]}::text[]))`,
  );
}

/** The people of the seeds, and those who act for them or for whom they act. */
async function peopleConcerned(db: Db, { people = [], posts = [], delegations = [] }: Seeds): Promise<string[]> {
  const holders = await db.selectFrom('post').select('person_id').where('id', '=', any(posts)).execute();
  const deputies = await db
    .selectFrom('delegation')
    .select('to_person')
    .where((e) => e.or([e('post_id', '=', any(posts)), e('id', '=', any(delegations))]))
    .execute();
  return [...new Set([...people, ...holders.map((row) => row.person_id), ...deputies.map((row) => row.to_person)])];
}

/** Posts of the seeds, of their units and people, of whom these act for, and of all administrators. */
const postsConcerned = (db: Db, { posts, units, delegations }: Seeds, people: readonly string[]) =>
  db
    .selectFrom('post')
    .selectAll()
    .where((e) =>
      e.or([
        e('id', '=', any(posts)),
        e('unit_id', '=', any(units)),
        e('person_id', '=', any(people)),
        e(
          'id',
          'in',
          e
            .selectFrom('delegation')
            .select('post_id')
            .where((d) => d.or([d('to_person', '=', any(people)), d('id', '=', any(delegations))])),
        ),
        e(
          'id',
          'in',
          e
            .selectFrom('post_grant')
            .innerJoin('access_role', 'access_role.id', 'post_grant.role_id')
            .select('post_grant.post_id')
            .where('access_role.scope_kind', '=', 'installation')
            .where('post_grant.state', '=', 'granted'),
        ),
      ]),
    )
    .execute();

/** Every region with its terms. */
export async function loadRegions(db: Db): Promise<ReadonlyMap<string, Region>> {
  const terms = await db
    .selectFrom('region_term')
    .selectAll()
    .orderBy('code')
    .orderBy(sql`valid_from nulls first`)
    .execute();
  const byCode = Map.groupBy(terms, ({ code }) => code);
  const rows = await db.selectFrom('region').selectAll().orderBy('code').execute();
  return new Map(
    rows.map(({ code, level, local }) => [code, { code, level, local, terms: (byCode.get(code) ?? []).map(termOf) }]),
  );
}

/** Every role, ready-made and own. */
export async function loadRoles(db: Db): Promise<ReadonlyMap<string, RoleInfo & { builtIn: boolean; note: string }>> {
  const rows = await db.selectFrom('access_role').selectAll().orderBy('built_in', 'desc').orderBy('name').execute();
  return new Map(
    rows.map(({ id, name, scope_kind, permissions, built_in, note }) => [
      id,
      { id, name, scope: scope_kind, permissions: permissions.filter(isPermission), builtIn: built_in, note },
    ]),
  );
}

interface Loaded {
  readonly units: readonly Parameters<typeof unitOf>[0][];
  readonly chains: readonly Parameters<typeof chainOf>[0][];
  readonly people: readonly Parameters<typeof personOf>[0][];
  readonly posts: readonly Parameters<typeof postOf>[0][];
  readonly delegations: readonly Parameters<typeof delegationOf>[0][];
  readonly grants: readonly Parameters<typeof grantOf>[0][];
}

function records({ units, chains, people, posts, delegations, grants }: Loaded) {
  const mapped = <R, T>(rows: readonly R[], record: (row: R) => T, key: (row: R) => string): Map<string, T> =>
    new Map(rows.map((row) => [key(row), record(row)]));
  const id = (row: { readonly id: string }): string => row.id;
  return {
    unit: mapped(units, unitOf, id),
    chain: mapped(chains, chainOf, id),
    person: mapped(people, personOf, id),
    post: mapped(posts, postOf, id),
    delegation: mapped(delegations, delegationOf, id),
    grant: mapped(grants, grantOf, (row) => row.post_id),
  };
}
