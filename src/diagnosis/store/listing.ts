import { type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import type { Actor } from '../../access/index.ts';
import { belowChain, belowRegion, chainNameAt, type Db, inSight, regionNameAt } from './db.ts';
import { namedDiagnoses, type StoredDiagnosis } from './diagnosis.ts';

export interface DiagnosisSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
}

const at = (column: string) => sql.ref(`diagnosis.${column}`);
const day = (column: string) => sql`(${at(column)} at time zone 'Asia/Shanghai')::date::text`;
const points = (column: string) => sql`(${at(column)}::numeric / 100)`;
const any = (conditions: readonly ReturnType<typeof belowRegion>[]) =>
  sql<SqlBool>`(${sql.join([...conditions], sql` or `)})`;

const fields: ListedFields = {
  enterprise: { at: sql.ref('e.name') },
  code: { at: sql.ref('e.code'), nullable: true },
  region: {
    at: sql.ref('e.region_id'),
    order: regionNameAt('e.region_id'),
    among: (values) => any(values.map((each) => belowRegion('e.region_id', each))),
  },
  chain: {
    ...{ at: sql.ref('e.chain_id'), order: chainNameAt('e.chain_id'), nullable: true },
    among: (values) => any(values.map((each) => belowChain('e.chain_id', each))),
  },
  industry: { at: sql.ref('e.industry'), nullable: true },
  scale: { at: sql.ref('e.scale'), nullable: true },
  state: { at: at('state'), order: sql`array_position('{submitted,filling,inspected}', diagnosis.state)` },
  level: { at: at('level'), nullable: true },
  score: { at: points('score'), order: at('score'), nullable: true },
  selfScore: { at: points('self_score'), order: at('self_score'), nullable: true },
  begunAt: { at: day('begun_at'), order: at('begun_at') },
  submittedAt: { at: day('submitted_at'), order: at('submitted_at'), nullable: true },
  inspectedAt: { at: day('inspected_at'), order: at('inspected_at'), nullable: true },
  inspectedBy: { at: at('inspected_by'), nullable: true },
};

const found = (db: Db, { words, filter }: DiagnosisSearch, actor: Actor) =>
  namedDiagnoses(db)
    .where('diagnosis.state', '<>', 'dropped')
    .where(inSight(actor, 'e'))
    .where(matches({ words, filter }, fields, { lowered: sql`lower(e.name || ' ' || coalesce(e.code, ''))` }));

const inOrder = ({ sort }: DiagnosisSearch) =>
  orderOf(
    sort.length === 0
      ? [
          { key: 'state', descending: false },
          { key: 'begunAt', descending: true },
        ]
      : sort,
    fields,
    at('id'),
  );

export async function listDiagnosisRows(
  db: Db,
  search: DiagnosisSearch,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; capped: boolean; diagnoses: StoredDiagnosis[] }> {
  const query = found(db, search, actor);
  const diagnoses = await query.orderBy(inOrder(search)).limit(limit).offset(offset).execute();
  const seenToEnd = diagnoses.length < limit && (diagnoses.length > 0 || offset === 0);
  const counted = seenToEnd
    ? { total: offset + diagnoses.length, capped: false }
    : await cappedCount(db, query as never);
  return { ...counted, diagnoses };
}

export async function listDiagnosisIds(
  db: Db,
  search: DiagnosisSearch,
  actor: Actor,
  limit: number,
): Promise<string[]> {
  const query = found(db, search, actor).orderBy(inOrder(search)).limit(limit);
  return (await query.clearSelect().select('diagnosis.id').execute()).map(({ id }) => id);
}

export const listedDiagnoses = (db: Db, ids: readonly string[], actor: Actor): Promise<StoredDiagnosis[]> =>
  namedDiagnoses(db)
    .where(sql<SqlBool>`diagnosis.id = any (${[...ids]}::text[])`)
    .where(inSight(actor, 'e'))
    .execute();
