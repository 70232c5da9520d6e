import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { keyOf } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { tasksApi } from '../../contract.ts';
import { deliver } from './deliver.ts';
import { type KeptReport, keptReports, onKeptChange } from './kept.ts';

const PAUSE_MS = 20_000;

export interface Unsent {
  readonly reports: readonly KeptReport[];
  readonly busy: boolean;
  /** Tries now. */
  again(): void;
}

/**
 * The reports that are handed in and not on the server yet. While one of these pages is open they are tried again whenever
 * the network is back, and every twenty seconds, but not those that the server has refused: a person has to look at them.
 */
export function useUnsent(): Unsent {
  const owner = useSession()?.person?.id ?? '';
  const client = useQueryClient();
  const [reports, setReports] = useState<readonly KeptReport[]>([]);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const again = async (alsoRefused: boolean): Promise<void> => {
    if (running.current || owner === '') return;
    running.current = true;
    try {
      const waiting = (await keptReports(owner)).filter(({ state }) => state === 'waiting');
      for (const report of waiting) {
        if (report.refused.length > 0 && !alsoRefused) continue;
        setBusy(true);
        const outcome = await deliver(report);
        if (outcome.kind === 'unreachable') break;
        if (outcome.kind !== 'sent') continue;
        notify(`“${report.title}”的进展已报送。`);
        client.setQueryData(keyOf(tasksApi.readTask, { taskId: report.taskId }), outcome.task);
        for (const endpoint of [tasksApi.listTasks, tasksApi.listDuties])
          void client.invalidateQueries({ queryKey: keyOf(endpoint) });
      }
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (owner === '') return;
    let gone = false;
    const look = (): void =>
      void keptReports(owner).then((all) => {
        if (!gone) setReports(all.filter(({ state }) => state === 'waiting'));
      });
    const run = (): void => void latest.current(false);
    look();
    run();
    const stop = onKeptChange(look);
    const timer = setInterval(run, PAUSE_MS);
    window.addEventListener('online', run);
    return () => {
      gone = true;
      stop();
      clearInterval(timer);
      window.removeEventListener('online', run);
    };
  }, [owner]);
  return { reports, busy, again: () => void latest.current(true) };
}
