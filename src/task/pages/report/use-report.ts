import { useEffect, useRef, useState } from 'react';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import type { DutyJson, TaskJson } from '../../contract.ts';
import { deliver } from './deliver.ts';
import { forgetReport, type KeptReport, keepReport } from './kept.ts';
import { faultsOf, figuresOf, isSome } from './values.ts';

const PAUSE_MS = 400;
const RETRY_MS = 15_000;

interface Given {
  readonly task: TaskJson;
  readonly duty: DutyJson;
  readonly owner: string;
  readonly found: KeptReport | null;
}

type Change = Partial<Pick<KeptReport, 'words' | 'problem' | 'help' | 'figures' | 'files'>>;

/** A report while it is written: kept in the browser as it grows, sent when asked, tried again while the line is broken. */
export function useReport({ task, duty, owner, found }: Given, onSent: (task: TaskJson) => void) {
  const [now, setNow] = useState<KeptReport>(() => found ?? fresh(task, duty, owner));
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState<'yes' | 'no' | 'not yet'>(found === null ? 'not yet' : 'yes');
  const running = useRef(false);
  const latest = useRef(now);
  latest.current = now;
  const some = isSome(now);
  const waiting = now.state === 'waiting' && now.refused.length === 0;

  const change = (next: Change): void => {
    setFaults({});
    // What is changed after it was handed in is another report only in its content: the key stays.
    setNow((before) => ({ ...before, ...next, state: 'draft', refused: [], at: new Date().toISOString() }));
  };
  useEffect(() => {
    if (now.state !== 'draft' || running.current) return;
    const timer = setTimeout(() => {
      if (running.current) return;
      if (isSome(now)) void keepReport(now).then((done) => setKept(done ? 'yes' : 'no'));
      else void forgetReport(now.key);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [now]);
  useEffect(() => {
    // A telephone may throw the page away while the camera is open.
    const hide = (): void => {
      const report = latest.current;
      if (document.visibilityState === 'hidden' && report.state === 'draft' && isSome(report) && !running.current)
        void keepReport(report);
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, []);

  const send = async (report: KeptReport): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const outcome = await deliver(report);
      if (outcome.kind === 'sent') onSent(outcome.task);
      if (outcome.kind === 'refused') setNow({ ...report, refused: sentencesOf(outcome.error) });
    } catch (error) {
      setNow({ ...report, refused: sentencesOf(error) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const submit = async (): Promise<void> => {
    const wrong = faultsOf(now, figuresOf(task, duty));
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    const report: KeptReport = { ...now, state: 'waiting', refused: [], at: new Date().toISOString() };
    setNow(report);
    setKept((await keepReport(report)) ? 'yes' : 'no');
    await send(report);
  };
  const drop = async (): Promise<void> => {
    await forgetReport(now.key);
    setFaults({});
    setKept('not yet');
    setNow(fresh(task, duty, owner));
  };

  const again = useRef<() => void>(() => undefined);
  again.current = () => {
    if (waiting) void send(now);
  };
  useEffect(() => {
    if (!waiting) return;
    const run = (): void => again.current();
    const timer = setInterval(run, RETRY_MS);
    window.addEventListener('online', run);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', run);
    };
  }, [waiting]);
  return { now, change, faults, busy, waiting: waiting && !busy, some, kept, submit, drop };
}

const fresh = (task: TaskJson, duty: DutyJson, owner: string): KeptReport => ({
  ...{ key: newKey(), owner, taskId: task.id, dutyId: duty.id, title: task.title, state: 'draft' },
  ...{ words: '', problem: '', help: '', figures: {}, files: [], refused: [] },
  at: new Date().toISOString(),
});

/** Pages over plain http have no randomUUID. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
