import { dayOf } from '../pack/check-policy.ts';
import type { CompiledLibrary } from '../pack/compile-library.ts';
import { checkExamples } from '../pack/examples.ts';

/** Whether every worked example of these policies comes out as it says: money is not paid by a pack that contradicts itself. */
export const examplesHold = ({ packs, facts }: CompiledLibrary): boolean =>
  packs.every(({ content, hash }) => {
    const on = dayOf(content);
    return on !== null && checkExamples(content, facts, hash, on).length === 0;
  });
