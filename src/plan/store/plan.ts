import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { type Place, type Reach, withinReach } from '../../access/index.ts';
import type { PlanCounts, PlanStatus, Signature } from '../domain/model.ts';
import { countsOfRow } from './rows.ts';
import type { PlanTables } from './tables.ts';

/** A plan without its contents. */
export interface PlanRecord {
  readonly id: string;
  readonly revision: number;
  readonly nextItem: number;
  readonly status: PlanStatus;
  readonly latestEdition: number | null;
  readonly place: Place;
  /** Of the open draft, else of the latest edition. */
  readonly title: string | null;
}

/** A plan; `locked` holds off every change of it until the transaction ends. */
export async function readPlan(
  db: Kysely<PlanTables>,
  planId: string,
  how: 'free' | 'locked' = 'free',
): Promise<PlanRecord | undefined> {
  const query = db
    .selectFrom('plan')
    .selectAll()
    .select(
      sql<string | null>`(select v.title from plan_version v where v.plan_id = plan.id
        order by v.number desc nulls first limit 1)`.as('title'),
    )
    .where('id', '=', planId);
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, revision, status } = row;
  const place = { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id };
  return { id, revision, nextItem: row.next_item, status, latestEdition: row.latest_edition, place, title: row.title };
}

export async function insertPlan(
  db: Kysely<PlanTables>,
  plan: { readonly id: string; readonly nextItem: number; readonly place: Place },
  { by, at }: Signature,
): Promise<void> {
  await db
    .insertInto('plan')
    .values({
      id: plan.id,
      revision: 1,
      next_item: plan.nextItem,
      status: 'draft',
      latest_edition: null,
      region_id: plan.place.regionId,
      unit_id: plan.place.unitId,
      chain_id: plan.place.chainId,
      created_at: at,
      created_by_id: by.id,
      created_by_name: by.name,
      updated_at: at,
    })
    .execute();
}

/** A plan as lists show it: figures of the open draft, else of the latest edition, else of the discarded draft. */
export interface PlanRow {
  readonly id: string;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: PlanStatus;
  readonly revision: number;
  readonly latestEdition: number | null;
  readonly fileName: string;
  readonly counts: PlanCounts;
  readonly place: Place;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface PlanFilter {
  /** Without it: all but the discarded ones. */
  readonly status?: PlanStatus | undefined;
  /** Words of title, number or issuer; all of them must occur. */
  readonly text?: string | undefined;
}

/** One page of the plans that somebody may see, the latest changed first, and how many there are in all. */
export async function listPlans(
  db: Kysely<PlanTables>,
  filter: PlanFilter,
  reach: Reach,
  limit: number,
  offset: number,
): Promise<{ total: number; plans: PlanRow[] }> {
  const query = filtered(shown(db, reach), filter);
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await columns(query)
    .orderBy('plan.updated_at', 'desc')
    .orderBy('plan.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, plans: rows.map(planRow) };
}

/** The same for one plan; undefined when there is none that may be seen. */
export async function readPlanRow(db: Kysely<PlanTables>, planId: string, reach: Reach): Promise<PlanRow | undefined> {
  const row = await columns(shown(db, reach)).where('plan.id', '=', planId).executeTakeFirst();
  return row === undefined ? undefined : planRow(row);
}

/** Published for the post's own region or one above it; every reader may see the editions of such a plan. */
const published = (reach: Reach): RawBuilder<SqlBool> =>
  reach.above.size === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(plan.latest_edition is not null and plan.region_id = any (${[...reach.above]}::text[]))`;

/** Each plan with the one version that stands for it; a draft stands only where the whole plan is in reach. */
function shown(db: Kysely<PlanTables>, reach: Reach) {
  const whole = withinReach(reach, 'plan');
  return db
    .selectFrom('plan')
    .innerJoin('plan_version as version', (join) =>
      join.on(
        'version.id',
        '=',
        sql<string>`(select id from plan_version as v where v.plan_id = plan.id and (v.number is not null or ${whole})
          order by (v.number is null and v.discarded_at is null) desc, v.number desc nulls last, v.discarded_at desc
          limit 1)`,
      ),
    )
    .innerJoin('source_file', 'source_file.id', 'version.source_id')
    .where(reach.everything ? sql<SqlBool>`true` : sql<SqlBool>`(${whole} or ${published(reach)})`);
}

type Shown = ReturnType<typeof shown>;

function filtered(query: Shown, { status, text }: PlanFilter): Shown {
  const kept =
    status === undefined ? query.where('plan.status', '!=', 'discarded') : query.where('plan.status', '=', status);
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  return words.reduce((narrowed, word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return narrowed.where((e) =>
      e.or([
        e('version.title', 'ilike', pattern),
        e('version.doc_number', 'ilike', pattern),
        e('version.issuer', 'ilike', pattern),
      ]),
    );
  }, kept);
}

const columns = (query: Shown) =>
  query.select([
    'plan.id',
    'plan.status',
    'plan.revision',
    'plan.latest_edition',
    'plan.region_id',
    'plan.unit_id',
    'plan.chain_id',
    'plan.created_at',
    'plan.updated_at',
    'version.title',
    'version.doc_number',
    'version.issuer',
    'version.issued_on',
    'version.valid_from',
    'version.valid_to',
    'version.indicators',
    'version.tasks',
    'version.clauses',
    'version.tables',
    'version.unreviewed',
    'version.rejected',
    'version.errors',
    'version.warnings',
    'version.notices',
    'version.dismissed',
    'source_file.file_name',
  ]);

type ColumnsOf<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never;

const planRow = (row: ColumnsOf<ReturnType<typeof columns>>): PlanRow => ({
  id: row.id,
  title: row.title,
  docNumber: row.doc_number,
  issuer: row.issuer,
  issuedOn: row.issued_on,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  status: row.status,
  revision: row.revision,
  latestEdition: row.latest_edition,
  fileName: row.file_name,
  counts: countsOfRow(row),
  place: { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
