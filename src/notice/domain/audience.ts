import type { Permission, Place } from '../../access/domain/index.ts';

/**
 * Whom a message is for: one person; whoever holds a post; everybody of a unit; or every post whose role has the
 * permission over the place. Who that is, is found out when the message is spread, on the day.
 */
export type Audience =
  | { readonly to: 'person'; readonly id: string }
  | { readonly to: 'post'; readonly id: string }
  | { readonly to: 'unit'; readonly id: string }
  | { readonly to: 'holders'; readonly permission: Permission; readonly place: Place };

/** Whether somebody of this id can be told anything: the platform's own actors cannot. */
export const isTold = (personId: string): boolean => !personId.startsWith('@');
