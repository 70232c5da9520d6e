import { type Actor, permitOwn } from '../../access/index.ts';
import { tellAssignee, urgeWords } from '../domain/index.ts';
import { changeWork, type Seen } from './change-work.ts';
import type { WorkDeps } from './deps.ts';

/** Reminds whoever is to do it. */
export async function urgeWork(
  actor: Actor,
  { note, ...seen }: Seen & { readonly note?: string | undefined },
  deps: WorkDeps,
): Promise<void> {
  permitOwn(actor);
  const said = note?.trim() || null;
  await changeWork(
    actor,
    seen,
    'urge',
    (item) => ({
      item,
      note: said,
      tell: (after) => [tellAssignee(after, 'urged', '催办', urgeWords(after, actor.name, said), 'due', actor)],
    }),
    deps,
  );
}

/** Takes an item back that is no longer needed, with the reason. */
export async function withdrawWork(
  actor: Actor,
  { reason, ...seen }: Seen & { readonly reason: string },
  deps: WorkDeps,
): Promise<void> {
  permitOwn(actor);
  await changeWork(
    actor,
    seen,
    'withdraw',
    (item, now) => ({
      item: { ...item, state: 'withdrawn', closedAt: now, outcome: reason.trim() },
      note: reason.trim(),
      tell: (after) => [tellAssignee(after, 'withdrawn', '已撤回', reason.trim(), 'progress', actor)],
    }),
    deps,
  );
}
