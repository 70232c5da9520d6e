import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../../../../platform/web/remembered.ts';

/** Whether the menu is folded to its signs; the browser remembers, and the person's settings do. */
const NAME = 'menu';
const listeners = new Set<() => void>();
let folded = remembered(NAME) === 'folded';

export function foldMenu(next: boolean): void {
  if (next === folded) return;
  folded = next;
  remember(NAME, next ? 'folded' : null);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useMenuFolded = (): boolean => useSyncExternalStore(subscribe, () => folded);
