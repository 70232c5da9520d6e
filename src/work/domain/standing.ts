import { type Actor, covers } from '../../access/domain/index.ts';
import { type Doer, isOpen, partyKey, type WorkAction, type WorkItem, workActions } from './item.ts';

/** The keys of the parties that an actor is: himself, his post, his post's unit. */
export const ownKeys = ({ id, post }: Actor): readonly string[] => [
  partyKey({ kind: 'person', id }),
  ...(post === null ? [] : [partyKey({ kind: 'post', id: post.id }), partyKey({ kind: 'unit', id: post.unitId })]),
];

/** The keys of the permissions that his post holds; they count only over places in its reach. */
export const holderKeys = ({ permissions }: Actor): readonly string[] =>
  [...permissions].map((id) => partyKey({ kind: 'holders', id }));

/** How an actor is written down: his name, and the post he acts as. */
export const doerOf = ({ id, name, post }: Actor): Doer => ({
  id,
  name,
  post:
    post === null
      ? null
      : `${post.unitName} ${post.title}${post.onBehalfOf === null ? '' : `（代${post.onBehalfOf.name}）`}`,
});

/** What an actor is to an item. */
export interface Standing {
  readonly assignee: boolean;
  readonly giver: boolean;
  /** Holds work.assign over its place. */
  readonly overseer: boolean;
}

export function standingOf(actor: Actor, { assignee, createdBy, place }: WorkItem): Standing {
  const key = partyKey(assignee);
  const within = covers(actor.reach, place);
  return {
    assignee: ownKeys(actor).includes(key) || (within && holderKeys(actor).includes(key)),
    giver: createdBy.id === actor.id,
    overseer: within && actor.permissions.has('work.assign'),
  };
}

/** What an actor can do with an item now. */
export function possible(actor: Actor, item: WorkItem): readonly WorkAction[] {
  const standing = standingOf(actor, item);
  return workActions.filter((action) => canDo(action, actor, item, standing));
}

function canDo(action: WorkAction, actor: Actor, item: WorkItem, { assignee, giver, overseer }: Standing): boolean {
  const { state, claimedBy, origin } = item;
  const shared = item.assignee.kind === 'unit' || item.assignee.kind === 'holders';
  const mine = claimedBy?.id === actor.id;
  const byHand = origin === null;
  switch (action) {
    case 'claim':
      return assignee && state === 'open' && shared;
    case 'release':
      return assignee && state === 'claimed' && mine;
    case 'finish':
    case 'return':
      return byHand && assignee && (state === 'open' || (state === 'claimed' && mine));
    case 'urge':
      return (giver || overseer) && isOpen(state);
    case 'withdraw':
      return byHand && (giver || overseer) && (isOpen(state) || state === 'returned');
    case 'reassign':
      return (
        byHand && (giver || overseer) && actor.permissions.has('work.assign') && (isOpen(state) || state === 'returned')
      );
  }
}
