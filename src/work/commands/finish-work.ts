import { type Actor, permitOwn } from '../../access/index.ts';
import { doerOf, tellGiver } from '../domain/index.ts';
import { changeWork, type Seen } from './change-work.ts';
import type { WorkDeps } from './deps.ts';

/** Answers an item: it is done, with a word on what came of it. */
export async function finishWork(
  actor: Actor,
  { note, ...seen }: Seen & { readonly note?: string | undefined },
  deps: WorkDeps,
): Promise<void> {
  permitOwn(actor);
  const said = note?.trim() || null;
  await changeWork(
    actor,
    seen,
    'finish',
    (item, now) => ({
      item: { ...item, state: 'done', claimedBy: doerOf(actor), closedAt: now, outcome: said },
      note: said,
      tell: (after) => tellGiver(after, 'finished', '已办结', actor),
    }),
    deps,
  );
}

/** Gives an item back with a reason; the giver passes it on or withdraws it. */
export async function returnWork(
  actor: Actor,
  { reason, ...seen }: Seen & { readonly reason: string },
  deps: WorkDeps,
): Promise<void> {
  permitOwn(actor);
  await changeWork(
    actor,
    seen,
    'return',
    (item, now) => ({
      item: { ...item, state: 'returned', claimedBy: doerOf(actor), closedAt: now, outcome: reason.trim() },
      note: reason.trim(),
      tell: (after) => tellGiver(after, 'returned', '已退回', actor),
    }),
    deps,
  );
}
