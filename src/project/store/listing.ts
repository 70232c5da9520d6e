import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListFilter, SortKey } from '../../../platform/http/list-query.ts';
import type { Actor } from '../../access/index.ts';
import type { ProjectBox } from '../contract.ts';
import type { Db } from './db.ts';
import { chainNameAt, regionNameAt, unitNameAt } from './names.ts';
import { inSight, namedProjects, type StoredProject } from './project.ts';

/** Which projects: what a list asks for, in one box, seen on a day. */
export interface ProjectSearch {
  readonly words: readonly string[];
  readonly filter: ListFilter;
  readonly sort: readonly SortKey[];
  readonly box: ProjectBox;
  /** YYYY-MM-DD: what has begun in an earlier year goes on. */
  readonly today: string;
}

export interface ListedProject extends StoredProject {
  readonly year_plan: number | null;
  readonly year_done: number;
}

const at = (column: string) => sql.ref(`project.${column}`);
const within = (column: string, closure: string) => (values: readonly string[]) => {
  const today = closure === 'region_closure' ? sql`and current_date >= valid_from and current_date < valid_to` : sql``;
  return sql<SqlBool>`${at(column)} in (select descendant from ${sql.table(closure)}
    where ancestor = any (${[...values]}::text[]) ${today})`;
};

/** The stage on a day, as `stageOf` says it. */
export const stageSql = (today: string): RawBuilder<string> => sql<string>`case
  when project.position in ('planned', 'waiting') then 'before'
  when project.position = 'started' and project.started_on < date_trunc('year', ${today}::date) then 'continuing'
  else project.position end`;
const stageOrder = sql`case project.position when 'planned' then 0 when 'waiting' then 1 when 'started' then 2
  when 'completed' then 3 when 'producing' then 4 else 5 end`;
/** Conditions on money are written in 万元. */
const wan = (column: string) => sql`(${at(column)}::numeric / 1000000)`;

const fieldsOn = (today: string): ListedFields => ({
  name: { at: at('name') },
  enterprise: { at: at('enterprise') },
  creditCode: { at: sql`project.content #>> '{facts,creditCode}'`, nullable: true },
  code: { at: at('code'), nullable: true },
  region: {
    at: at('region_id'),
    order: regionNameAt('project.region_id'),
    among: within('region_id', 'region_closure'),
  },
  chain: {
    ...{ at: at('chain_id'), order: chainNameAt('project.chain_id'), nullable: true },
    among: within('chain_id', 'chain_closure'),
  },
  unit: { at: at('unit_id'), order: unitNameAt('project.unit_id'), among: within('unit_id', 'unit_closure') },
  library: { at: at('library'), order: stageOrder },
  stage: { at: stageSql(today), order: stageOrder },
  nature: { at: sql`project.content #>> '{facts,nature}'` },
  light: { at: at('light'), order: sql`array_position('{red,yellow,blue,green}', project.light)` },
  alarm: { at: at('alarm_rules'), among: (values) => sql<SqlBool>`project.alarm_rules && ${[...values]}::text[]` },
  total: { at: wan('total_fen'), order: at('total_fen') },
  done: { at: wan('done_fen'), order: at('done_fen') },
  undecided: { at: sql`case when project.undecided then 'yes' else 'no' end` },
  positionOn: { at: sql`project.position_on::text`, order: at('position_on') },
  startedOn: { at: sql`project.started_on::text`, order: at('started_on'), nullable: true },
  completedOn: { at: sql`project.completed_on::text`, order: at('completed_on'), nullable: true },
  producingOn: { at: sql`project.producing_on::text`, order: at('producing_on'), nullable: true },
  lastMonth: { at: at('last_month'), nullable: true },
  site: { at: sql`project.content #>> '{facts,site}'` },
  changedAt: { at: sql`(project.changed_at at time zone 'Asia/Shanghai')::date::text`, order: at('changed_at') },
});

function inBox(box: ProjectBox): RawBuilder<SqlBool> {
  switch (box) {
    case 'all':
      return sql<SqlBool>`project.counts`;
    case 'stuck':
      return sql<SqlBool>`project.counts and project.light in ('red', 'yellow')`;
    case 'withdrawn':
      return sql<SqlBool>`project.withdrawn_on is not null and project.merged_into is null`;
    case 'merged':
      return sql<SqlBool>`project.merged_into is not null`;
    default:
      return sql<SqlBool>`project.counts and project.library = ${box}`;
  }
}

/** What decides whether a project is among those that are asked for. */
export const projectCondition = (search: Omit<ProjectSearch, 'sort'>, actor: Actor): RawBuilder<SqlBool> =>
  sql<SqlBool>`${inSight(actor)} and ${inBox(search.box)}
    and ${matches(search, fieldsOn(search.today), { lowered: at('searched') })}`;

const found = (db: Db, search: ProjectSearch, actor: Actor) => namedProjects(db).where(projectCondition(search, actor));

/** Those that are stuck first, then the largest. */
const usual = [
  { key: 'light', descending: false },
  { key: 'total', descending: true },
];
const inOrder = ({ sort, today }: ProjectSearch) =>
  orderOf(sort.length === 0 ? usual : sort, fieldsOn(today), at('id'));

const withYear = (year: number) => [
  sql<number | null>`(select y.fen from project_year y where y.project_id = project.id and y.year = ${year})`.as(
    'year_plan',
  ),
  sql<number>`(select coalesce(sum(m.fen), 0)::bigint from project_month m where m.project_id = project.id
    and m.month between ${`${year}-01`} and ${`${year}-12`})`.as('year_done'),
];

export async function listProjectRows(
  db: Db,
  search: ProjectSearch,
  actor: Actor,
  { limit, offset, year }: { readonly limit: number; readonly offset: number; readonly year: number },
): Promise<{ total: number; capped: boolean; projects: ListedProject[] }> {
  const query = found(db, search, actor);
  const projects = await query.select(withYear(year)).orderBy(inOrder(search)).limit(limit).offset(offset).execute();
  const seenToEnd = projects.length < limit && (projects.length > 0 || offset === 0);
  const counted = seenToEnd ? { total: offset + projects.length, capped: false } : await cappedCount(db, query);
  return { ...counted, projects };
}

export async function listProjectIds(db: Db, search: ProjectSearch, actor: Actor, limit: number): Promise<string[]> {
  const query = found(db, search, actor).orderBy(inOrder(search)).limit(limit);
  return (await query.clearSelect().select('project.id').execute()).map(({ id }) => id);
}

export const listedProjects = (db: Db, ids: readonly string[], actor: Actor, year: number): Promise<ListedProject[]> =>
  namedProjects(db)
    .select(withYear(year))
    .where(sql<SqlBool>`project.id = any (${[...ids]}::text[])`)
    .where(inSight(actor))
    .execute();

/** Projects under way in sight, whose months are reported. */
export const reportable = (db: Db, actor: Actor, most: number): Promise<StoredProject[]> =>
  namedProjects(db)
    .where(inSight(actor))
    .where('project.counts', '=', true)
    .where('project.library', '=', 'building')
    .orderBy('project.region_id')
    .orderBy('project.name')
    .limit(most)
    .execute();
