import type { AccountJson, HandedLinkJson } from '../../../src/account/contract.ts';
import type { Column } from '../terminal/table.ts';

type ReadonlyRow<T> = { readonly [K in keyof T]: T[K] };

/** What a command about accounts shows. */
export type Shown =
  | { readonly accounts: readonly ReadonlyRow<AccountJson>[] }
  | { readonly links: readonly ReadonlyRow<HandedLinkJson>[] };

const states = { invited: '未启用', active: '正常', locked: '暂时锁定', disabled: '已停用' } as const;
const factors = { bound: '已绑定', due: '应绑定', none: '未绑定' } as const;

export const accountColumns: readonly Column[] = [
  { title: '登录名', max: 30 },
  { title: '姓名', max: 16 },
  { title: '单位', max: 40 },
  { title: '角色', max: 16 },
  { title: '状态', max: 10 },
  { title: '动态口令', max: 8 },
  { title: '最近登录', max: 16 },
];

export const accountRow = (account: ReadonlyRow<AccountJson>): readonly string[] => [
  account.login,
  account.personName,
  account.unitName ?? '',
  account.roleName ?? '',
  states[account.state],
  factors[account.secondFactor],
  account.lastLoginAt === null ? '' : local(account.lastLoginAt),
];

/** One line for each link, to be handed to the person it is for. */
export const linkLines = (links: readonly ReadonlyRow<HandedLinkJson>[], address: string): string =>
  links
    .map(
      ({ personName, login, path, expiresAt }) =>
        `${personName}（${login}）\t${address}${path}\t${local(expiresAt)} 前有效，只能用一次\n`,
    )
    .join('');

/** A moment by the clock of China. */
const local = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
