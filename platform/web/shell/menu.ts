import type { Requirement } from '../../../src/access/index.ts';

/** The groups of the menu, in order. */
export const menuGroups = ['工作', '方案', '调度', '指标', '企业', '政策', '机构', '安全', '审计', '系统'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** One line of the menu at the left. Each slice brings its own beside its routes. */
export interface MenuEntry {
  readonly group: MenuGroup;
  readonly title: string;
  readonly to: string;
  /** Who sees it: whose post holds this permission, or everybody who has come in. */
  readonly permission: Exclude<Requirement, 'anyone'>;
  /** Who holds this does not see it: for whom there is a line of his own. */
  readonly without?: Exclude<Requirement, 'anyone' | 'signed-in'>;
  /** Place within the group, the smallest first. */
  readonly order: number;
  /** Other words that the search for pages finds it by. */
  readonly words?: string;
}

export interface MenuPart {
  readonly group: MenuGroup;
  readonly entries: readonly MenuEntry[];
}

/** The menu for a post: only what it may open, by groups, without empty ones. */
export function menuFor(entries: readonly MenuEntry[], permissions: readonly string[]): readonly MenuPart[] {
  const allowed = entries.filter(
    ({ permission, without }) =>
      (permission === 'signed-in' || permissions.includes(permission)) &&
      (without === undefined || !permissions.includes(without)),
  );
  return menuGroups
    .map((group) => ({
      group,
      entries: allowed.filter((entry) => entry.group === group).sort((a, b) => a.order - b.order),
    }))
    .filter((part) => part.entries.length > 0);
}

/** The entry that a path belongs to: the one with the longest address that the path begins with. */
export function entryAt(entries: readonly MenuEntry[], path: string): MenuEntry | null {
  const fitting = entries.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return fitting.reduce<MenuEntry | null>(
    (longest, entry) => (longest === null || entry.to.length > longest.to.length ? entry : longest),
    null,
  );
}

export interface Crumb {
  readonly title: string;
  /** Null: this page itself, or a group, which has none. */
  readonly to: string | null;
}

/** Where a page stands: its group, its entry of the menu, and the page itself when it lies below the entry. */
export function crumbsFor(entries: readonly MenuEntry[], path: string, pageTitle: string): readonly Crumb[] {
  const entry = entryAt(entries, path);
  if (entry === null) return pageTitle === '' ? [] : [{ title: pageTitle, to: null }];
  const group = { title: entry.group, to: null };
  if (path === entry.to || pageTitle === '') return [group, { title: entry.title, to: null }];
  return [group, { title: entry.title, to: entry.to }, { title: pageTitle, to: null }];
}
