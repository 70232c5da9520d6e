import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../remembered.ts';

/** `system` follows the machine; the other two are a person's choice and are remembered. */
export type ThemeChoice = 'light' | 'dark' | 'system';
export type Theme = 'light' | 'dark';

const NAME = 'theme';
const listeners = new Set<() => void>();
const machine = window.matchMedia('(prefers-color-scheme: dark)');

function chosen(): ThemeChoice {
  const value = remembered(NAME);
  return value === 'light' || value === 'dark' ? value : 'system';
}

let choice = chosen();

const resolve = (): Theme => (choice === 'system' ? (machine.matches ? 'dark' : 'light') : choice);

function apply(): void {
  document.documentElement.dataset.theme = resolve();
  for (const listener of listeners) listener();
}

machine.addEventListener('change', apply);
// The machine may have turned between the first paint and now.
apply();

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  remember(NAME, next === 'system' ? null : next);
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, resolve);
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice);
