/** What kinds of work there are, with their names; slices choose one when they open an item. A closed list. */
export const workKinds = {
  assignment: '交办',
  review: '审核',
  report: '填报',
  handle: '办理',
} as const;
export type WorkKind = keyof typeof workKinds;
export const workKindIds = Object.keys(workKinds) as readonly WorkKind[];

/**
 * open: nobody has taken it; claimed: somebody of the unit has; done: answered; returned: the assignee gave it back with
 * a reason, the giver decides; withdrawn: the giver, or the record it came from, no longer needs it.
 */
export const workStates = ['open', 'claimed', 'done', 'returned', 'withdrawn'] as const;
export type WorkState = (typeof workStates)[number];
export const isOpen = (state: WorkState): boolean => state === 'open' || state === 'claimed';

/** What can be done with an item. */
export const workActions = ['claim', 'release', 'finish', 'return', 'urge', 'withdraw', 'reassign'] as const;
export type WorkAction = (typeof workActions)[number];
/** Steps of an item's history: those, how it began, and that its record closed it. */
export const workSteps = ['open', ...workActions, 'close'] as const;
export type WorkStep = (typeof workSteps)[number];

/**
 * Who is to do it, or is told: a post, a unit (any of its posts may take it), a person, or whoever holds a permission
 * over the item's place.
 */
export const partyKinds = ['post', 'unit', 'person', 'holders'] as const;
export type PartyKind = (typeof partyKinds)[number];
export interface Party {
  readonly kind: PartyKind;
  /** The id of the post, unit or person; for holders the permission. */
  readonly id: string;
}

/** One text for a party, as the database keeps it: `unit:3f9…`. */
export const partyKey = ({ kind, id }: Party): string => `${kind}:${id}`;
