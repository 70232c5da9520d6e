import { useEffect, useRef, useState } from 'react';
import { addressFor } from '../../../../platform/web/api.ts';
import { auditApi, type VerificationJson } from '../../contract.ts';

/** What of the log is to be checked. */
export interface CheckWanted {
  readonly since?: string;
  readonly expect?: string;
}

export interface Check {
  /** Null before the first check. */
  readonly state: VerificationJson | null;
  readonly running: boolean;
  start(wanted: CheckWanted): void;
  stop(): void;
}

const lost: VerificationJson = {
  ...{ state: 'failed', done: 0, of: 0, first: null, last: null, seq: null },
  message: '核验中断了。请确认网络和登录状态，再试一次。',
};

/** Runs a check on the server and follows it; leaving the page stops it. */
export function useCheck(onEnd: () => void): Check {
  const [state, setState] = useState<VerificationJson | null>(null);
  const source = useRef<EventSource | null>(null);
  const close = (): void => {
    source.current?.close();
    source.current = null;
  };
  useEffect(() => () => source.current?.close(), []);
  const start = (wanted: CheckWanted): void => {
    close();
    setState({ ...lost, state: 'checking', message: null });
    const events = new EventSource(addressFor(auditApi.verify, undefined, wanted));
    source.current = events;
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const next: VerificationJson = JSON.parse(data);
      setState(next);
      if (next.state === 'checking') return;
      close();
      onEnd();
    };
    // A source would ask again by itself, and so start another check.
    events.onerror = () => {
      close();
      setState(lost);
    };
  };
  const stop = (): void => {
    close();
    setState(null);
  };
  return { state, running: state?.state === 'checking', start, stop };
}
