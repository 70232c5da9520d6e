import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Reach } from '../../../access/index.ts';
import type { Day } from '../../../kernel/index.ts';
import type { Light } from '../../domain/index.ts';
import { keptWithin } from '../origin/troubles.ts';
import type { TaskTables } from '../tables.ts';

/** A duty that may have to be asked after. */
export interface Candidate {
  readonly taskId: string;
  readonly dutyId: string;
  readonly light: Light;
}

/**
 * Duties of tasks kept in reach that are open and due by a day, or were sent by another and nobody has signed for. Which of them
 * the rules call for is decided with the whole task.
 */
export async function urgingCandidates(
  db: Kysely<TaskTables>,
  { reach, dueBy, sentBy }: { readonly reach: Reach; readonly dueBy: Day; readonly sentBy: Day },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.task_id as "taskId", d.duty_id as "dutyId", d.light from task_duty d join task t on t.id = d.task_id
    where t.state = 'open' and ${keptWithin(reach)} and d.own and d.state in ('sent', 'signed', 'handed-back')
      and (d.due_on <= ${dueBy}::date or (d.state = 'sent' and d.sent_on <= ${sentBy}::date))
    order by d.task_id, d.duty_id`.execute(db);
  return rows;
}

/** The regions that keep tasks which are under way. */
export async function regionsUnderWay(db: Kysely<TaskTables>): Promise<string[]> {
  const rows = await db.selectFrom('task').select('region_id').distinct().where('state', '=', 'open').execute();
  return rows.map(({ region_id }) => region_id);
}
