import { type Selectable, type SqlBool, sql } from 'kysely';
import { type Actor, withinReach } from '../../access/index.ts';
import type { Light } from '../domain/alarm/model.ts';
import type { Position, ProjectContent } from '../domain/model/index.ts';
import type { At, Db } from './db.ts';
import { placed } from './db.ts';
import { chainNameAt, regionNameAt, unitNameAt } from './names.ts';
import type { ProjectTable } from './tables.ts';

/** A project as it is kept, with the names of where it is. */
export type StoredProject = Omit<Selectable<ProjectTable>, 'likeness_keys' | 'searched'> & {
  readonly region_name: string;
  readonly unit_name: string;
  readonly chain_name: string | null;
  readonly merged_name: string | null;
};

const columns = [
  'project.id',
  'project.revision',
  'project.content',
  'project.name',
  'project.enterprise',
  'project.code',
  'project.total_fen',
  'project.region_id',
  'project.unit_id',
  'project.chain_id',
  'project.position',
  'project.library',
  'project.position_on',
  'project.started_on',
  'project.completed_on',
  'project.producing_on',
  'project.reached_on',
  'project.undecided',
  'project.withdrawn_on',
  'project.merged_into',
  'project.counts',
  'project.done_fen',
  'project.confirmed_fen',
  'project.last_month',
  'project.light',
  'project.alarm_rules',
  'project.alarm_reason',
  'project.looked_on',
  'project.created_at',
  'project.created_by',
  'project.changed_at',
  'project.changed_by',
] as const;

export const namedProjects = (db: Db) =>
  db
    .selectFrom('project')
    .select(columns)
    .select([
      regionNameAt('project.region_id').as('region_name'),
      unitNameAt('project.unit_id').as('unit_name'),
      chainNameAt('project.chain_id').as('chain_name'),
      sql<string | null>`(select m.name from project m where m.id = project.merged_into)`.as('merged_name'),
    ]);

/** What an actor may see: projects in reach, and those that he or his unit follows. */
export const inSight = ({ reach }: Pick<Actor, 'reach'>) =>
  reach.everything
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(${withinReach(reach, 'project')} or project.id in (select jw_followed_projects()))`;

export const readProjectRow = (db: Db, actor: Actor, id: string): Promise<StoredProject | undefined> =>
  namedProjects(db).where('project.id', '=', id).where(inSight(actor)).executeTakeFirst();

/** Held until the transaction ends; only projects that may be changed come back. */
export const lockProjectRow = (db: Db, id: string): Promise<StoredProject | undefined> =>
  namedProjects(db).where('project.id', '=', id).forUpdate('project').executeTakeFirst();

export const readProjectRows = (db: Db, actor: Actor, ids: readonly string[]): Promise<StoredProject[]> =>
  namedProjects(db)
    .where(sql<SqlBool>`project.id = any (${[...ids]}::text[])`)
    .where(inSight(actor))
    .execute();

export const mergedInto = (db: Db, id: string) =>
  db.selectFrom('project').select(['id', 'name']).where('merged_into', '=', id).orderBy('name').execute();

export interface NewProject extends At {
  readonly id: string;
  readonly content: ProjectContent;
  readonly keys: readonly string[];
  readonly position: Position;
  readonly positionOn: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

const searchedOf = ({ facts }: ProjectContent): string =>
  `${facts.name} ${facts.enterprise} ${facts.code ?? ''} ${facts.site}`.toLowerCase();

export async function insertProject(db: Db, project: NewProject): Promise<void> {
  const { content, at, by } = project;
  await db
    .insertInto('project')
    .values({
      ...{ id: project.id, revision: 1, content: JSON.stringify(content), ...placed(project) },
      ...{ name: content.facts.name, enterprise: content.facts.enterprise, code: content.facts.code },
      ...{ total_fen: content.facts.totalFen, position: project.position, position_on: project.positionOn },
      ...{ likeness_keys: [...project.keys], searched: searchedOf(content) },
      ...{ created_at: at, created_by: by.name, changed_at: at, changed_by: by.name },
    })
    .execute();
  await putContentBeside(db, project, { revision: 1, parts: Object.keys(content), reason: null });
}

/** Writes a new content with its version and what is kept of it beside; gives the new revision. */
export async function saveContent(
  db: Db,
  project: Omit<NewProject, 'position' | 'positionOn'>,
  version: { readonly parts: readonly string[]; readonly reason: string | null },
): Promise<number> {
  const { id, content, at, by, keys } = project;
  const row = await db
    .updateTable('project')
    .set({
      ...{ content: JSON.stringify(content), revision: sql`revision + 1`, ...placed(project) },
      ...{ name: content.facts.name, enterprise: content.facts.enterprise, code: content.facts.code },
      ...{ total_fen: content.facts.totalFen, likeness_keys: [...keys], searched: searchedOf(content) },
      ...{ changed_at: at, changed_by: by.name },
    })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  await putContentBeside(db, project, { revision: row.revision, ...version });
  return row.revision;
}

async function putContentBeside(
  db: Db,
  { id, content, at, by, ...place }: Omit<NewProject, 'position' | 'positionOn' | 'keys'>,
  { revision, parts, reason }: { revision: number; parts: readonly string[]; reason: string | null },
): Promise<void> {
  const where = placed(place);
  await db
    .insertInto('project_version')
    .values({
      ...{ project_id: id, revision, content: JSON.stringify(content), parts: [...parts], reason, at },
      ...{ by_id: by.id, by_name: by.name, ...where },
    })
    .execute();
  await db.deleteFrom('project_year').where('project_id', '=', id).execute();
  if (content.plan.length > 0)
    await db
      .insertInto('project_year')
      .values(content.plan.map(({ year, fen }) => ({ project_id: id, year, fen, ...where })))
      .execute();
  await db.deleteFrom('project_follower').where('project_id', '=', id).execute();
  if (content.followers.length > 0)
    await db
      .insertInto('project_follower')
      .values(content.followers.map((each) => ({ project_id: id, kind: each.kind, party_id: each.id, ...where })))
      .execute();
}

/** Everything that is kept of a project moves with it to another place. */
export async function moveRows(db: Db, id: string, at: At): Promise<void> {
  for (const table of [
    'project_version',
    'project_event',
    'project_month',
    'project_month_version',
    'project_file',
    'project_alarm',
  ] as const)
    await db.updateTable(table).set(placed(at)).where('project_id', '=', id).execute();
}

/** What follows from events, months and rules. */
export interface Settled {
  readonly position: Position;
  readonly positionOn: string;
  readonly days: Readonly<Partial<Record<Position, string>>>;
  readonly undecided: boolean;
  readonly withdrawnOn: string | null;
  readonly doneFen: number;
  readonly confirmedFen: number;
  readonly lastMonth: string | null;
  readonly light: Light;
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly lookedOn: string;
}

export async function putSettled(db: Db, id: string, settled: Settled): Promise<void> {
  const { days } = settled;
  await db
    .updateTable('project')
    .set({
      ...{ position: settled.position, position_on: settled.positionOn, undecided: settled.undecided },
      ...{ started_on: days.started ?? null, completed_on: days.completed ?? null },
      ...{ producing_on: days.producing ?? null, reached_on: days.reached ?? null },
      ...{ withdrawn_on: settled.withdrawnOn, done_fen: settled.doneFen, confirmed_fen: settled.confirmedFen },
      ...{ last_month: settled.lastMonth, light: settled.light, alarm_rules: [...settled.rules] },
      ...{ alarm_reason: settled.reason, looked_on: settled.lookedOn },
    })
    .where('id', '=', id)
    .execute();
}

/** Counts a change that is not one of the content. */
export async function touchProject(db: Db, id: string, at: string, by: string): Promise<void> {
  await db
    .updateTable('project')
    .set({ revision: sql`revision + 1`, changed_at: at, changed_by: by })
    .where('id', '=', id)
    .execute();
}

export async function setMerged(db: Db, id: string, into: string | null, at: string, by: string): Promise<void> {
  await db
    .updateTable('project')
    .set({ merged_into: into, revision: sql`revision + 1`, changed_at: at, changed_by: by, looked_on: null })
    .where('id', '=', id)
    .execute();
}

export const readVersions = (db: Db, id: string, until: string | null) =>
  db
    .selectFrom('project_version')
    .select(['revision', 'parts', 'reason', 'at', 'by_name'])
    .where('project_id', '=', id)
    .$if(until !== null, (query) => query.where('at', '<=', until ?? ''))
    .orderBy('revision', 'desc')
    .limit(200)
    .execute();

/** The content as it was known at an instant. */
export const contentAt = (db: Db, id: string, instant: string): Promise<{ content: ProjectContent } | undefined> =>
  db
    .selectFrom('project_version')
    .select('content')
    .where('project_id', '=', id)
    .where('at', '<=', instant)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Some projects whose alarms were not looked at on a day; as the system. */
export async function projectsToLook(db: Db, day: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('project')
    .select('id')
    .where('counts', '=', true)
    .where(sql<SqlBool>`(looked_on is null or looked_on < ${day}::date)`)
    .orderBy(sql`looked_on nulls first`)
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Finds projects by what names them for good: the number of the national platform, else enterprise and name together. Only
 * those in sight that are in no other.
 */
export async function projectsByIdentity(
  db: Db,
  actor: Actor,
  facts: readonly { readonly code: string | null; readonly enterprise: string; readonly name: string }[],
): Promise<(of: { code: string | null; enterprise: string; name: string }) => StoredProject | null> {
  const codes = facts.flatMap(({ code }) => (code === null ? [] : [code]));
  const rows = await namedProjects(db)
    .where(inSight(actor))
    .where('project.merged_into', 'is', null)
    .where(sql<SqlBool>`(project.code = any (${codes}::text[]) or (project.enterprise, project.name) in (
      select * from unnest(${facts.map(({ enterprise }) => enterprise)}::text[], ${facts.map(({ name }) => name)}::text[])))`)
    .execute();
  const byCode = new Map(rows.flatMap((row) => (row.code === null ? [] : [[row.code, row] as const])));
  const byName = new Map(rows.map((row) => [`${row.enterprise}\n${row.name}`, row]));
  return ({ code, enterprise, name }) =>
    (code === null ? undefined : byCode.get(code)) ?? byName.get(`${enterprise}\n${name}`) ?? null;
}
