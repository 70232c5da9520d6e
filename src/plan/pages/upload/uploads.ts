import { useSyncExternalStore } from 'react';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import type { ImportJobJson } from '../../contract.ts';
import { followImport } from './follow-import.ts';
import { sendFile } from './send-file.ts';

/** Where a file is on its way; the last two are the ends. */
export type Stage = 'waiting' | 'sending' | ImportJobJson['state'];

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly stage: Stage;
  readonly plans: ImportJobJson['plans'];
  /** Why it was refused. */
  readonly sentences: readonly string[];
  readonly as: EditionOf | null;
}

/** The plan whose next edition the file is, and which of its documents. */
export interface EditionOf {
  readonly planId: string;
  readonly part: number | null;
}

/** As many at a time as the server has readers for. */
const AT_ONCE = 2;

let uploads: readonly Upload[] = [];
let next = 1;
const listeners = new Set<() => void>();
const whenDone = new Set<(upload: Upload) => void>();

const set = (changed: readonly Upload[]): void => {
  uploads = changed;
  for (const listener of listeners) listener();
};
const put = (id: number, fields: Partial<Upload>): void =>
  set(uploads.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)));

export const isOver = ({ stage }: Upload): boolean => stage === 'done' || stage === 'refused';

/** Puts files in the queue; they go on while the person looks at other pages. */
export function upload(files: readonly File[], as: EditionOf | null = null): void {
  const added = files.map((file): Upload => {
    next += 1;
    return { id: next, file, stage: 'waiting', plans: [], sentences: [], as };
  });
  set([...uploads.filter((each) => !isOver(each)), ...added]);
  pump();
}

/** Takes the finished ones off the screen. */
export const clearUploads = (): void => set(uploads.filter((each) => !isOver(each)));

function pump(): void {
  const running = uploads.filter((each) => each.stage !== 'waiting' && !isOver(each)).length;
  for (const waiting of uploads.filter((each) => each.stage === 'waiting').slice(0, Math.max(0, AT_ONCE - running)))
    void run(waiting);
}

async function run({ id, file, as }: Upload): Promise<void> {
  put(id, { stage: 'sending' });
  try {
    const accepted = await sendFile(file, as);
    const job = await followImport(accepted, ({ state }) => put(id, { stage: state }));
    put(id, { stage: job.state, plans: job.plans, sentences: job.refusals.map((refusal) => refusal.message) });
  } catch (error) {
    put(id, { stage: 'refused', sentences: sentencesOf(error) });
  }
  const finished = uploads.find((each) => each.id === id);
  if (finished) for (const listener of whenDone) listener(finished);
  pump();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useUploads = (): readonly Upload[] => useSyncExternalStore(subscribe, () => uploads);

/** Is told of each file that came to its end; gives the way to stop listening. */
export const onUploadDone = (listener: (upload: Upload) => void): (() => void) => {
  whenDone.add(listener);
  return () => whenDone.delete(listener);
};
