import { type RawBuilder, type Selectable, sql } from 'kysely';
import { copyRows } from '../../../platform/db/index.ts';
import type { RowFault } from '../domain/import/index.ts';
import type { Db } from './db.ts';
import type { EnterpriseTables } from './tables.ts';

export type StoredImport = Selectable<EnterpriseTables['enterprise_import']>;

/** Columns that a list may fill, with their kinds in the database. */
const columns = {
  ...{ code: 'text', code_reason: 'text', name: 'text', short_name: 'text', other_names: 'text[]' },
  ...{
    legal_representative: 'text',
    address: 'text',
    region_id: 'text',
    park_id: 'text',
    industry: 'text',
    scale: 'text',
  },
  ...{ founded_on: 'date', capital_fen: 'bigint', scope: 'text', products: 'text[]', state: 'text', chain_id: 'text' },
} as const;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];
/** `known`: the code is that of an enterprise that there is, whose id the row then bears. */
const staged = `line integer, id text, ${names.map((name) => `${name} ${columns[name]}`).join(', ')}, says_region boolean, tags text[], searched tsvector, figures json, revenue bigint, revenue_year smallint, employees bigint, known boolean not null default false`;

/** A place for the rows of one import that nobody else sees and that is gone with the transaction, however it ends. */
export async function openStage(db: Db): Promise<void> {
  await sql.raw(`create temporary table enterprise_stage (${staged}) on commit drop`).execute(db);
  // A list of a million takes longer than anything that somebody waits for; pairs of signs go into their index in large parts.
  await sql`select set_config('statement_timeout', '0', true), set_config('work_mem', '128MB', true),
    set_config('idle_in_transaction_session_timeout', '0', true), set_config('gin_pending_list_limit', '32MB', true)`.execute(
    db,
  );
}

/** Lays rows aside, as fast as they come. */
export const stageRows = (db: Db, columns: readonly string[], parts: AsyncIterable<Uint8Array>): Promise<void> =>
  copyRows(db, { table: 'enterprise_stage', columns }, parts);

/** Codes that stand in several rows: the later row with the earlier. */
export async function repeatedCodes(db: Db, most: number): Promise<RowFault[]> {
  await sql`analyze enterprise_stage (line, code)`.execute(db);
  const { rows } = await sql<{ code: string; first: number; last: number }>`
    select code, min(line) as first, max(line) as last from enterprise_stage where code is not null
    group by code having count(*) > 1 order by 2 limit ${most}`.execute(db);
  return rows.map(({ code, first, last }) => ({
    line: last,
    column: '统一社会信用代码',
    code: 'enterprise-row-twice',
    given: code,
    limit: first,
  }));
}

/** Gives the rows whose codes are known the ids of their enterprises; tells how many. As the system. */
export async function markKnown(db: Db): Promise<number> {
  const result = await sql`update enterprise_stage s set id = e.id, known = true
    from enterprise e where e.code = s.code and e.merged_into is null`.execute(db);
  await sql`create index on enterprise_stage (line)`.execute(db);
  if (Number(result.numAffectedRows ?? 0n) > 0) await sql`analyze enterprise_stage (line, id, known)`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

/** Where the enterprises lie that are known, each place once with one of its rows. As the system. */
export async function knownPlaces(db: Db) {
  const { rows } = await sql<{
    region_id: string;
    park_id: string | null;
    unit_id: string | null;
    chain_id: string | null;
    line: number;
    code: string;
  }>`
    select e.region_id, e.park_id, e.unit_id, e.chain_id, min(s.line) as line, min(s.code) as code
    from enterprise_stage s join enterprise e on e.id = s.id where s.known
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

export interface ImportDoing {
  readonly importId: string;
  readonly day: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly source: string;
}

/** What a row leaves empty stays as it is. */
const next = (name: Column): string => {
  if (name === 'other_names')
    return `array(select distinct o from unnest(e.other_names || s.other_names || case when s.name <> e.name then e.name end) o where o is not null and o <> s.name order by 1)`;
  if (columns[name] === 'text[]') return `case when cardinality(s.${name}) = 0 then e.${name} else s.${name} end`;
  if (name === 'region_id') return `case when s.says_region then s.region_id else e.region_id end`;
  if (name === 'state') return `coalesce(s.${name}, e.${name})`;
  return columns[name] === 'text' ? `coalesce(nullif(s.${name}, ''), e.${name})` : `coalesce(s.${name}, e.${name})`;
};

const camel = (name: string): string => name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
/** The content of a row of `alias` as src/enterprise/domain/model has it. */
const contentJson = (alias: string, more: readonly string[] = ['unit_id']): string =>
  `jsonb_build_object(${[...names, ...more].map((name) => `'${camel(name)}', ${alias}.${name}`).join(', ')})`;

const rowsOfResult = async (db: Db, statement: RawBuilder<unknown>): Promise<number> =>
  Number((await statement.execute(db)).numAffectedRows ?? 0n);

/** The lines of a part of a list. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}
const inPart = ({ from, to }: Lines) => sql`s.line >= ${from} and s.line < ${to}`;

/** Cuts the rows that were laid aside into parts of so many. */
export async function partsOfStage(db: Db, size: number): Promise<Lines[]> {
  const { rows } = await sql<{ from: number }>`select line as from from
    (select line, row_number() over (order by line) as nth from enterprise_stage) s where (nth - 1) % ${size} = 0 order by 1`.execute(
    db,
  );
  return rows.map(({ from }, at) => ({ from, to: rows[at + 1]?.from ?? 2_147_483_647 }));
}

/** Registers the new enterprises of a part; gives how many. As the system, after their places were looked at. */
export async function registerStaged(
  db: Db,
  part: Lines,
  { importId, day, at, by, source }: ImportDoing,
): Promise<number> {
  const values = names.map((name) => (name === 'state' ? "coalesce(s.state, 'open')" : `s.${name}`)).join(', ');
  const created = await rowsOfResult(
    db,
    sql`insert into enterprise (id, ${sql.raw(names.join(', '))}, tags, searched, revenue, revenue_year, employees, since, import_id, created_at, created_by, changed_at, changed_by)
    select s.id, ${sql.raw(values)}, s.tags, s.searched, s.revenue, s.revenue_year, s.employees,
      ${day}::date, ${importId}, ${at}, ${by.name}, ${at}, ${by.name}
    from enterprise_stage s where ${inPart(part)} and not s.known order by s.line`,
  );
  if (created > 0)
    await sql`insert into enterprise_change (id, enterprise_id, revision, kind, holds_from, parts, before, after, reason, request_id, at, by_id, by_name)
      select s.id || '-' || ${importId}, s.id, 1, 'registered', ${day}::date, array['name', 'code'], '{}', jsonb_build_object('name', s.name, 'code', s.code),
        ${source}, ${importId}, ${at}, ${by.id}, ${by.name}
      from enterprise_stage s where ${inPart(part)} and not s.known order by s.line`.execute(db);
  return created;
}

/** Changes the known enterprises of a part where their rows say something else; gives how many. As the system. */
export async function changeStaged(
  db: Db,
  part: Lines,
  { importId, day, at, by, source }: ImportDoing,
): Promise<number> {
  const was = names.map((name) => `e.${name}`).join(', ');
  const is = names.map((name) => `m.${name}`).join(', ');
  await sql`drop table if exists enterprise_match`.execute(db);
  await sql`create temporary table enterprise_match on commit drop as
    select m.* from (select s.line, e.id, ${sql.raw(names.map((name) => `${next(name)} as ${name}`).join(', '))}
      from enterprise_stage s join enterprise e on e.id = s.id where s.known and ${inPart(part)}) m join enterprise e on e.id = m.id
    where (${sql.raw(is)}) is distinct from (${sql.raw(was)})`.execute(db);
  await sql`analyze enterprise_match`.execute(db);
  await sql`insert into enterprise_span (enterprise_id, from_day, to_day, content)
    select e.id, e.since, ${day}::date, ${sql.raw(contentJson('e'))} from enterprise e join enterprise_match m on m.id = e.id
    where e.since < ${day}::date on conflict (enterprise_id, from_day) do nothing`.execute(db);
  await sql`insert into enterprise_change (id, enterprise_id, revision, kind, holds_from, parts, before, after, reason, request_id, at, by_id, by_name)
    select e.id || '-' || ${importId}, e.id, e.revision + 1, 'changed', ${day}::date,
      array(select k.key from jsonb_each(${sql.raw(contentJson('e'))}) k where k.value is distinct from n.next -> k.key order by 1),
      ${sql.raw(contentJson('e'))} || jsonb_build_object('since', e.since), n.next, ${source}, ${importId}, ${at}, ${by.id}, ${by.name}
    from enterprise e join enterprise_match m on m.id = e.id
      cross join lateral (select ${sql.raw(contentJson('e'))} || ${sql.raw(contentJson('m', []))} as next) n`.execute(
    db,
  );
  return rowsOfResult(
    db,
    sql`update enterprise e set (${sql.raw(names.join(', '))}) = (${sql.raw(is)}), since = ${day}::date,
      revision = e.revision + 1, changed_at = ${at}, changed_by = ${by.name}
    from enterprise_match m where m.id = e.id`,
  );
}

/** Writes the figures of a part; those that were there and are another are remembered with the change, for taking back. */
export async function putStagedFigures(
  db: Db,
  part: Lines,
  anyKnown: boolean,
  { importId, at, by, source }: ImportDoing,
): Promise<number> {
  const holder = sql`(select s.id, s.line, f.key as period, f.value::jsonb as figures
    from enterprise_stage s cross join json_each(s.figures) f where ${inPart(part)}) n`;
  if (anyKnown)
    await sql`insert into enterprise_change (id, enterprise_id, revision, kind, holds_from, parts, before, after, reason, request_id, at, by_id, by_name)
      select n.id || '-' || ${importId} || '-' || n.period, n.id, e.revision, 'figures', e.since, array[n.period],
        jsonb_build_object(n.period, y.figures), jsonb_build_object(n.period, y.figures || n.figures), ${source}, ${importId}, ${at}, ${by.id}, ${by.name}
      from ${holder} join enterprise_figures y on y.enterprise_id = n.id and y.period = n.period join enterprise e on e.id = n.id
      where not y.figures @> n.figures`.execute(db);
  const there = sql`on conflict (enterprise_id, period) do update set figures = enterprise_figures.figures || excluded.figures,
      revision = enterprise_figures.revision + 1, source = excluded.source, at = excluded.at, by_id = excluded.by_id, by_name = excluded.by_name
    where not enterprise_figures.figures @> excluded.figures`;
  return rowsOfResult(
    db,
    sql`insert into enterprise_figures (enterprise_id, period, figures, vintage, source, at, by_id, by_name)
    select n.id, n.period, n.figures, 'reported', ${source}, ${at}, ${by.id}, ${by.name} from ${holder} order by n.line ${anyKnown ? there : sql``}`,
  );
}

/** Enterprises that an import touched and that were there before. */
export async function changedBy(db: Db, importId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct c.enterprise_id as id from enterprise_change c join enterprise e on e.id = c.enterprise_id
    where c.request_id = ${importId} and e.import_id is distinct from ${importId}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Enterprises of an import that were touched again since, or that something else hangs on. */
export async function keptSince(db: Db, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from enterprise e
    where e.id in (select enterprise_id from enterprise_change where request_id = ${importId}) and (
      exists (select from enterprise_change c join enterprise_change o on o.enterprise_id = c.enterprise_id and o.request_id = ${importId}
        where c.enterprise_id = e.id and c.request_id is distinct from ${importId} and c.at > o.at)
      or e.merged_into is not null or exists (select from enterprise m where m.merged_into = e.id)
      or (e.import_id = ${importId} and (e.revision <> 1 or e.unit_id is not null
        or exists (select from enterprise_title t where t.enterprise_id = e.id)
        or exists (select from enterprise_contact t where t.enterprise_id = e.id)
        or exists (select from enterprise_file t where t.enterprise_id = e.id)
        or exists (select from enterprise_request t where t.enterprise_id = e.id))))`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Takes an import back: what it brought goes, what it changed is as it was. As the system. */
export async function takeBack(
  db: Db,
  { importId, at, by }: Omit<ImportDoing, 'day' | 'source'>,
): Promise<{ removed: number; restored: number }> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  await sql`update enterprise_figures y set figures = c.before -> y.period, revision = y.revision + 1, at = ${at}, by_id = ${by.id}, by_name = ${by.name}
    from enterprise_change c where c.request_id = ${importId} and c.kind = 'figures' and c.enterprise_id = y.enterprise_id and c.before ? y.period`.execute(
    db,
  );
  await sql`delete from enterprise_figures y using enterprise_change c, enterprise_import i
    where i.id = ${importId} and c.request_id = i.id and c.enterprise_id = y.enterprise_id and y.revision = 1 and y.at = i.begun_at
      and not exists (select from enterprise_change f where f.request_id = i.id and f.kind = 'figures' and f.enterprise_id = y.enterprise_id and f.before ? y.period)`.execute(
    db,
  );
  const restoredColumns = names.map((name) => {
    const value = `c.before ->> '${camel(name)}'`;
    if (columns[name] === 'text[]') return `array(select jsonb_array_elements_text(c.before -> '${camel(name)}'))`;
    return columns[name] === 'text' ? value : `(${value})::${columns[name]}`;
  });
  const restored =
    await sql`update enterprise e set (${sql.raw(names.join(', '))}) = (${sql.raw(restoredColumns.join(', '))}),
      since = (c.before ->> 'since')::date, revision = e.revision + 1, changed_at = ${at}, changed_by = ${by.name}
    from enterprise_change c where c.request_id = ${importId} and c.kind = 'changed' and c.enterprise_id = e.id`.execute(
      db,
    );
  await sql`delete from enterprise_span s using enterprise e, enterprise_change c where c.request_id = ${importId} and c.kind = 'changed'
    and c.enterprise_id = e.id and s.enterprise_id = e.id and s.to_day > e.since`.execute(db);
  const removed = await sql`delete from enterprise where import_id = ${importId}`.execute(db);
  return { removed: Number(removed.numAffectedRows ?? 0n), restored: Number(restored.numAffectedRows ?? 0n) };
}
