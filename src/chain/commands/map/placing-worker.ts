import { answerTasks } from '../../../../platform/jobs/answer-tasks.ts';
import { wordCutter } from '../../../../platform/words/index.ts';
import { type ChainMap, type IndustryNames, type Placeable, type Placer, placerOf } from '../../domain/index.ts';
import type { Ruled } from '../deps.ts';

/** A chunk of enterprises for one map. */
export interface PlacingTask {
  /** The same for the same map, so that it is made ready once. */
  readonly key: string;
  readonly map: ChainMap;
  readonly industries: IndustryNames;
  readonly enterprises: readonly Placeable[];
}

let held: { readonly key: string; readonly placer: Placer } | undefined;

answerTasks<PlacingTask>(async ({ key, map, industries, enterprises }): Promise<readonly Ruled[]> => {
  if (held?.key !== key) held = { key, placer: placerOf(map, industries, await wordCutter()) };
  const { placer } = held;
  return enterprises.map((enterprise) => {
    const { nodeId, score, reason, secondId } = placer.place(enterprise);
    return { nodeId, score, reason: reason.slice(0, 500), secondId };
  });
});
