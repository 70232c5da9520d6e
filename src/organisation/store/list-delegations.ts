import { sql } from 'kysely';
import type { DelegationState } from '../domain/index.ts';
import { type Asked, cappedCount, type Db, hasWords, type ListedFields, matches, orderOf, type Page } from './lists.ts';

export interface DelegationListRow {
  readonly id: string;
  readonly postId: string;
  readonly post: string;
  readonly unit: string;
  readonly holderId: string;
  readonly holder: string;
  readonly toId: string;
  readonly to: string;
  readonly validFrom: string;
  readonly lastDay: string;
  readonly reason: string;
  readonly state: DelegationState;
}

/** Delegations, the latest first; with `person` only those that he gave or was given. */
export async function listDelegations(
  db: Db,
  asked: Asked & { readonly person?: string | undefined },
  day: string,
): Promise<Page<DelegationListRow>> {
  const state = sql<DelegationState>`case when delegation.revoked_at is not null then 'revoked'
    when delegation.valid_to <= ${day}::date then 'over' when delegation.valid_from > ${day}::date then 'coming' else 'running' end`;
  const lastDay = sql<string>`delegation.valid_to - 1`;
  const fields: ListedFields = {
    holder: { at: sql.ref('holder.name') },
    post: { at: sql.ref('post.title') },
    to: { at: sql.ref('deputy.name') },
    validFrom: { at: sql.ref('delegation.valid_from') },
    lastDay: { at: lastDay },
    state: { at: state },
  };
  const query = db
    .selectFrom('delegation')
    .innerJoin('post', 'post.id', 'delegation.post_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person as holder', 'holder.id', 'post.person_id')
    .innerJoin('person as deputy', 'deputy.id', 'delegation.to_person')
    .where(matches({ words: [], filter: asked.filter }, fields, []))
    .where(
      hasWords(asked.words, [
        sql.ref('holder.name'),
        sql.ref('deputy.name'),
        sql.ref('post.title'),
        sql.ref('unit.name'),
      ]),
    )
    .$if(asked.person !== undefined, (q) =>
      q.where((e) => e.or([e('post.person_id', '=', asked.person!), e('delegation.to_person', '=', asked.person!)])),
    );
  const usual = [{ key: 'validFrom', descending: true }];
  const rows = await query
    .select([
      'delegation.id',
      'delegation.post_id as postId',
      'post.title as post',
      'unit.name as unit',
      'holder.id as holderId',
      'holder.name as holder',
      'deputy.id as toId',
      'deputy.name as to',
      'delegation.valid_from as validFrom',
      lastDay.as('lastDay'),
      'delegation.reason',
      state.as('state'),
    ])
    .orderBy(orderOf(asked.sort.length > 0 ? asked.sort : usual, fields, sql.ref('delegation.id')))
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows, ...(await cappedCount(db as never, query)) };
}
