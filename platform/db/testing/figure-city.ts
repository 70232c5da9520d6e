import pg from 'pg';
import { newToken, tokenHash } from '../../secrets/index.ts';

/** Somebody who is signed in. */
export interface CityReader {
  readonly token: string;
}

/** Whom the city has: the chain office and finance of the city, and a clerk of each of some towns. */
export interface FigureCity {
  readonly office: CityReader;
  /** May not see small groups. */
  readonly finance: CityReader;
  readonly clerks: readonly (CityReader & { readonly unitId: string })[];
}

const counties = 20;
const townsEach = 8;
export const indicators = 60;
/** The months of three years: what each enterprise has reported of each indicator. */
export const months = 36;
export const firstYear = 2023;

/**
 * Fills a fresh database with places, units, chains, indicators and people for measuring: a city of 20 counties and 160 towns, 12
 * chains with two below each, 60 indicators. Never for data that anybody needs.
 */
export async function fillFigureCity(ownerAddress: string, clerks: number): Promise<FigureCity> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'");
    await client.query(places);
    await client.query(definitions);
    return await people(client, clerks);
  } finally {
    await client.end();
  }
}

const places = `
  insert into region (code, level) values ('980000', 'province'), ('980100', 'city');
  insert into region (code, level) select (980100 + c)::text, 'county' from generate_series(1, ${counties}) c;
  insert into region (code, level)
    select (980100 + c)::text || lpad(t::text, 3, '0'), 'town' from generate_series(1, ${counties}) c, generate_series(1, ${townsEach}) t;
  insert into region_term (code, name, parent) values ('980000', '测量省', null), ('980100', '测量市', '980000');
  insert into region_term (code, name, parent) select (980100 + c)::text, '第' || c || '县', '980100' from generate_series(1, ${counties}) c;
  insert into region_term (code, name, parent)
    select (980100 + c)::text || lpad(t::text, 3, '0'), '第' || c || '县第' || t || '镇', (980100 + c)::text
    from generate_series(1, ${counties}) c, generate_series(1, ${townsEach}) t;
  insert into region_closure (ancestor, descendant)
    with recursive up(ancestor, descendant) as (
      select code, code from region where code like '98%' union all
      select t.parent, up.descendant from up join region_term t on t.code = up.ancestor where t.parent is not null)
    select * from up;
  insert into unit (id, name, kind, region_id)
    select 'bt-' || code, code || '统计站', 'town', code from region where code like '98%' and length(code) = 9;
  insert into unit_place (unit_id, region_id) select id, region_id from unit where id like 'bt-%';
  insert into unit_closure (ancestor, descendant) select id, id from unit where id like 'bt-%';
  insert into chain (id, name, region_id, parent) select 'bc' || n, '测量链' || n, '980100', null from generate_series(1, 12) n;
  insert into chain (id, name, region_id, parent)
    select 'bc' || n || '-' || s, '测量链' || n || '分链' || s, '980100', 'bc' || n from generate_series(1, 12) n, generate_series(1, 2) s;
  insert into chain_closure (ancestor, descendant)
    select id, id from chain where id like 'bc%' union all select parent, id from chain where id like 'bc%' and parent is not null`;

/** A third of them flows, a third cumulative, a third stocks. */
const definitions = `
  insert into indicator (id, definition, origin, created_at)
  select 'bi' || lpad(n::text, 2, '0'), jsonb_build_object(
      'id', 'bi' || lpad(n::text, 2, '0'), 'name', '测量指标' || n, 'unit', '万元', 'decimals', 0, 'of', jsonb_build_object('kind', 'sum'),
      'measures', (array['flow', 'cumulative', 'stock'])[1 + n % 3], 'direction', 'up', 'frequency', 'month',
      'bases', jsonb_build_array(jsonb_build_object('id', 'b', 'from', null, 'words', '规模以上')), 'source', null, 'low', 0, 'high', null),
    'bench', now()
  from generate_series(1, ${indicators}) n`;

async function people(client: pg.Client, clerks: number): Promise<FigureCity> {
  await client.query(`
    insert into access_role (id, name, scope_kind, permissions) values
      ('bench-office', '测量：链办', 'region', '{indicator.read,indicator.detail,indicator.define,organisation.read}'),
      ('bench-finance', '测量：财政', 'region', '{indicator.read,organisation.read}'),
      ('bench-clerk', '测量：填报', 'unit', '{indicator.read,indicator.enter,organisation.read}')`);
  const towns = await client.query<{ id: string }>("select id from unit where id like 'bt-%' order by id");
  const units = Array.from({ length: clerks }, (_, n) => towns.rows[(n * 7) % towns.rows.length]?.id ?? '');
  const roles = ['bench-office', 'bench-finance', ...units.map(() => 'bench-clerk')];
  const tokens = roles.map(() => newToken());
  await client.query(
    `insert into person (id, name, created_at) select 'bp' || n, '测量员' || n, now() from generate_series(1, $1::int) n`,
    [roles.length],
  );
  await client.query(
    `insert into post (id, person_id, unit_id, title, main)
     select 'bo' || n, 'bp' || n, coalesce(unit, (select min(id) from unit where id like 'bt-%')), '科员', true
     from unnest($1::text[]) with ordinality as u (unit, n)`,
    [[null, null, ...units]],
  );
  await client.query(
    `insert into post_grant (post_id, role_id, region_id, state, changed_at, changed_by)
     select 'bo' || n, role, case when role <> 'bench-clerk' then '980100' end, 'granted', now(), 'bench'
     from unnest($1::text[]) with ordinality as r (role, n)`,
    [roles],
  );
  await client.query(
    `insert into account (id, person_id, login, login_key, created_at)
     select 'ba' || n, 'bp' || n, 'bench' || n, 'bench' || n, now() from generate_series(1, $1::int) n`,
    [roles.length],
  );
  await client.query(
    `insert into session (id, token_hash, account_id, post_id, method, complete, started_at, seen_at, expires_at, from_address, device)
     select 'bs' || n, hash, 'ba' || n, 'bo' || n, 'password', true, now(), now(), now() + interval '12 hours', '127.0.0.1', 'bench'
     from unnest($1::text[]) with ordinality as h (hash, n)`,
    [tokens.map((token) => tokenHash(token))],
  );
  const [office = '', finance = '', ...others] = tokens;
  return {
    office: { token: office },
    finance: { token: finance },
    clerks: others.map((token, at) => ({ token, unitId: units[at] ?? '' })),
  };
}
