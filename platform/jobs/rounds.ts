import { setTimeout as pause } from 'node:timers/promises';

export interface Rounds {
  /** Finishes the round that is under way, if that does not take too long; what is cut short is as after a crash. */
  readonly stop: () => Promise<void>;
}

interface RoundsOptions {
  /** Gives how much it did; 0: there was nothing to do, and the next round comes after a rest. */
  readonly round: () => Promise<number>;
  /** Is told what goes wrong; the next round then waits longer. */
  readonly onFault: (cause: unknown) => void;
  readonly restMs?: number;
}

const afterFaultMs = 10_000;
const patienceMs = 10_000;

/** Does round after round until it is stopped, at once again while there is something to do and else after a rest. */
export function startRounds({ round, onFault, restMs = 1_000 }: RoundsOptions): Rounds {
  const stopping = new AbortController();
  const rest = (ms: number) => pause(ms, null, { signal: stopping.signal, ref: false }).catch(() => null);
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        if ((await round()) === 0) await rest(restMs);
      } catch (cause) {
        if (stopping.signal.aborted) return;
        onFault(cause);
        await rest(afterFaultMs);
      }
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([running, pause(patienceMs, null, { ref: false })]);
    },
  };
}
