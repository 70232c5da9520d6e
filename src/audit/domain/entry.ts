import type { Actor } from '../../access/domain/index.ts';
import type { Refusal } from '../../kernel/index.ts';
import type { AuditBasis, AuditChange, AuditPlace, AuditRecord } from './note.ts';

export type Outcome = 'done' | 'refused';
export const outcomeName: Readonly<Record<Outcome, string>> = { done: '完成', refused: '拒绝' };

/**
 * One entry of the log, flat as its table is: every field but `hash` goes into the hash. Refusals and changes are
 * canonical JSON texts, so that not even a sign that means the same can be exchanged in them.
 */
export interface AuditEntry extends Unlinked {
  readonly v: 1;
  /** From 1 without gaps. */
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Hash of the entry before; `origin` for the first. */
  readonly prevHash: string;
  readonly hash: string;
}

/** An entry that has no place in the chain yet. */
export interface Unlinked {
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly postUnitId: string | null;
  readonly postUnitName: string | null;
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly onBehalfId: string | null;
  readonly onBehalfName: string | null;
  readonly address: string;
  /** Tells entries of one session apart from others without naming the session. */
  readonly sessionRef: string | null;
  readonly action: string;
  readonly recordKind: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly regionId: string | null;
  readonly unitId: string | null;
  readonly chainId: string | null;
  readonly basisPlan: string | null;
  readonly basisItem: string | null;
  readonly outcome: Outcome;
  /** Canonical JSON of Refusal[]. */
  readonly refusals: string;
  /** Canonical JSON of AuditChange[]. */
  readonly changes: string;
  readonly reason: string | null;
}

/** Something that was done or refused, with everything that its entry keeps. */
export interface Happening {
  readonly action: string;
  readonly outcome: Outcome;
  readonly record: AuditRecord | null;
  readonly place: AuditPlace | null;
  readonly basis: AuditBasis | null;
  readonly changes: readonly AuditChange[];
  readonly refusals: readonly Refusal[];
  readonly reason: string | null;
}

/** Who did it: nobody known, or an actor; and the network address. */
export interface Doer {
  readonly actor: Actor | null;
  readonly from: string;
  readonly sessionRef: string | null;
}

export const nowhere: AuditPlace = { regionId: null, unitId: null, chainId: null };
