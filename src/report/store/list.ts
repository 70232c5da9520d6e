import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { cappedCount, chosen, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ExportRequest, ListRequest } from '../../../platform/http/list-request.ts';
import { type Reach, withinReach } from '../../access/index.ts';
import type { BulletinKind, BulletinState } from '../domain/index.ts';
import type { ReportDb } from '../store.ts';

export interface BulletinRow {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly state: BulletinState;
  readonly title: string;
  readonly sign: string;
  readonly year: number | null;
  readonly no: number | null;
  readonly period: string;
  readonly regionName: string;
  readonly chainName: string | null;
  readonly issuer: string;
  readonly subject: string | null;
  readonly signedOn: string | null;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly corrects: boolean;
  /** Units that were asked for an answer and have not given one, as far as the asker sees them. */
  readonly waiting: number;
}

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date::text`;
const regionName = sql<string>`(select t.name from region_term t where t.code = bulletin.region_id
  order by (t.valid_to is null) desc, t.valid_to desc limit 1)`;
const chainName = sql<string | null>`(select c.name from chain c where c.id = bulletin.chain_id)`;
const number = sql`case when bulletin.no is null then null else bulletin.sign || '〔' || bulletin.year || '〕' || bulletin.no || '号' end`;

const fields: ListedFields = {
  title: { at: sql.ref('bulletin.title') },
  kind: { at: sql.ref('bulletin.kind') },
  state: { at: sql.ref('bulletin.state') },
  number: {
    at: number,
    order: sql`bulletin.year::text || bulletin.sign || lpad(bulletin.no::text, 9, '0')`,
    nullable: true,
  },
  period: { at: sql.ref('bulletin.period') },
  region: {
    at: regionName,
    among: (values) => sql<SqlBool>`bulletin.region_id in (
      select c.descendant from region_closure c where c.ancestor = any (${[...values]}::text[])
        and current_date >= c.valid_from and current_date < c.valid_to)`,
  },
  chain: {
    at: chainName,
    nullable: true,
    among: (values) => sql<SqlBool>`bulletin.chain_id = any (${[...values]}::text[])`,
  },
  issuer: { at: sql.ref('bulletin.issuer') },
  subject: { at: sql.ref('bulletin.subject_name'), nullable: true },
  signedOn: { at: sql`bulletin.signed_on::text`, order: sql.ref('bulletin.signed_on'), nullable: true },
  changedAt: { at: day('bulletin.changed_at'), order: sql.ref('bulletin.changed_at') },
};
const searched = [sql.ref('bulletin.title'), number, sql.ref('bulletin.issuer'), sql.ref('bulletin.subject_name')];
const usual = sql`bulletin.changed_at desc, bulletin.id`;

/** Being written; waiting for a signature; signed and not out yet; out; given up; all. */
export const boxes = ['all', 'draft', 'review', 'signed', 'out', 'withdrawn'] as const;
export type Box = (typeof boxes)[number];

/** Whose papers are asked for, and which of them. */
export interface Within {
  readonly box: Box;
  readonly reach: Reach;
}

/** Those of one's own place in any state, and what is out: the database shows only what belongs here or was sent here. */
const seen = ({ box, reach }: Within): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${withinReach(reach, 'bulletin')} or state in ('sent', 'archived')) and ${inBox(box)}`;

function inBox(box: Box): RawBuilder<SqlBool> {
  if (box === 'all') return sql<SqlBool>`true`;
  return box === 'out' ? sql<SqlBool>`state in ('sent', 'archived')` : sql<SqlBool>`state = ${box}`;
}

const found = (db: ReportDb, within: Within, request: Pick<ListRequest, 'words' | 'filter'>) =>
  db
    .selectFrom('bulletin')
    .where(seen(within))
    .where(matches(request, fields, searched));

const shown = (query: ReturnType<typeof found>) =>
  query
    .select(['bulletin.id', 'kind', 'state', 'title', 'sign', 'year', 'no', 'period', 'issuer'])
    .select(['subject_name as subject', 'signed_on as signedOn', 'changed_at as changedAt', 'changed_by as changedBy'])
    .select([regionName.as('regionName'), chainName.as('chainName')])
    .select([
      sql<boolean>`corrects_id is not null`.as('corrects'),
      sql<number>`(select count(*)::integer from bulletin_recipient r
        where r.bulletin_id = bulletin.id and r.must_answer and r.answered_at is null)`.as('waiting'),
    ]);

const ordered = ({ sort }: Pick<ListRequest, 'sort'>): RawBuilder<unknown> =>
  sort.length === 0 ? usual : orderOf(sort, fields, sql`bulletin.id`);

/** One page of those that the asker may see. */
export async function listBulletins(
  db: ReportDb,
  within: Within,
  request: ListRequest,
): Promise<{ readonly rows: readonly BulletinRow[]; readonly total: number; readonly capped: boolean }> {
  const query = found(db, within, request);
  const counted = await cappedCount(db, query);
  const rows = await shown(query).orderBy(ordered(request)).limit(request.pageSize).offset(request.offset).execute();
  return { rows, ...counted };
}

/** Ids of all that an export has, in order. */
export async function bulletinIds(
  db: ReportDb,
  within: Within,
  request: Pick<ExportRequest, 'words' | 'filter' | 'sort' | 'ids' | 'except'>,
  most: number,
): Promise<string[]> {
  const rows = await found(db, within, request)
    .select('bulletin.id')
    .where(chosen(sql.ref('bulletin.id'), request))
    .orderBy(ordered(request))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

export const readBulletinRows = async (db: ReportDb, within: Within, ids: readonly string[]): Promise<BulletinRow[]> =>
  shown(found(db, within, { words: [], filter: {} }))
    .where('bulletin.id', 'in', [...ids, ''])
    .execute();

/** How many there are of each state. */
export const countByState = (
  db: ReportDb,
  within: Within,
): Promise<{ readonly state: BulletinState; readonly count: number }[]> =>
  db
    .selectFrom('bulletin')
    .select(['state', sql<number>`count(*)::integer`.as('count')])
    .where(seen(within))
    .groupBy('state')
    .execute();
