import { sql } from 'kysely';
import type { ListedFields } from '../../../../platform/db/list-sql.ts';
import { lights } from '../../domain/index.ts';

/** Where the fields of the lists stand: tasks are `t`, duties `d`. */

const column = (name: string) => sql.ref(name);
const yes = (name: string) => sql`case when ${column(name)} then 'yes' else 'no' end`;
/** The worst light first. */
const byLight = (name: string) => sql`array_position(${sql.val([...lights])}::text[], ${column(name)})`;

const inRegions = (name: string) => (codes: readonly string[]) =>
  sql<boolean>`${column(name)} in (
  select c.descendant from region_closure c where c.ancestor = any (${[...codes]}::text[])
    and current_date >= c.valid_from and current_date < c.valid_to)`;
const ofChains = (ids: readonly string[]) => sql<boolean>`t.chain_ids && array(
  select c.descendant from chain_closure c where c.ancestor = any (${[...ids]}::text[]))`;
const withDuty = (condition: string) => (ids: readonly string[]) =>
  sql<boolean>`exists (
  select from task_duty d where d.task_id = t.id and d.unit_id = any (${[...ids]}::text[]) and ${sql.raw(condition)})`;
/** The first of its chains; blank where it has none. */
const chain = { at: sql`t.chain_ids[1]`, nullable: true, among: ofChains } as const;

export const listedTasks: ListedFields = {
  title: { at: column('t.title') },
  light: { at: column('t.light'), order: byLight('t.light') },
  state: { at: column('t.state') },
  lead: { at: column('t.lead_name'), among: withDuty("d.role = 'lead' and d.state <> 'replaced'") },
  unit: { at: column('t.lead_name'), among: withDuty("d.state <> 'replaced'") },
  chain,
  region: { at: column('t.region_id'), among: inRegions('t.region_id') },
  source: { at: column('t.source_kind') },
  sourceName: { at: column('t.source_name') },
  kind: { at: column('t.kind') },
  dueOn: { at: column('t.due_on'), nullable: true },
  firstDueOn: { at: column('t.first_due_on'), nullable: true },
  progress: { at: column('t.progress'), nullable: true },
  reportedOn: { at: column('t.reported_on'), nullable: true },
  help: { at: yes('t.help') },
  disputed: { at: yes('t.disputed') },
  createdOn: { at: column('t.created_on') },
};

export const listedDuties: ListedFields = {
  title: { at: column('t.title') },
  light: { at: column('d.light'), order: byLight('d.light') },
  unit: { at: column('d.unit_id'), order: column('d.unit_name') },
  role: { at: column('d.role'), order: sql`d.role <> 'lead'` },
  state: { at: column('d.state') },
  part: { at: column('d.part'), nullable: true },
  chain,
  dueOn: { at: column('d.due_on'), nullable: true },
  firstDueOn: { at: column('d.first_due_on'), nullable: true },
  reportedOn: { at: column('d.reported_on'), nullable: true },
  help: { at: column('d.help'), nullable: true },
  extensionTo: { at: column('d.extension_to'), nullable: true },
  urgedTimes: { at: column('d.urged_times') },
};

/** Words are looked for in title, source and lead of a task, and in the name of a unit. */
export const wordsOfTasks = { lowered: column('t.words') } as const;
export const wordsOfDuties = { lowered: sql`t.words || ' ' || lower(d.unit_name)` } as const;
