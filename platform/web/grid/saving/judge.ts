import { ApiRefused } from '../../api.ts';
import { sentencesOf } from '../../feedback/failure.tsx';
import type { Judged } from './saver.ts';

/** No answer, or one of a server that is down or busy, is worth another try by itself; a refusal needs a person. */
export function judgeFailure(error: unknown): Judged {
  const status = error instanceof ApiRefused ? error.status : null;
  const isPassing = status === 0 || status === 408 || status === 429 || (status !== null && status >= 500);
  return isPassing || error instanceof TypeError
    ? { kind: 'dropped' }
    : { kind: 'stopped', words: sentencesOf(error).join('') };
}
