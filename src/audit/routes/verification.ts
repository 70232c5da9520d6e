import { say } from '../../../platform/messages/index.ts';
import type { VerifyLog } from '../commands/verify-log.ts';
import type { VerificationJson } from '../contract.ts';
import type { Head } from '../domain/chain.ts';
import type { Verdict } from '../domain/verify.ts';

const begun: VerificationJson = {
  ...{ state: 'checking', done: 0, of: 0, first: null, last: null, seq: null, message: null },
};

/** A check under way: what it has come to so far. */
export interface RunningCheck {
  readonly state: () => VerificationJson;
  readonly stop: () => void;
}

/** Starts a check beside the request, so that its progress can be told; `failed` is told a fault of ours. */
export function startCheck(
  check: (progress: (done: number, of: number) => void) => Promise<Verdict>,
  failed: (cause: unknown) => void,
): RunningCheck {
  let state = begun;
  let stopped = false;
  const progress = (done: number, of: number): void => {
    if (stopped) throw new Error('stopped');
    state = { ...state, done, of: Math.max(done, of) };
  };
  check(progress)
    .then((verdict) => {
      state = { ...state, ...resultOf(verdict) };
    })
    .catch((cause: unknown) => {
      state = { ...state, state: 'failed', message: '核验没有做完。请再试一次；一直这样时，请检查数据库。' };
      if (!stopped) failed(cause);
    });
  return {
    state: () => state,
    stop: () => {
      stopped = true;
    },
  };
}

function resultOf(verdict: Verdict): Partial<VerificationJson> {
  const { count } = verdict;
  if (!verdict.ok) return { state: 'broken', done: count, seq: verdict.seq, message: say(verdict.broken) };
  return { state: 'sound', done: count, of: count, first: verdict.first, last: verdict.last };
}

/** `12:sm3:…` as a head; the contract has checked its form. */
export function headOf(text: string): Head {
  const colon = text.indexOf(':');
  return { seq: Number(text.slice(0, colon)), hash: text.slice(colon + 1) };
}

/** The query of a verification as the command takes it. */
export const verifyQuery = (query: {
  readonly since?: string | undefined;
  readonly expect?: string | undefined;
}): VerifyLog => ({
  since: query.since,
  expect: query.expect === undefined ? undefined : headOf(query.expect),
});
