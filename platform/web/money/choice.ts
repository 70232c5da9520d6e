import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../remembered.ts';
import type { MoneyChoice } from './money.ts';

/** In which unit a person wants sums; the browser remembers, and the frame keeps it with the person's settings too. */
const NAME = 'money';
const listeners = new Set<() => void>();

export const isMoneyChoice = (text: unknown): text is MoneyChoice =>
  text === 'auto' || text === 'yuan' || text === 'wan' || text === 'yi';

const given = remembered(NAME);
let choice: MoneyChoice = isMoneyChoice(given) ? given : 'auto';

export function chooseMoney(next: MoneyChoice): void {
  if (next === choice) return;
  choice = next;
  remember(NAME, next === 'auto' ? null : next);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useMoneyChoice = (): MoneyChoice => useSyncExternalStore(subscribe, () => choice);
