import { useState } from 'react';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';

/** Something that one press does: it cannot be pressed again meanwhile, and says how it went. */
export function useTried(): readonly [busy: boolean, run: (work: () => Promise<void>, done: string) => void] {
  const [busy, setBusy] = useState(false);
  const tried = async (work: () => Promise<void>, done: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      notify(done);
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return [busy, (work, done) => void tried(work, done)];
}
