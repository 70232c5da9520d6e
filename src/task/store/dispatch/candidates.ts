import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Day } from '../../../kernel/index.ts';
import type { Light } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';

/** A duty that may have to be asked after. */
export interface Candidate {
  readonly taskId: string;
  readonly dutyId: string;
  readonly light: Light;
}

/**
 * Duties in sight that are open and due by a day, or were sent by another and nobody has signed for. Which of them the rules call
 * for is decided with the whole task.
 */
export async function urgingCandidates(
  db: Kysely<TaskTables>,
  { dueBy, sentBy }: { readonly dueBy: Day; readonly sentBy: Day },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.task_id as "taskId", d.duty_id as "dutyId", d.light from task_duty d join task t on t.id = d.task_id
    where t.state = 'open' and d.own and d.state in ('sent', 'signed', 'handed-back')
      and (d.due_on <= ${dueBy}::date or (d.state = 'sent' and d.sent_on <= ${sentBy}::date))
    order by d.task_id, d.duty_id`.execute(db);
  return rows;
}
