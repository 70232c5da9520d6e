import type { CompiledClause, CompiledPolicy } from '../check/compiled.ts';
import type { Fact } from '../check/facts.ts';
import { sharesOf } from '../evaluate/award.ts';
import { type ClosestPath, closestPath } from '../evaluate/closest.ts';
import { type ExplainedClause, type ExplainedGroup, explainer, type Reason } from '../evaluate/explain.ts';
import type { Known } from '../evaluate/program.ts';
import { mostAllowed } from '../most.ts';

/**
 * How somebody stands with a clause: it pays; it would, but another of its group pays more; it does all but the check that
 * nobody is left out; it cannot be told yet; it cannot, but its group pays no less without it; it fails and could be
 * reached; it is for others.
 */
export type Standing = 'paid' | 'given-up' | 'pending' | 'open' | 'covered' | 'reachable' | 'not-for';

export interface ClauseStanding {
  readonly policy: CompiledPolicy;
  readonly clause: CompiledClause;
  readonly explained: ExplainedClause;
  readonly standing: Standing;
  /** Whole yuan: what is paid, would be, or will be once it is pending no more; 0 where that is not known. */
  readonly amount: number;
  /** Of one that is open or could be reached: the most it may pay; null where no limit is written. */
  readonly most: number | null;
  /** Ids of facts that would settle it. */
  readonly missing: readonly string[];
  /** What fails, as deep as it can be told. */
  readonly failing: readonly Reason[];
  readonly path: ClosestPath | null;
  /** The last day by which what is missing has to be there; null: the document names none. */
  readonly by: string | null;
  /** Who pays, with the share in percent and, of an amount, in whole yuan. */
  readonly payers: readonly { readonly payer: string; readonly percent: number; readonly amount: number }[];
}

export interface Entitlement {
  /** Whole yuan that are sure, and the most that may come on top of it where limits are written. */
  readonly sure: number;
  readonly more: number;
  /** Clauses that may pay on top without a limit. */
  readonly unlimited: number;
  readonly clauses: readonly ClauseStanding[];
  /** Policies that pay nothing whatever the clauses say, and why. */
  readonly excluded: readonly { readonly policy: CompiledPolicy; readonly reason: Reason }[];
}

/** A policy with the clauses that somebody asks about and the time it is in force. */
export interface Asked {
  readonly policy: CompiledPolicy;
  readonly clauses: ReadonlySet<number>;
  readonly validTo: string | null;
  /** The year whose events are rewarded; null: that of the day asked about. */
  readonly eventYear: number | null;
}

/** What somebody gets of some policies, what he may get, and what is in the way of the rest. */
export function entitlementOf(asked: readonly Asked[], known: Known): Entitlement {
  const clauses: ClauseStanding[] = [];
  const excluded: Entitlement['excluded'][number][] = [];
  let [sure, more, unlimited] = [0, 0, 0];
  for (const each of asked) {
    const { policy } = each;
    const explained = explainer(policy)(known);
    if (explained.excluded?.state === 'yes') {
      excluded.push({ policy, reason: explained.excluded });
      continue;
    }
    const pending = explained.excluded?.state === 'unknown' ? explained.excluded.missing : [];
    const groups = groupsOf(policy, explained.groups);
    const standings = explained.clauses.flatMap((clause, at) =>
      each.clauses.has(at) ? [standingOf(each, at, clause, groups, pending, known)] : [],
    );
    clauses.push(...standings);
    sure += standings.reduce((sum, { standing, amount }) => sum + (standing === 'paid' ? amount : 0), 0);
    const possible = possibleOf(policy, standings);
    more += possible.more;
    unlimited += possible.unlimited;
  }
  return { sure, more, unlimited, clauses, excluded };
}

interface Group extends ExplainedGroup {
  readonly rule: 'highest' | 'all';
  /** Ids of its clauses. */
  readonly members: readonly string[];
}
type Groups = readonly Group[];

const groupsOf = (policy: CompiledPolicy, explained: readonly ExplainedGroup[]): Group[] =>
  explained.map((group, at) => ({
    ...group,
    rule: policy.groups[at]?.rule ?? 'highest',
    members: (policy.groups[at]?.members ?? []).map((member) => policy.clauses[member]?.id ?? ''),
  }));

function standingOf(
  asked: Asked,
  at: number,
  explained: ExplainedClause,
  groups: Groups,
  pending: readonly string[],
  known: Known,
): ClauseStanding {
  const { policy } = asked;
  const clause = policy.clauses[at];
  if (clause === undefined) throw new RangeError(`no clause ${at}`);
  const path = explained.state === 'no' ? reachable(closestPath(policy, at, known), policy) : null;
  const standing = howStands(explained, groups, path !== null, pending.length > 0);
  const asks = standing === 'open' || standing === 'pending';
  const shares = sharesOf(explained.amount, clause.payers);
  return {
    ...{ policy, clause, explained, standing, path },
    amount: explained.amount,
    most: standing === 'open' ? mostAllowed(clause, policy.facts) : null,
    missing: asks ? [...new Set([...explained.missing, ...pending])] : [],
    failing: explained.state === 'no' ? failingOf(explained.because) : [],
    by: deadlineOf(clause, asked),
    payers: clause.payers.map(({ payer, millionths }, which) => ({
      ...{ payer, percent: millionths / 10_000, amount: shares[which] ?? 0 },
    })),
  };
}

function howStands({ id, state }: ExplainedClause, groups: Groups, isReachable: boolean, isPending: boolean): Standing {
  if (state === 'no') return isReachable ? 'reachable' : 'not-for';
  if (groups.some(({ paid }) => paid.includes(id))) return 'paid';
  if (state === 'unknown') return groups.some((group) => covers(group, id)) ? 'covered' : 'open';
  return !isPending && groups.some((group) => gaveUp(group, id)) ? 'given-up' : 'pending';
}

/** While its group is open, nobody knows yet whether another one of it pays more. */
const gaveUp = ({ state, givenUp }: Group, id: string): boolean =>
  state === 'yes' && givenUp.some((each) => each.id === id);

/** A group of which only the highest counts, settled although the clause is not: it could not change what is paid. */
const covers = ({ rule, members, state }: Group, id: string): boolean =>
  rule === 'highest' && members.includes(id) && state !== 'unknown';

/** A path that asks somebody to be in another city, chain or state than he is leads nowhere. */
function reachable(path: ClosestPath | null, policy: CompiledPolicy): ClosestPath | null {
  if (path === null) return null;
  const thisYear = Number(policy.on.slice(0, 4));
  const can = path.changes.every(({ fact: id, now, needs }) => {
    const number = policy.facts.numberOf(id);
    const fact = number === undefined ? null : policy.facts.at(number);
    if (fact === null || fact.type === 'choice') return false;
    // Nothing can be made to have happened in a year that is over, nor a day to have been another.
    if (isCalendar(fact)) return fact.type === 'number' && fact.written === '年' && needs >= thisYear;
    // Nobody grows younger or less disabled for a subsidy; what is already known as had cannot be given back.
    return !(fact.type === 'number' && now !== null && needs < now && isOwn(fact));
  });
  return can ? path : null;
}

const isCalendar = (fact: Fact): boolean =>
  fact.type === 'number' && (fact.written === '年' ? fact.high > 1000 : fact.written === '' && fact.low >= 10_000_101);
const isOwn = (fact: Fact): boolean => fact.type === 'number' && (fact.written === '年' || fact.written === '级');

/** The parts of a reason that do not hold, without those that hold or stand beside another way that does. */
function failingOf(reason: Reason): readonly Reason[] {
  if (reason.state !== 'no') return [];
  const failing = reason.parts.flatMap(failingOf);
  return failing.length === 0 ? [reason] : failing;
}

/** The last day: of the window, or else of the event year while the document is in force. */
function deadlineOf(clause: CompiledClause, { policy, validTo, eventYear }: Asked): string | null {
  if (clause.window !== null) return clause.window.to;
  const endOfYear = `${eventYear ?? policy.on.slice(0, 4)}-12-31`;
  return validTo !== null && validTo < endOfYear ? validTo : endOfYear;
}

/**
 * What may come on top of what is sure: where each is paid, all of it; where only the highest counts, the greatest; of
 * groups that share clauses, what the best of their choices may come to.
 */
function possibleOf(policy: CompiledPolicy, standings: readonly ClauseStanding[]) {
  let [more, unlimited] = [0, 0];
  const limits = new Map(standings.map((each) => [each.clause, limitOf(each)]));
  const limitAt = (member: number): Limit => limits.get(policy.clauses[member] as CompiledClause) ?? nothing;
  for (const { rule, members, joint } of policy.groups) {
    const own = members.map(limitAt);
    unlimited += own.filter(({ most }) => most === null).length;
    if (joint === null) more += onTop(rule === 'all' ? [own] : own.map((each) => [each]), own);
  }
  for (const { members, choices } of policy.joints)
    more += onTop(
      choices.map((choice) => choice.map(limitAt)),
      members.map(limitAt),
    );
  return { more, unlimited };
}

/** Of a clause: whole yuan that it pays now, and that it may pay at most; null where no limit is written. */
interface Limit {
  readonly paid: number;
  readonly most: number | null;
}
const nothing: Limit = { paid: 0, most: 0 };

function limitOf({ standing, amount, most }: ClauseStanding): Limit {
  if (standing === 'paid') return { paid: amount, most: amount };
  return { paid: 0, most: standing === 'pending' ? amount : standing === 'open' ? most : 0 };
}

/** By how much the best of some choices may exceed what all of them pay now. */
function onTop(choices: readonly (readonly Limit[])[], all: readonly Limit[]): number {
  const paid = all.reduce((sum, each) => sum + each.paid, 0);
  const sums = choices.map((choice) => choice.reduce((sum, { most }) => sum + (most ?? 0), 0));
  return Math.max(0, ...sums.map((sum) => sum - paid));
}
