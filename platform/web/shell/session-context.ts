import { createContext, useContext } from 'react';
import type { Permission } from '../../../src/access/index.ts';
import type { SessionJson } from '../../../src/account/contract.ts';

/** The session of the person before the screen; null on pages that stand outside of the frame. */
export const SessionContext = createContext<SessionJson | null>(null);
export const useSession = (): SessionJson | null => useContext(SessionContext);

/** Whether the present post may do something, for buttons that would only be refused. The server decides. */
export function useMay(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}
