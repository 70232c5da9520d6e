/** A short word about what just happened, shown for some seconds and read aloud by screen readers. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'bad';
  /** One thing to do about it, for example to take it back. */
  readonly action?: { readonly label: string; run(): void };
}

const SECONDS_GOOD = 5;
const SECONDS_BAD = 12;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

const set = (changed: readonly Toast[]): void => {
  toasts = changed;
  for (const listener of listeners) listener();
};

export function notify(text: string, more: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  const toast: Toast = { id: next, text, tone: 'good', ...more };
  next += 1;
  // The newest only: a reviewer who confirms ten items a minute must not drown in words.
  set([...toasts.filter((each) => each.tone === 'bad').slice(-2), toast]);
  setTimeout(() => dismiss(toast.id), (toast.tone === 'bad' ? SECONDS_BAD : SECONDS_GOOD) * 1000);
}

export const dismiss = (id: number): void => set(toasts.filter((toast) => toast.id !== id));
export const currentToasts = (): readonly Toast[] => toasts;
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
