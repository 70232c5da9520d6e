import type { Refusal } from '../../../kernel/index.ts';
import { type Day, endOf, hasEnded, holdsAt, isDay, startOf } from '../life.ts';
import type { Delegation, Person, Post } from '../model.ts';

const dayLength = 86_400_000;

/** The day after, and the day before. */
export const dayAfter = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);
export const dayBefore = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) - dayLength).toISOString().slice(0, 10);

/** Longest leave to act for somebody, in days: two years; longer absences are a change of the post. */
const longest = 731;

/**
 * A delegation lies within the life of its post, has at most two years, and goes to somebody else who is still with us.
 * One that is only beginning may not already be over on `today`.
 */
export function checkDelegation(delegation: Delegation, post: Post, to: Person, today: Day | null): Refusal[] {
  const { validFrom, validTo } = delegation;
  if (!isDay(validFrom)) return [{ code: 'day-unknown', field: 'validFrom', given: validFrom }];
  if (!isDay(validTo)) return [{ code: 'day-unknown', field: 'lastDay', given: validTo }];
  const last = dayBefore(validTo);
  if (validTo <= validFrom) return [{ code: 'life-reversed', field: 'lastDay', given: last, limit: validFrom }];
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: string, given: string | null, limit: string | number | null = null) =>
    refusals.push({ code, field, given, limit });
  if (Date.parse(validTo) - Date.parse(validFrom) > longest * dayLength)
    refuse('delegation-too-long', 'lastDay', last, 2);
  if (today !== null && hasEnded(delegation, today)) refuse('delegation-over', 'lastDay', last, today);
  if (validFrom < startOf(post)) refuse('delegation-before-post', 'validFrom', validFrom, post.validFrom);
  if (validTo > endOf(post)) refuse('delegation-after-post', 'lastDay', last, post.validTo);
  if (to.id === post.personId) refuse('delegation-to-holder', 'toPerson', to.name);
  if (to.validTo !== null && to.validTo < validTo) refuse('delegation-to-left', 'toPerson', to.name, to.validTo);
  return refusals;
}

/** What a delegation is on a day, for people. */
export type DelegationState = 'coming' | 'running' | 'over' | 'revoked';
export function delegationState(delegation: Delegation, today: Day): DelegationState {
  if (delegation.revokedAt !== null) return 'revoked';
  if (holdsAt(delegation, today)) return 'running';
  return hasEnded(delegation, today) ? 'over' : 'coming';
}
