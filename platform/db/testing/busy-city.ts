import pg from 'pg';
import { newToken, tokenHash } from '../../secrets/index.ts';

/** Somebody of the busy city who is signed in. */
export interface Clicker {
  readonly token: string;
}

export interface CitySize {
  readonly plans: number;
  readonly people: number;
}

const counties = 20;
const chains = 40;

/**
 * Fills a fresh database with a city at work, for measuring: a province, a city and twenty counties with ten units each,
 * forty chains, plans of every state spread over them, and people who are signed in: one in ten sees the whole city, two
 * in ten a unit's own, the others a county. Gives the sessions' tokens. Never for data that anybody needs.
 */
export async function fillBusyCity(ownerAddress: string, size: CitySize): Promise<Clicker[]> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  try {
    await places(client);
    const clickers = await people(client, size.people);
    await plans(client, size.plans);
    await client.query('vacuum analyze');
    return clickers;
  } finally {
    await client.end();
  }
}

async function places(client: pg.Client): Promise<void> {
  await client.query(`
    insert into region (code, level) select * from (
      values ('980000', 'province'), ('980100', 'city')
      union all select (980100 + n)::text, 'county' from generate_series(1, ${counties}) n) r (code, level);
    insert into region_term (code, name, parent)
      values ('980000', '测量省', null), ('980100', '测量市', '980000');
    insert into region_term (code, name, parent)
      select (980100 + n)::text, '第' || n || '县', '980100' from generate_series(1, ${counties}) n;
    insert into region_closure (ancestor, descendant)
      select code, code from region where code like '98%'
      union select '980000', code from region where code like '98%' and code <> '980000'
      union select '980100', code from region where code > '980100' and code < '980200';
    insert into unit (id, name, kind, region_id)
      select 'bu' || c || '-' || n, '第' || c || '县第' || n || '局', 'department', (980100 + c)::text
      from generate_series(1, ${counties}) c, generate_series(1, 10) n;
    insert into unit_closure (ancestor, descendant) select id, id from unit where id like 'bu%';
    insert into chain (id, name, region_id)
      select 'bc' || n, '测量链' || n, '980100' from generate_series(1, ${chains}) n;
    insert into chain_closure (ancestor, descendant) select id, id from chain where id like 'bc%'`);
}

async function people(client: pg.Client, count: number): Promise<Clicker[]> {
  const clickers = Array.from({ length: count }, () => ({ token: newToken() }));
  await client.query(`
    insert into access_role (id, name, scope_kind, permissions) values
      ('bench-region', '测量：地区', 'region', '{plan.read,plan.draft,plan.review,plan.export,work.assign,organisation.read}'),
      ('bench-unit', '测量：单位', 'unit', '{plan.read,organisation.read}')`);
  await client.query(
    `insert into person (id, name, created_at) select 'bp' || n, '测量员' || n, now() from generate_series(1, $1::int) n`,
    [count],
  );
  await client.query(
    `insert into post (id, person_id, unit_id, title, main)
     select 'bo' || n, 'bp' || n, 'bu' || 1 + n % ${counties} || '-' || 1 + n % 10, '科员', true
     from generate_series(1, $1::int) n`,
    [count],
  );
  await client.query(
    `insert into post_grant (post_id, role_id, region_id, state, changed_at, changed_by)
     select 'bo' || n, case when n % 10 in (1, 2) then 'bench-unit' else 'bench-region' end,
       case when n % 10 = 0 then '980100' when n % 10 in (1, 2) then null else (980101 + n % ${counties})::text end,
       'granted', now(), 'bench'
     from generate_series(1, $1::int) n`,
    [count],
  );
  await client.query(
    `insert into account (id, person_id, login, login_key, created_at)
     select 'ba' || n, 'bp' || n, 'bench' || n, 'bench' || n, now() from generate_series(1, $1::int) n`,
    [count],
  );
  await client.query(
    `insert into session (id, token_hash, account_id, post_id, method, complete, started_at, seen_at, expires_at, from_address, device)
     select 'bs' || n, hash, 'ba' || n, 'bo' || n, 'password', true, now(), now(), now() + interval '12 hours', '127.0.0.1', 'bench'
     from unnest($1::text[]) with ordinality as h (hash, n)`,
    [clickers.map(({ token }) => tokenHash(token))],
  );
  return clickers;
}

/** One in ten a draft; the rest published, a third of which has a newer draft open. */
async function plans(client: pg.Client, count: number): Promise<void> {
  const day = "date '2023-01-01' + (n * 7919 % 1200)";
  const moment = "now() - (n * 7919 % 5000000) * interval '1 second'";
  const version = (number: string, published: string, hash: string, where: string) => `
    insert into plan_version (id, plan_id, number, source_id, source_start, source_end, title, doc_number, issuer, issued_on,
      addressees, annexes, outline, indicators, tasks, clauses, tables, unreviewed, rejected, errors, warnings, notices,
      dismissed, published_at, published_by_id, published_by_name, hash)
    select 'bl' || n || '-' || coalesce(${number}::text, 'd'), 'bl' || n, ${number}, 'bf' || n % 200, 0, 10,
      (array['丝绸', '纺织', '电子信息', '装备制造', '食品', '家具', '医药', '新材料'])[1 + n % 8] || '产业链行动方案（第' || n || '号）',
      '测府办发〔' || 2023 + n % 4 || '〕' || n % 900 || '号', '测量市人民政府办公室', ${day}, '[]', '[]', '[]',
      n % 40, n % 60, n % 25, n % 3, n % 7, 0, case when n % 17 = 0 then n % 5 else 0 end, n % 9, n % 4, 0,
      ${published}, case when ${published} is null then null else 'bp1' end, case when ${published} is null then null else '测量员' end, ${hash}
    from generate_series(1, ${count}) n where ${where}`;
  await client.query('begin');
  for (const table of ['plan', 'plan_version']) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`
    insert into source_file (id, file_name, format, sha256, size, bytes, body, page_starts, furniture, tables, created_at)
    select 'bf' || n, '方案' || n || '.txt', 'txt', '', 1, 'x', '测量', '[]', '[]', '[]', now() from generate_series(0, 199) n;
    insert into plan (id, revision, next_item, status, latest_edition, created_at, created_by_id, created_by_name, updated_at,
      region_id, unit_id, chain_id)
    select 'bl' || n, 1, 1, case when n % 10 = 0 then 'draft' when n % 3 = 0 then 'revising' else 'published' end,
      case when n % 10 = 0 then null else 1 end, ${moment}, 'bp1', '测量员', ${moment},
      (980101 + n % ${counties})::text, 'bu' || 1 + n % ${counties} || '-' || 1 + n / ${counties} % 10, 'bc' || 1 + n % ${chains}
    from generate_series(1, ${count}) n`);
  await client.query(version('1', moment, "repeat('0', 64)", 'n % 10 <> 0'));
  await client.query(version('null::int', 'null::timestamptz', 'null', 'n % 10 = 0 or n % 3 = 0'));
  await client.query("select list_plan(id) from plan where id like 'bl%'");
  for (const table of ['plan', 'plan_version']) await client.query(`alter table ${table} enable trigger user`);
  await client.query('commit');
}
