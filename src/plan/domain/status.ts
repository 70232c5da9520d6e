import type { PlanStatus } from './model.ts';

/** What a plan is, from what it has: an open draft, editions, both or (thrown away) neither. */
export function statusOf(hasOpenDraft: boolean, latestEdition: number | null): PlanStatus {
  if (hasOpenDraft) return latestEdition === null ? 'draft' : 'revising';
  return latestEdition === null ? 'discarded' : 'published';
}
