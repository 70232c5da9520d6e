import { sql } from 'kysely';
import type { ChangeKind } from '../contract/fields.ts';
import type { History } from '../domain/history/index.ts';
import type { Db } from './db.ts';
import { contentOf, type Doing, type StoredEnterprise } from './enterprise.ts';

/** All that an enterprise was, with what holds now at the end. */
export async function readHistory(db: Db, row: StoredEnterprise): Promise<History> {
  const spans = await db
    .selectFrom('enterprise_span')
    .select(['from_day', 'content'])
    .where('enterprise_id', '=', row.id)
    .orderBy('from_day')
    .execute();
  const now = { from: row.since, content: contentOf(row) };
  const [first, ...rest] = [...spans.map(({ from_day, content }) => ({ from: from_day, content })), now];
  return first === undefined ? [now] : [first, ...rest];
}

/** Writes the spans that are over; what holds now stands in the row itself. */
export async function putSpans(db: Db, id: string, history: History): Promise<void> {
  await db.deleteFrom('enterprise_span').where('enterprise_id', '=', id).execute();
  const over = history.slice(0, -1);
  if (over.length === 0) return;
  await db
    .insertInto('enterprise_span')
    .values(
      over.map(({ from, content }, i) => ({
        ...{ enterprise_id: id, from_day: from, to_day: history[i + 1]?.from ?? from },
        content: JSON.stringify(content),
      })),
    )
    .execute();
}

export interface NewChange extends Doing {
  readonly id: string;
  readonly enterpriseId: string;
  readonly revision: number;
  readonly kind: ChangeKind;
  readonly holdsFrom: string;
  readonly parts: readonly string[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason?: string | undefined;
  readonly requestId?: string | undefined;
}

export async function insertChange(db: Db, change: NewChange): Promise<void> {
  await db
    .insertInto('enterprise_change')
    .values({
      ...{ id: change.id, enterprise_id: change.enterpriseId, revision: change.revision, kind: change.kind },
      ...{ holds_from: change.holdsFrom, parts: [...change.parts] },
      ...{ before: JSON.stringify(change.before), after: JSON.stringify(change.after) },
      ...{ reason: change.reason ?? '', request_id: change.requestId ?? null },
      ...{ at: change.at, by_id: change.by.id, by_name: change.by.name },
    })
    .execute();
}

export async function readChanges(db: Db, id: string, page: { readonly limit: number; readonly offset: number }) {
  const of = db.selectFrom('enterprise_change').where('enterprise_id', '=', id);
  const rows = await of
    .select([
      'id',
      'revision',
      'kind',
      'holds_from',
      'parts',
      'before',
      'after',
      'reason',
      'request_id',
      'at',
      'by_name',
    ])
    .orderBy('at', 'desc')
    .orderBy('revision', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await of.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows, total };
}
