import pg from 'pg';
import { newToken, tokenHash } from '../../secrets/index.ts';

/** Somebody of the city who is signed in. */
export interface TaskPerson {
  readonly token: string;
  readonly unitId: string;
}

/** A city with so many units, for measuring tasks. */
export interface TaskCity {
  readonly counties: readonly { readonly regionId: string; readonly units: readonly string[] }[];
  readonly chains: readonly string[];
  readonly office: TaskPerson;
  readonly county: TaskPerson;
  /** A chief of the first chain alone. */
  readonly chief: TaskPerson;
  /** One of each unit. */
  readonly clerks: readonly TaskPerson[];
}

export const taskCityRegion = '970100';
const counties = 20;
const chains = 10;

/** Fills a fresh database with a city, twenty counties, their units and somebody of each who is signed in. */
export async function fillTaskCity(ownerAddress: string, units: number): Promise<TaskCity> {
  const each = Math.ceil(units / counties);
  return withOwner(ownerAddress, async (client) => {
    await places(client, each);
    const clerks = Array.from({ length: counties * each }, (_, at) => ({
      ...{ token: newToken(), unitId: `tu${Math.floor(at / each) + 1}-${(at % each) + 1}`, role: 'bench-task-unit' },
      ...{ region: null, chains: [] as string[] },
    }));
    const others = [
      { token: newToken(), unitId: 'tu-city', role: 'bench-task-office', region: taskCityRegion, chains: [] },
      { token: newToken(), unitId: 'tu1-1', role: 'bench-task-office', region: '970101', chains: [] },
      { token: newToken(), unitId: 'tu-city', role: 'bench-task-chief', region: taskCityRegion, chains: ['tc1'] },
    ];
    await people(client, [...others, ...clerks]);
    const [office, county, chief] = others;
    if (office === undefined || county === undefined || chief === undefined) throw new Error('nobody there');
    return {
      counties: Array.from({ length: counties }, (_, c) => ({
        regionId: String(970101 + c),
        units: Array.from({ length: each }, (_, n) => `tu${c + 1}-${n + 1}`),
      })),
      chains: Array.from({ length: chains }, (_, n) => `tc${n + 1}`),
      ...{ office, county, chief, clerks },
    };
  });
}

async function withOwner<T>(ownerAddress: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function places(client: pg.Client, each: number): Promise<void> {
  await client.query(`
    insert into region (code, level) values ('970000', 'province'), ('970100', 'city');
    insert into region (code, level) select (970100 + n)::text, 'county' from generate_series(1, ${counties}) n;
    insert into region_term (code, name, parent) values ('970000', '测量省', null), ('970100', '测量市', '970000');
    insert into region_term (code, name, parent)
      select (970100 + n)::text, '第' || n || '县', '970100' from generate_series(1, ${counties}) n;
    insert into region_closure (ancestor, descendant)
      select code, code from region where code like '97%'
      union select '970000', code from region where code like '97%' and code <> '970000'
      union select '970100', code from region where code > '970100' and code < '970200';
    insert into unit (id, name, kind, region_id) values ('tu-city', '市链办', 'department', '970100');
    insert into unit (id, name, kind, region_id)
      select 'tu' || c || '-' || n, '第' || c || '县第' || n || '局', 'department', (970100 + c)::text
      from generate_series(1, ${counties}) c, generate_series(1, ${each}) n;
    insert into unit_closure (ancestor, descendant) select id, id from unit where id like 'tu%';
    insert into chain (id, name, region_id) select 'tc' || n, '测量链' || n, '970100' from generate_series(1, ${chains}) n;
    insert into chain_closure (ancestor, descendant) select id, id from chain where id like 'tc%';
    insert into access_role (id, name, scope_kind, permissions) values
      ('bench-task-unit', '测量：单位', 'unit', '{task.read,task.report,task.subdivide,organisation.read}'),
      ('bench-task-office', '测量：链办', 'region', '{task.read,task.dispatch,task.close,task.instruct,organisation.read}'),
      ('bench-task-chief', '测量：链长', 'region', '{task.read,task.instruct,organisation.read}')`);
}

interface Newcomer extends TaskPerson {
  readonly role: string;
  readonly region: string | null;
  readonly chains: readonly string[];
}

async function people(client: pg.Client, some: readonly Newcomer[]): Promise<void> {
  const rows = some.map(({ token, unitId, role, region, chains: of }, at) => ({
    ...{ n: at, hash: tokenHash(token), unit: unitId, role, region, chains: of },
  }));
  const given = `json_to_recordset($1::json) as g (n int, hash text, unit text, role text, region text, chains json)`;
  const json = [JSON.stringify(rows)];
  await client.query(
    `insert into person (id, name, created_at) select 'tp' || n, '测量员' || n, now() from ${given}`,
    json,
  );
  await client.query(
    `insert into post (id, person_id, unit_id, title, main) select 'to' || n, 'tp' || n, unit, '科员', true from ${given}`,
    json,
  );
  await client.query(
    `insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
     select 'to' || n, role, region, array(select json_array_elements_text(chains)), 'granted', now(), 'bench' from ${given}`,
    json,
  );
  await client.query(
    `insert into account (id, person_id, login, login_key, created_at)
     select 'ta' || n, 'tp' || n, 'btask' || n, 'btask' || n, now() from ${given}`,
    json,
  );
  await client.query(
    `insert into session (id, token_hash, account_id, post_id, method, complete, started_at, seen_at, expires_at, from_address, device)
     select 'ts' || n, hash, 'ta' || n, 'to' || n, 'password', true, now(), now(), now() + interval '12 hours', '127.0.0.1', 'bench'
     from ${given}`,
    json,
  );
}

/** A dispatch that is open for the city and every county. */
export async function openTaskCycle(ownerAddress: string): Promise<void> {
  await withOwner(ownerAddress, (client) =>
    client.query(`
      insert into dispatch_cycle (id, revision, kind, period, opens_on, due_on, state, made_at, made_by, region_id)
        values ('bench-cycle', 2, 'monthly', to_char(now(), 'YYYY-MM'), current_date - 3, current_date + 3, 'open', now(),
          'bench', '970100') on conflict do nothing;
      -- The platform may have planned them already.
      update dispatch_cycle set state = 'open' where state = 'planned';
      insert into dispatch_cycle_region (cycle_id, kind, period, region_id)
        select 'bench-cycle', 'monthly', to_char(now(), 'YYYY-MM'), code from region where code like '9701%' on conflict do nothing`),
  );
  await withOwner(ownerAddress, (client) => client.query('vacuum analyze'));
}

/** How many reports of a key there are among the events, and among what is kept of the tasks. */
export async function countReports(
  ownerAddress: string,
  begins: string,
): Promise<{ readonly events: number; readonly kept: number }> {
  return withOwner(ownerAddress, async (client) => {
    const { rows } = await client.query<{ events: string; kept: string }>(
      `select (select count(*) from task_event where kind = 'reported' and key like $1) as events,
        (select count(*) from task t, jsonb_array_elements(t.content -> 'duties') d, jsonb_array_elements(d -> 'reports') r
          where r ->> 'words' like $1) as kept`,
      [`${begins}%`],
    );
    return { events: Number(rows[0]?.events), kept: Number(rows[0]?.kept) };
  });
}

/** p95 in milliseconds of `select 1`: what the machine does at this moment. */
export async function selectOne(ownerAddress: string, times = 500): Promise<number> {
  return withOwner(ownerAddress, async (client) => {
    const took: number[] = [];
    for (let at = 0; at < times; at += 1) {
      const began = performance.now();
      await client.query('select 1');
      took.push(performance.now() - began);
    }
    return took.sort((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0;
  });
}
