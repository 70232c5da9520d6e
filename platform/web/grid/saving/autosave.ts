/**
 * When changes are sent: a little after the last one, and not much after the first; one request at a time; later and later
 * while the connection is down; at once when it is back. Pure: what happened and when goes in, when to send comes out.
 * Which cells are sent is another matter (slot.ts).
 */
export interface Autosave {
  /**
   * rest: nothing is waiting. waiting: something will be sent at `dueAt`. sending: one request is on its way. dropped: the
   * last one was not answered, tried again at `dueAt`. stopped: the server refused all of it, `words` says why; a person
   * decides when to try again.
   */
  readonly phase: 'rest' | 'waiting' | 'sending' | 'dropped' | 'stopped';
  /** Milliseconds, as the clock of the events counts; null: not by itself. */
  readonly dueAt: number | null;
  /** When the oldest change that waits was made. */
  readonly since: number | null;
  /** Requests without an answer in a row. */
  readonly attempts: number;
  readonly words: string | null;
}

export type SaveEvent =
  /** Something that can be sent has changed. */
  | { readonly kind: 'changed'; readonly now: number }
  | { readonly kind: 'began' }
  /** `more`: there is something left that can be sent. */
  | { readonly kind: 'answered'; readonly more: boolean; readonly now: number }
  | { readonly kind: 'dropped'; readonly now: number }
  | { readonly kind: 'stopped'; readonly words: string }
  /** The connection is back, the person asks for it, or the page is about to be left. */
  | { readonly kind: 'at-once'; readonly now: number };

export const restMs = 800;
export const patienceMs = 3000;
const firstRetryMs = 1000;
const lastRetryMs = 30_000;

export const atRest: Autosave = { phase: 'rest', dueAt: null, since: null, attempts: 0, words: null };

/** How it stands after something happened. */
export function next(state: Autosave, event: SaveEvent): Autosave {
  switch (event.kind) {
    case 'changed':
      return changed(state, event.now);
    case 'began':
      return { ...state, phase: 'sending', dueAt: null, since: null, words: null };
    case 'answered':
      return event.more ? { ...atRest, phase: 'waiting', dueAt: event.now, since: event.now } : atRest;
    case 'dropped': {
      const attempts = state.attempts + 1;
      const pause = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 10));
      return { phase: 'dropped', dueAt: event.now + pause, since: null, attempts, words: null };
    }
    case 'stopped':
      return { phase: 'stopped', dueAt: null, since: null, attempts: 0, words: event.words };
    case 'at-once':
      // What is out may still fail for the connection that was lost: then it is tried again soon, not after a long pause.
      if (state.phase === 'sending') return { ...state, attempts: 0 };
      if (state.phase === 'rest') return state;
      return { ...state, dueAt: event.now };
  }
}

/** Typing goes on meanwhile: while a request is out or the connection is down the change just waits with the others. */
function changed(state: Autosave, now: number): Autosave {
  if (state.phase === 'sending' || state.phase === 'dropped') return state;
  const since = state.since ?? now;
  return { ...state, phase: 'waiting', since, dueAt: Math.min(now + restMs, since + patienceMs), words: null };
}
