import { type Kysely, sql } from 'kysely';

export interface RowCount {
  /** What is counted, a word of ours: `sessions`. */
  readonly what: string;
  readonly state: string;
  readonly rows: number;
}

/** How many rows there are of what grows or waits, by state. Of what is done for good (sent messages) no count is made. */
export async function countRows<Tables>(db: Kysely<Tables>): Promise<RowCount[]> {
  const { rows } = await sql<RowCount>`
    select 'plans' as what, status as state, count(*) as rows from plan group by status
    union all select 'imports', state, count(*) from plan_import group by state
    union all select 'sessions', 'open', count(*) from session
      where ended_at is null and complete and expires_at > now()
    union all select 'notices', 'unspread', count(*) from notice where spread_at is null
    union all select 'outbox', state, count(*) from delivery where state <> 'sent' group by state
    union all select 'audit', 'entries', seq from audit_head`.execute(db);
  return rows;
}
