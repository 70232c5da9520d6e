import { asSystem } from '../../../platform/db/index.ts';
import type { NoteFault } from '../../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../../platform/jobs/index.ts';
import type { NoticeDeps } from './deps.ts';
import { dispatch } from './dispatch.ts';
import { spreadNotices } from './spread.ts';

export type Dispatcher = Rounds;

/**
 * Dispatches round after round until it is stopped. A fault is noted and the next round waits a little longer. Where
 * nothing may leave the house (`sends` is false) messages still reach their readers, and what is to be sent waits.
 */
export function startDispatcher(deps: NoticeDeps, noteFault: NoteFault, sends: boolean): Dispatcher {
  return asSystem(() =>
    startRounds({
      round: () => (sends ? dispatch(deps) : spreadNotices(deps)),
      onFault: (cause) => noteFault('dispatcher', cause),
    }),
  );
}
