import { setTimeout as pause } from 'node:timers/promises';
import { asSystem } from '../../../platform/db/index.ts';
import type { NoteFault } from '../../../platform/http/errors.ts';
import type { NoticeDeps } from './deps.ts';
import { dispatch } from './dispatch.ts';
import { spreadNotices } from './spread.ts';

export interface Dispatcher {
  /** Finishes the round that is under way, if that does not take too long; what is cut short is as after a crash. */
  readonly stop: () => Promise<void>;
}

const restMs = 1_000;
const afterFaultMs = 10_000;
const patienceMs = 10_000;

/**
 * Dispatches round after round until it is stopped, at once again while there is something to do and else every second.
 * A fault is noted and the next round waits a little longer. Where nothing may leave the house (`sends` is false)
 * messages still reach their readers, and what is to be sent waits.
 */
export function startDispatcher(deps: NoticeDeps, noteFault: NoteFault, sends: boolean): Dispatcher {
  const stopping = new AbortController();
  const rest = (ms: number) => pause(ms, null, { signal: stopping.signal, ref: false }).catch(() => null);
  const running = asSystem(async () => {
    while (!stopping.signal.aborted) {
      try {
        if ((await (sends ? dispatch(deps) : spreadNotices(deps))) === 0) await rest(restMs);
      } catch (cause) {
        if (stopping.signal.aborted) return;
        noteFault('dispatcher', cause);
        await rest(afterFaultMs);
      }
    }
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([running, pause(patienceMs, null, { ref: false })]);
    },
  };
}
