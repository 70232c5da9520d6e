import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react';
import type { Permission } from '../../../src/access/index.ts';
import { useSession } from './session-context.ts';

/** What a slice puts at the top of the first page of some roles. */
export interface DeskPart {
  readonly key: string;
  /** Roles whose first page it is; whoever acts for one of them sees it too. */
  readonly roles: readonly string[];
  readonly permission: Permission;
  readonly Part: LazyExoticComponent<ComponentType>;
}

/** All of them; the application says, so that the first page knows no other slice. */
export const DeskPartsContext = createContext<readonly DeskPart[]>([]);

/** Those that belong on the first page of the present post. */
export function useDeskParts(): readonly DeskPart[] {
  const all = useContext(DeskPartsContext);
  const session = useSession();
  const role = session?.post?.roleId ?? null;
  if (session === null || role === null) return [];
  return all.filter(({ roles, permission }) => roles.includes(role) && session.permissions.includes(permission));
}
