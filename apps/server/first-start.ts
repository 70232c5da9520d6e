import { openLogins } from '../../platform/secrets/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { type AccountDeps, loadAccountServer } from '../../src/account/index.ts';
import type { ImportDeps } from '../../src/organisation/index.ts';
import { seedDemoOrganisation, seedRegisters } from './organisation.ts';

/** What a server knows before it listens. */
export interface StartParts {
  readonly account: AccountDeps;
  readonly organisation: ImportDeps;
  readonly dataDir: string;
  /** True when the database is the one of the data folder. */
  readonly embedded: boolean;
  /** Address to listen on. */
  readonly host: string;
  /** NODE_ENV as the operator set it. */
  readonly nodeEnv: string | undefined;
}

/** One who comes in by a printed password or link. */
export interface WayIn {
  readonly who: string;
  readonly login: string;
  /** A password, or the path of a one-time link; null where the person has made one of his own. */
  readonly secret: string | null;
}

/** What was made ready, to be printed when the server listens. */
export interface Ready {
  readonly kind: 'demo' | 'links';
  readonly ways: readonly WayIn[];
  /** The posts as which the demo is filled, the first chain office of all first; none without a demo. */
  readonly posts: readonly DemoPost[];
}

/** A post of the demo, with the role and the unit that it has. */
export interface DemoPost {
  readonly personId: string;
  readonly postId: string;
  readonly roleId: string;
  /** Name of its unit. */
  readonly unit: string;
  readonly regionId: string;
}

/**
 * Makes an installation ready to be entered: registers and ready-made roles as this program has them, and the three
 * administrators with one-time links while nobody can come in yet.
 */
export async function prepare({ account, organisation }: StartParts): Promise<Ready> {
  const { firstLinks } = await loadAccountServer();
  await seedRegisters(organisation);
  const links = await firstLinks(systemActor, account);
  const ways = links.map(({ personName, login, path }) => ({ who: personName, login, secret: path }));
  return { kind: 'links', ways, posts: [] };
}

/**
 * Makes the demo ready: the invented city with its units and people, and a login for each. Refuses where a demo may not
 * run (an external database, one that others work in, an address that other machines reach, NODE_ENV=production).
 */
export async function prepareDemo(parts: StartParts): Promise<Ready> {
  const { account, organisation, dataDir, embedded, host, nodeEnv } = parts;
  const { refuseDemo, claimForDemo, seedDemoAccounts } = await loadAccountServer();
  await refuseDemo({ embedded, host, nodeEnv }, account);
  await claimForDemo(systemActor, account);
  const people = await seedDemoOrganisation(organisation);
  const wanted = people.map(({ personId }) => ({ personId, login: personId.replace(/^p-/, '') }));
  const logins = await seedDemoAccounts(systemActor, wanted, openLogins(dataDir), account);
  const ways = logins.map(({ login, password, personName, posts }) => ({
    who: posts[0] ?? personName,
    login,
    secret: password,
  }));
  const posts = people.flatMap((person) =>
    person.posts.map(({ postId, roleId, unit, regionId }) => ({
      ...{ personId: person.personId, postId, roleId, unit, regionId },
    })),
  );
  return { kind: 'demo', ways, posts };
}

/** The lines that tell whoever started the server how to come in. */
export function linesOf({ kind, ways }: Ready, address: string): string[] {
  if (ways.length === 0) return [];
  if (kind === 'links')
    return [
      '还没有人能登录。请用下面的一次性链接设置密码，24 小时内有效，每个只能用一次：',
      ...ways.map(({ who, secret }) => `  ${who}  ${address}${secret}`),
    ];
  const width = Math.max(...ways.map(({ who }) => widthOf(who)));
  const loginWidth = Math.max(...ways.map(({ login }) => login.length));
  return [
    '用浏览器打开上面的地址，用下面任何一个账号登录；链办主任能导入、核定和发布方案。',
    '演示账号的密码只在这台机器上生成，存在数据目录的 demo-logins.json：',
    ...ways.map(
      ({ who, login, secret }) =>
        `  ${who}${' '.repeat(width - widthOf(who))}  ${login.padEnd(loginWidth)}  ${secret ?? '（已改过密码）'}`,
    ),
  ];
}

/** Columns of a terminal: a Chinese sign takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
