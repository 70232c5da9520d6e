import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { steppingClock } from '../../platform/clock/index.ts';
import { asAsking, asSystem, type Kysely } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { type Actor, loadActor } from '../../src/access/index.ts';

/** People, posts and grants of two invented cities on a real database, and ways to ask it on their behalf. */
export interface Office<Tables> extends TestDatabase<Tables> {
  readonly clock: ReturnType<typeof steppingClock>;
  /** Who acts as a post. */
  readonly actorOf: (postId: string) => Promise<Actor>;
  /** Does something on behalf of an actor, as the server would. */
  readonly as: <T>(actor: Actor, work: (actor: Actor) => Promise<T>) => Promise<T>;
}

/** The day on which the clock of the tests begins: a Wednesday. */
export const today = '2025-03-05';

const regions = [
  ['990000', 'province', null],
  ['990100', 'city', '990000'],
  ['990103', 'county', '990100'],
  ['990200', 'city', '990000'],
] as const;
const units = [
  ['gov', '临江市人民政府办公室', '990100', null],
  ['gxj', '临江市工业和信息化局', '990100', null],
  ['lz-gxj', '芦洲区工业和信息化局', '990103', null],
  ['far', '远山市工业和信息化局', '990200', null],
] as const;
/** Post, name of its holder, unit, title, role, region of the grant, chains, e-mail. */
const posts = [
  ['chief', '链长', 'gov', '副市长', 'chain-chief', '990100', ['textile'], null],
  ['office', '链办主任', 'gxj', '链办主任', 'chain-office', '990100', [], 'office@linjiang.example'],
  ['reviewer', '审核员', 'gxj', '审核员', 'reviewer', '990100', [], null],
  ['clerk', '填报员甲', 'lz-gxj', '科员', 'reporting-clerk', null, [], 'clerk@linjiang.example'],
  ['second', '填报员乙', 'lz-gxj', '科员', 'reporting-clerk', null, [], null],
  ['far', '远山链办主任', 'far', '链办主任', 'chain-office', '990200', [], 'far@yuanshan.example'],
  ['system', '系统管理员', 'gxj', '系统管理员', 'system-admin', null, [], null],
  ['audit', '审计管理员', 'gxj', '审计管理员', 'audit-admin', null, [], null],
] as const;

export async function openOffice<Tables>(): Promise<Office<Tables>> {
  const database = await testDatabase<Tables>();
  await fillOffice(database.owner);
  return {
    ...database,
    clock: steppingClock(`${today}T01:00:00Z`),
    actorOf: async (postId) => {
      const caller = { personId: `p-${postId}`, postId, sessionId: 'session', from: '10.1.2.3' };
      const actor = await asSystem(() => loadActor(database.db, caller, today));
      if (actor === undefined) throw new Error(`no post ${postId}`);
      return actor;
    },
    as: (actor, work) => asAsking({ postId: actor.post?.id ?? '', personId: actor.id }, () => work(actor)),
  };
}

/** The people, posts and grants alone, into an empty database. */
export async function fillOffice<Tables>(owner: Kysely<Tables>): Promise<void> {
  for (const [code, level] of regions)
    await sql`insert into region (code, level) values (${code}, ${level})`.execute(owner);
  for (const [code] of regions)
    for (let above: string | null = code; above !== null; above = parentOf(above))
      await sql`insert into region_closure (ancestor, descendant) values (${above}, ${code})`.execute(owner);
  for (const [id, name, region, parent] of units) {
    await sql`insert into unit (id, name, kind, region_id, parent) values (${id}, ${name}, 'department', ${region}, ${parent})`.execute(
      owner,
    );
    await sql`insert into unit_closure (ancestor, descendant) values (${id}, ${id})`.execute(owner);
  }
  await sql`insert into chain (id, name, region_id) values ('textile', '现代纺织产业链', '990100')`.execute(owner);
  await sql`insert into chain_closure (ancestor, descendant) values ('textile', 'textile')`.execute(owner);
  for (const { id, name, scope, permissions } of roles())
    await sql`insert into access_role (id, name, scope_kind, permissions, built_in)
      values (${id}, ${name}, ${scope}, ${permissions}, true)`.execute(owner);
  for (const [id, name, unit, title, role, region, chains, email] of posts) {
    await sql`insert into person (id, name, email, created_at) values (${`p-${id}`}, ${name}, ${email}, now())`.execute(
      owner,
    );
    await sql`insert into post (id, person_id, unit_id, title, main) values (${id}, ${`p-${id}`}, ${unit}, ${title}, true)`.execute(
      owner,
    );
    await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
      values (${id}, ${role}, ${region}, ${[...chains]}, 'granted', now(), 'test')`.execute(owner);
  }
}

const parentOf = (code: string): string | null => regions.find(([each]) => each === code)?.[2] ?? null;

/** The ready-made roles, as they are. */
function roles(): { id: string; name: string; scope: string; permissions: string[] }[] {
  const file = join(import.meta.dirname, '..', '..', 'packs', 'base', 'roles.yaml');
  return parse(readFileSync(file, 'utf8')).roles;
}
