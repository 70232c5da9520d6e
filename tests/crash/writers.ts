import { setTimeout as pause } from 'node:timers/promises';
import { ApiRefused, type CallInput, call } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import { planApi } from '../../src/plan/contract.ts';
import { workApi } from '../../src/work/contract.ts';
import type { Victim } from './victim.ts';

/** What one writer was told that it is done. */
export interface Writer {
  /** Everything that was acknowledged, in order. */
  readonly acknowledged: readonly string[];
  /** What was asked when the line broke: done or not, nobody said. */
  readonly unanswered: readonly string[];
  /** Ends it after what it is doing; throws what went wrong. */
  readonly finish: () => Promise<void>;
}

/** As somebody who acts as a post; a line that breaks is `null`, any other refusal an error of the test. */
export async function ask<E extends Endpoint>(
  victim: Victim,
  post: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E> | null> {
  try {
    return await call(victim.address(), endpoint, { ...input, headers: { 'x-post': post } } as CallInput<E>);
  } catch (cause) {
    // 0: nobody answered; 503: no database; 500: the connection to it broke in the middle.
    if (cause instanceof ApiRefused && [0, 500, 503].includes(cause.status)) return null;
    throw cause;
  }
}

/** Asks until there is an answer. */
export async function askOn<E extends Endpoint>(
  victim: Victim,
  post: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  for (;;) {
    const answer = await ask(victim, post, endpoint, input);
    if (answer !== null) return answer;
    await pause(50);
  }
}

/** Gives work to a clerk, one item after another; titles tell them apart. */
export function giver(victim: Victim, name: string): Writer {
  return writing(async (count, kept) => {
    const title = `${name} 第 ${count} 件`;
    const body = { title, to: [{ kind: 'post', id: 'clerk' } as const] };
    const answer = await ask(victim, 'office', workApi.giveWork, { body });
    (answer === null ? kept.unanswered : kept.acknowledged).push(title);
    return answer !== null;
  });
}

/** Corrects one item of a plan again and again, each time with another value. */
export function corrector(victim: Victim, planId: string, itemId: string): Writer {
  let revision: number | null = null;
  return writing(async (count, kept) => {
    const draft = revision === null ? await ask(victim, 'office', planApi.readDraft, { params: { planId } }) : null;
    revision ??= draft?.revision ?? null;
    if (revision === null) return false;
    const title = `第 ${count} 次`;
    const input = { params: { planId, itemId }, body: { revision, content: { title } } };
    const answer = await ask(victim, 'office', planApi.correctItem, input);
    revision = answer?.revision ?? null;
    (answer === null ? kept.unanswered : kept.acknowledged).push(title);
    return answer !== null;
  });
}

interface Kept {
  readonly acknowledged: string[];
  readonly unanswered: string[];
}

/** Does steps until it is finished; after one that was not answered it waits a moment. */
export function writing(step: (count: number, kept: Kept) => Promise<boolean>): Writer {
  const kept: Kept = { acknowledged: [], unanswered: [] };
  let finished = false;
  const work = (async () => {
    for (let count = 1; !finished; count += 1) if (!(await step(count, kept))) await pause(50);
  })();
  // A fault is told by finish; until then it must not end the test's process.
  work.catch(() => undefined);
  return {
    ...kept,
    finish: () => {
      finished = true;
      return work;
    },
  };
}
