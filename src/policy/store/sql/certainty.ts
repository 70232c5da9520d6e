import type { Expressions } from './expression.ts';
import type { Clause, Contest, Parts } from './parts.ts';

/** What can be told of everybody, because nothing that it turns on is missing anywhere. */
export interface Certainty {
  readonly exclusion: (number: number) => boolean;
  readonly contest: (contest: Contest) => boolean;
  /** Whether it may be that a contest cannot be told yet. */
  readonly mayBeOpen: (contest: Contest) => boolean;
}

export const isContested = ({ clauses }: Contest): boolean => clauses.length > 1;

export function certainty({ exclusions, contests }: Parts, expressions: Expressions): Certainty {
  const exclusion = (number: number | null): boolean => {
    const condition = number === null ? undefined : exclusions[number];
    return condition === undefined || expressions.settled.condition(condition);
  };
  const contest = (one: Contest): boolean =>
    decisive(one, contests).every(({ source }) => expressions.isSettledClause(source));
  const mayBeOpen = (one: Contest): boolean => {
    // A clause that can pay nothing leaves nothing open, unless it stands in a group that pays each by itself.
    if (one.clauses.every(({ source }) => source.most === 0) && !one.alone) return false;
    return !(contest(one) && exclusion(one.exclusion));
  };
  return { exclusion, contest, mayBeOpen };
}

/** The clauses that decide a contest: its own, or those of all that are decided with it. */
const decisive = (contest: Contest, contests: readonly Contest[]): readonly Clause[] =>
  contest.joint === null
    ? contest.clauses
    : contests.filter(({ joint }) => joint === contest.joint).flatMap(({ clauses }) => clauses);
