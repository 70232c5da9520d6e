import { sm3 } from '../../../../platform/digest/index.ts';
import { type FactDeps, loadEnterpriseFacts } from '../../../enterprise/index.ts';
import type { CompiledPolicy } from '../../../policy/index.ts';
import type { CompiledEdition } from '../../domain/index.ts';
import type { JudgeAnswer } from './judge-worker.ts';
import { setupOf } from './setup.ts';
import type { BlockSums } from './sums.ts';
import { judging, judgingThreads } from './threads.ts';

export type { BlockSums } from './sums.ts';

/**
 * Judges every enterprise of the register by some editions, and by policies in the same pass, from its columns: two threads
 * work on them as they come. As the system.
 */
export async function* judgeAll(
  deps: FactDeps,
  editions: readonly CompiledEdition[],
  policies: readonly CompiledPolicy[] = [],
): AsyncGenerator<BlockSums> {
  const { readColumns } = await loadEnterpriseFacts();
  const own = setupOf(editions, policies, deps.facts.table);
  const setup = JSON.stringify(own);
  const key = sm3(setup);
  const waiting: Promise<unknown>[] = [];
  for await (const bytes of readColumns(deps, ['', ...own.facts.map(({ id }) => id)])) {
    const answer = judging().run({ key, setup, bytes, rows: null });
    // Whoever waits for an earlier one must not be ended by a later one that failed.
    answer.catch(() => undefined);
    waiting.push(answer);
    if (waiting.length > judgingThreads + 1) yield* ((await waiting.shift()) as JudgeAnswer).sums;
  }
  for (const answer of waiting) yield* ((await answer) as JudgeAnswer).sums;
}
