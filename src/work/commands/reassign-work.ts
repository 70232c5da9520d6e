import { type Actor, permit } from '../../access/index.ts';
import { dayOf, type Party, tellAssignee, tellOpened } from '../domain/index.ts';
import { changeWork, type Seen } from './change-work.ts';
import type { WorkDeps } from './deps.ts';
import { partiesOf, placeOf, refuseDay, refuseFar } from './give-work.ts';

export interface ReassignWork extends Seen {
  readonly to: Party;
  readonly dueOn?: string | null | undefined;
  readonly note?: string | undefined;
}

/**
 * Gives an item to somebody else, open again, and tells both. Refuses a party that there is not or that lies outside of
 * the actor's reach, and a day that is past.
 */
export async function reassignWork(
  actor: Actor,
  { to, dueOn, note, ...seen }: ReassignWork,
  deps: WorkDeps,
): Promise<void> {
  permit(actor, 'work.assign');
  await changeWork(
    actor,
    seen,
    'reassign',
    async (item, now, db) => {
      const today = dayOf(now);
      refuseDay(dueOn ?? null, today);
      const parties = await partiesOf(db, [to], 'to', today);
      refuseFar(actor, parties, item.place.chainId, 'to');
      const [party] = parties;
      const { kind, id, name } = party!;
      return {
        item: {
          ...item,
          ...{ assignee: { kind, id, name }, place: placeOf(party!, item.place.chainId) },
          ...{ state: 'open' as const, claimedBy: null, closedAt: null, outcome: null },
          dueOn: dueOn === undefined ? item.dueOn : dueOn,
        },
        note: note?.trim() || null,
        tell: (after) => [
          ...tellOpened(after, [], actor),
          tellAssignee(
            { ...item, revision: after.revision },
            'passed-on',
            '已改派',
            `改由 ${name} 承办。`,
            'progress',
            actor,
          ),
        ],
      };
    },
    deps,
  );
}
