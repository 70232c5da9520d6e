import { useEffect, useRef, useState } from 'react';
import { ApiRefused, addressFor, type RefusalMessage } from '../../../../platform/web/api.ts';
import { saveFile } from '../../../../platform/web/download.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { postEvents, postForFile } from '../../../../platform/web/post-events.ts';
import { policyApi, type TrialAnswer, type TrialEvent, type TrialQueryJson } from '../../contract.ts';

/** What is to be tried, on whom. */
export interface TrialInput {
  readonly policyId: string;
  readonly query: TrialQueryJson;
  /** Null: invented enterprises. */
  readonly file: File | null;
}

export type TrialState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly rows: number; readonly percent: number }
  | { readonly kind: 'done'; readonly answer: TrialAnswer; readonly input: TrialInput }
  | { readonly kind: 'refused'; readonly refusals: readonly Pick<RefusalMessage, 'field' | 'message'>[] };

const formOf = ({ file }: TrialInput): FormData | null => {
  if (file === null) return null;
  const form = new FormData();
  form.set('file', file, file.name);
  return form;
};

/** Runs one trial at a time; a new one, leaving the page or `stop` ends the one before, also on the server. */
export function useTrial() {
  const [state, setState] = useState<TrialState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (input: TrialInput): Promise<void> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ kind: 'running', rows: 0, percent: 0 });
    const address = addressFor(policyApi.tryPolicy, { policyId: input.policyId }, input.query);
    let ended = false;
    try {
      await postEvents<TrialEvent>(address, formOf(input), control.signal, (event) => {
        if (control.signal.aborted) return;
        ended ||= event.kind !== 'progress';
        setState(stateAfter(event, input));
      });
      if (!ended) setState({ kind: 'refused', refusals: [{ message: '试算没有做完就断了，没有结果。请再试一次。' }] });
    } catch (error) {
      if (control.signal.aborted) return;
      setState({ kind: 'refused', refusals: refusalsIn(error) });
    }
  };
  const stop = (): void => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, run, stop };
}

function stateAfter(event: TrialEvent, input: TrialInput): TrialState {
  switch (event.kind) {
    case 'progress':
      return {
        ...{ kind: 'running', rows: event.rows },
        percent:
          event.of === 0 ? 0 : Math.min(99, Math.round((100 * Math.max(event.done, fromRows(event))) / event.of)),
      };
    case 'report':
      return { kind: 'done', answer: event.answer, input };
    case 'refused':
      return { kind: 'refused', refusals: event.refusals };
  }
}

/** Of invented enterprises all is a number of them; of a file it is bytes, which are far more than its rows. */
const fromRows = ({ rows, of, done }: Extract<TrialEvent, { kind: 'progress' }>): number =>
  done === 0 && rows <= of ? rows : 0;

export const refusalsIn = (error: unknown): readonly Pick<RefusalMessage, 'field' | 'message'>[] =>
  error instanceof ApiRefused ? error.refusals : sentencesOf(error).map((message) => ({ message }));

/** Runs it again for a file to keep: the server has nothing left of the run before. */
export async function saveTrial({ policyId, query, file }: TrialInput, format: 'xlsx' | 'csv'): Promise<void> {
  const address = addressFor(policyApi.exportTrial, { policyId }, { ...query, format });
  await saveFile(await postForFile(address, formOf({ policyId, query, file }), new AbortController().signal));
}
