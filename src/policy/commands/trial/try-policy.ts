import { setTimeout as pause } from 'node:timers/promises';
import { checked } from '../../../../platform/http/check.ts';
import { refusedAnswer } from '../../../../platform/http/errors.ts';
import { type WorkerPool, workerPool } from '../../../../platform/jobs/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import {
  type ChangeJson,
  ChangesSchema,
  type TrialAnswer,
  type TrialEvent,
  type TrialQueryJson,
} from '../../contract/sandbox.ts';
import type { TrialPlan } from '../../domain/index.ts';
import { dayAsked, type PolicyDeps } from '../deps.ts';
import { shownPolicy } from '../shelf.ts';
import { progressIn, progressMemory, stop } from './progress.ts';
import { compiledSides, type People, type TrialTask } from './task.ts';

const usual = { permille: 10, least: 1000, seed: 2025 } as const;
const lookMs = 200;

export interface TrialAsked extends TrialQueryJson {
  readonly policyId: string;
  /** Null: invented people. */
  readonly file: { readonly fileName: string; readonly bytes: Uint8Array } | null;
}

/**
 * Tries a changed policy on a file of enterprises or on invented ones, in a thread, and tells how far it is until it is
 * done. Nothing of the file outlives the run: whoever goes away ends it. Refuses changes that cannot be calculated before
 * anything is told; `noteFault` hears of faults of our own.
 */
export function tryPolicy(
  actor: Actor,
  asked: TrialAsked,
  deps: PolicyDeps,
  noteFault: (cause: unknown) => void,
): AsyncGenerator<TrialEvent> {
  permit(actor, 'policy.try');
  return events({ ...taskOf(asked, deps), want: 'report' }, noteFault);
}

/** The whole report as a workbook, or what everybody gets as comma-separated values. */
export async function exportTrial(
  actor: Actor,
  { format, ...asked }: TrialAsked & { readonly format: 'xlsx' | 'csv' },
  deps: PolicyDeps,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  permit(actor, 'policy.try');
  const task: TrialTask = { ...taskOf(asked, deps), want: format };
  const bytes = (await pool().run(task)) as Uint8Array;
  return { name: `${task.content.title}试算.${format}`, bytes };
}

async function* events(task: TrialTask, noteFault: (cause: unknown) => void): AsyncGenerator<TrialEvent> {
  const { progress } = task;
  let outcome: TrialEvent | null = null;
  const done = pool()
    .run(task)
    .then(
      (answer) => {
        outcome = { kind: 'report', answer: answer as TrialAnswer };
      },
      (cause: unknown) => {
        const ours = !(cause instanceof RefusalError);
        if (ours) noteFault(cause);
        const refusals = ours ? [{ code: 'trial-broken' }] : cause.refusals;
        outcome = { kind: 'refused', ...refusedAnswer(refusals) };
      },
    );
  try {
    for (;;) {
      const waited = pause(lookMs);
      await Promise.race([done, waited]);
      if (outcome !== null) break;
      yield { kind: 'progress', ...progressIn(progress) };
    }
    yield outcome;
  } finally {
    stop(progress);
  }
}

let threads: WorkerPool<TrialTask> | null = null;

/** Threads of their own, so that a trial of many waits for other trials at most. They start with the first one. */
function pool(): WorkerPool<TrialTask> {
  const module = new URL('./trial-worker.ts', import.meta.url);
  threads ??= workerPool({ module, workers: 2, seconds: 600, megabytes: 1024, waiting: 8 });
  return threads;
}

type Prepared = Omit<TrialTask, 'want'>;

function taskOf(asked: TrialAsked, deps: PolicyDeps): Prepared {
  const on = dayAsked(asked.on, deps);
  const { pack } = shownPolicy(deps.shelf, asked.policyId, on);
  const { content, hash } = pack;
  const changes = changesOf(asked.changes);
  compiledSides(content, deps.shelf.facts, { hash, on, changes });
  const window = windowOf(asked, on);
  const { permille = usual.permille, least = usual.least, budget } = asked;
  return {
    ...{ content, hash, facts: deps.shelf.facts.facts, on, changes, permille, least },
    budget: budget === undefined ? null : { yuan: budget, window },
    people: peopleOf(asked, window),
    progress: progressMemory(),
  };
}

function changesOf(text: string | undefined): readonly ChangeJson[] {
  if (text === undefined || text === '') return [];
  try {
    return checked(ChangesSchema, JSON.parse(text), 'changes');
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    throw new RefusalError({ code: 'form-wrong', field: 'changes', given: text.slice(0, 80), limit: 'JSON' });
  }
}

/** Days in which claims come: those asked for, or the year of the day. */
function windowOf({ from, to }: TrialAsked, on: string): NonNullable<TrialPlan['budget']>['window'] {
  const year = on.slice(0, 4);
  const window = { from: from ?? `${year}-01-01`, to: to ?? `${year}-12-31` };
  const days = (Date.parse(window.to) - Date.parse(window.from)) / 86_400_000;
  if (!(days >= 0 && days <= 3660))
    throw new RefusalError({ code: 'trial-window', field: 'to', given: window.to, limit: window.from });
  return window;
}

function peopleOf({ file, demo, seed = usual.seed }: TrialAsked, window: { from: string; to: string }): People {
  if (file !== null) return { kind: 'file', name: file.fileName, bytes: file.bytes };
  if (demo === undefined) throw new RefusalError({ code: 'file-missing', field: 'file' });
  return { kind: 'demo', count: demo, seed, applying: window };
}
