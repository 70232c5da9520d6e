import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Reach, withinReach } from '../../../access/index.ts';
import { takesTask } from '../dispatch/cycles.ts';

/** What waits for somebody: that his unit signs, reports or answers; that his office judges, answers or helps. */
export type Waiting = 'sign' | 'report' | 'close' | 'extension' | 'dispute' | 'letter' | 'help';

/** Which tasks a list is about, before words and conditions. */
export interface Narrowed {
  readonly scope: 'mine' | 'below' | 'all';
  readonly waits: Waiting | null;
  readonly chainId: string | null;
  readonly unitId: string | null;
  readonly planId: string | null;
  /** The unit of whoever asks, and how far he reaches. */
  readonly own: string | null;
  readonly reach: Reach;
}

const live = sql`('sent', 'signed', 'handed-back', 'submitted', 'closed')`;

/** A dispatch is open for the task of which the duty has not told anything. */
export const reportWanted = sql<SqlBool>`(d.own and d.state in ('sent', 'signed', 'handed-back') and exists (
  select from dispatch_cycle c join dispatch_cycle_region r on r.cycle_id = c.id
  where ${takesTask} and c.state = 'open' and d.reported_cycle is distinct from c.id and not exists (
    select from task_event e where e.task_id = d.task_id and e.duty_id = d.duty_id and e.kind = 'reported'
      and e.body -> 'report' ->> 'cycleId' = c.id)))`;

const waitingDuty: Readonly<Record<Waiting, RawBuilder<SqlBool>>> = {
  sign: sql<SqlBool>`d.state = 'sent'`,
  report: reportWanted,
  close: sql<SqlBool>`d.state = 'submitted'`,
  extension: sql<SqlBool>`d.extension_to is not null and d.state in ('sent', 'signed', 'handed-back')`,
  dispute: sql<SqlBool>`d.state = 'handed-back'`,
  letter: sql<SqlBool>`d.letter is not null and d.state <> 'closed'`,
  help: sql<SqlBool>`d.help is not null and d.state in ('signed', 'handed-back', 'submitted')`,
};

const ofUnit: ReadonlySet<Waiting> = new Set(['sign', 'report', 'letter']);

/** The duty `d` of the task `t` waits for whoever asks. */
const waitsFor = (waits: Waiting, { own, reach }: Narrowed): RawBuilder<SqlBool> =>
  sql<SqlBool>`t.state <> 'withdrawn' and ${waitingDuty[waits]} and ${
    ofUnit.has(waits) ? sql`d.unit_id = ${own}` : withinReach(reach, 't')
  }`;

const ofChain = (chainId: string) => sql<SqlBool>`t.chain_ids && array(
  select c.descendant from chain_closure c where c.ancestor = ${chainId})`;

export const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

/**
 * Who reaches units or chains only sees few of many: his are looked up by their parties, instead of asking of each task whether
 * it is his. The same rows as without.
 */
export const seenBy = (reach: Reach, taskId: string): RawBuilder<unknown>[] =>
  reach.everything || reach.regions.size > 0
    ? []
    : [sql`${sql.ref(taskId)} in (select p.task_id from task_party p where ${withinReach(reach, 'p')})`];

/** Nothing is asked but what everything in sight answers to. */
export const isWhole = ({ scope, waits, chainId, unitId, planId }: Narrowed): boolean =>
  scope === 'all' && [waits, chainId, unitId, planId].every((each) => each === null);

/** For a query of tasks `t`. */
export function taskNarrowed(asked: Narrowed): RawBuilder<SqlBool> {
  const { scope, waits, chainId, unitId, planId, own, reach } = asked;
  const duty = (condition: RawBuilder<unknown>) =>
    sql`exists (select from task_duty d where d.task_id = t.id and ${condition})`;
  return all([
    ...seenBy(reach, 't.id'),
    ...(scope === 'mine' ? [duty(sql`d.unit_id = ${own} and d.state in ${live}`)] : []),
    ...(scope === 'below' ? [sql`t.parent_id is not null and t.unit_id = ${own}`] : []),
    ...(waits === null ? [] : [duty(waitsFor(waits, asked))]),
    ...(chainId === null ? [] : [ofChain(chainId)]),
    ...(unitId === null ? [] : [duty(sql`d.unit_id = ${unitId} and d.state <> 'replaced'`)]),
    ...(planId === null ? [] : [sql`t.plan_id = ${planId}`]),
  ]);
}

/** For a query of duties `d` with their tasks `t`. */
export function dutyNarrowed(asked: Narrowed): RawBuilder<SqlBool> {
  const { scope, waits, chainId, unitId, planId, own, reach } = asked;
  return all([
    ...seenBy(reach, 'd.task_id'),
    ...(scope === 'mine' ? [sql`d.unit_id = ${own}`] : []),
    ...(scope === 'below' ? [sql`t.parent_id is not null and t.unit_id = ${own}`] : []),
    ...(waits === null ? [] : [waitsFor(waits, asked)]),
    ...(chainId === null ? [] : [ofChain(chainId)]),
    ...(unitId === null ? [] : [sql`d.unit_id = ${unitId}`]),
    ...(planId === null ? [] : [sql`t.plan_id = ${planId}`]),
  ]);
}
