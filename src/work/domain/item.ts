import type { Place } from '../../access/domain/index.ts';

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
/** Their names on screens and in exported lists. */
export const stateNames: Readonly<Record<WorkState, string>> = {
  open: '待接',
  claimed: '办理中',
  done: '已办结',
  returned: '已退回',
  withdrawn: '已撤回',
};
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
export interface NamedParty extends Party {
  readonly name: string;
}

/** One text for a party, as the database keeps it: `unit:3f9…`. */
export const partyKey = ({ kind, id }: Party): string => `${kind}:${id}`;

/** Somebody who did something, with the post he did it as. */
export interface Doer {
  readonly id: string;
  readonly name: string;
  readonly post: string | null;
}

/** The record that asks for the work. Such an item is closed by its record and by nothing else. */
export interface WorkOrigin {
  readonly slice: string;
  readonly kind: string;
  readonly id: string;
}

export interface WorkItem {
  readonly id: string;
  readonly revision: number;
  readonly kind: WorkKind;
  readonly title: string;
  readonly detail: string;
  readonly importance: 'normal' | 'high';
  readonly link: string | null;
  readonly origin: WorkOrigin | null;
  readonly basis: string | null;
  readonly place: Place;
  readonly assignee: NamedParty;
  readonly createdBy: Doer;
  readonly createdAt: string;
  readonly dueOn: string | null;
  readonly state: WorkState;
  readonly claimedBy: Doer | null;
  readonly closedAt: string | null;
  readonly outcome: string | null;
}
