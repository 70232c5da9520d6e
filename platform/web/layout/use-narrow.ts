import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 900px)');

const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** True on a telephone or a small tablet, where two panes do not fit beside each other. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
