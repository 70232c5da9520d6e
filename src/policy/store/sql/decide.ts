import { type Certainty, isContested } from './certainty.ts';
import type { Dialect } from './dialect.ts';
import type { Expressions } from './expression.ts';
import type { Clause, Contest, Joint, Parts } from './parts.ts';
import { identifier, whole } from './quote.ts';

/** Columns of the decided rows. What a clause pays after exclusion and stacking, in 元; NULL where it pays nothing. */
export const paid = ({ number }: Clause): string => `paid_${number}`;
/** 1 where a contest cannot be told yet, else NULL. */
export const open = ({ number }: Contest): string => `open_${number}`;
/** 2 where an exclusion leaves the enterprise out, 1 where that cannot be told, else NULL. */
export const excluded = (exclusion: number): string => `excluded_${exclusion}`;

const award = ({ number }: Clause): string => `award_${number}`;
const best = ({ number }: Contest): string => `best_${number}`;
const settled = ({ number }: Contest): string => `settled_${number}`;
const winner = ({ number }: Contest): string => `winner_${number}`;
const greatest = (joint: number): string => `greatest_${joint}`;
const choice = (joint: number): string => `choice_${joint}`;
const out = (exclusion: number): string => `out_${exclusion}`;

/** Where the rows come from. */
export interface From {
  readonly table: string;
  /** Columns that are given on. */
  readonly kept: readonly string[];
  readonly note: (policy: string, clause: number) => string | null;
}

/**
 * One row an enterprise: `id`, the kept columns, and of each exclusion, contest that may be open and clause what the
 * functions above name. Three-valued like the language: NULL is unknown until the last step.
 */
export function decideQuery(
  { table, kept, note }: From,
  parts: Parts,
  expressions: Expressions,
  certain: Certainty,
  { once }: Dialect,
): string {
  const { exclusions, clauses, contests, joints } = parts;
  const keys = ['id', ...kept].map(identifier);
  const judged = select(
    [
      ...keys,
      ...exclusions.map((condition, at) => as(expressions.condition(condition), out(at))),
      ...clauses.map((clause) => {
        const words = note(clause.policy.id, clause.at);
        return `${words === null ? '' : `${words}\n  `}${as(expressions.award(clause.source), award(clause))}`;
      }),
    ],
    identifier(table),
    once,
  );
  const several = contests.filter(isWide);
  return select(
    [
      ...keys,
      ...exclusions.map((_, at) =>
        as(
          `CASE WHEN ${out(at)} THEN 2${certain.exclusion(at) ? '' : ` WHEN ${out(at)} IS NULL THEN 1`} END`,
          excluded(at),
        ),
      ),
      ...contests.filter(certain.mayBeOpen).map((contest) => as(unsettled(contest, joints), open(contest))),
      ...contests.flatMap((contest) =>
        contest.clauses.map((clause) => as(payment(clause, contest, joints, certain), paid(clause))),
      ),
    ],
    several.length + joints.length === 0
      ? within(judged, 'judged')
      : within(contested(judged, several, joints, certain, once), 'contested'),
  );
}

/** So many clauses are compared each with each; more, with the greatest of them. */
const fewClauses = 6;

const isWide = ({ clauses }: Contest): boolean => clauses.length > fewClauses;

/** Adds the greatest award of each wide contest and joint; then what is settled by it, unless an unknown one might be more. */
function contested(
  judged: string,
  contests: readonly Contest[],
  joints: readonly Joint[],
  certain: Certainty,
  once: string,
): string {
  const compared = select(
    [
      '*',
      ...contests.map((contest) => as(greatestOf(contest.clauses.map(sure)), best(contest))),
      ...joints.map(({ number, choices }) => as(greatestOf(choices.map((each) => sum(each, sure))), greatest(number))),
    ],
    within(judged, 'judged'),
    once,
  );
  const sums = contests.flatMap((contest) => {
    const { clauses } = contest;
    const more = clauses.map((each) => `(${award(each)} IS NULL AND ${best(contest)} < ${each.source.most})`);
    const places = clauses.map((each, at) => `WHEN ${award(each)} THEN ${at + 1}`);
    const sum = certain.contest(contest)
      ? best(contest)
      : `CASE WHEN ${more.join(' OR ')} THEN NULL ELSE ${best(contest)} END`;
    return [
      as(sum, settled(contest)),
      as(`CASE ${best(contest)} WHEN 0 THEN 0 ${places.join(' ')} END`, winner(contest)),
    ];
  });
  const choosing = joints.map(({ number, choices }) => {
    const most = greatestOf(choices.map((each) => sum(each, atMost)));
    const places = choices.map((each, at) => `WHEN ${sum(each, sure)} THEN ${at + 1}`);
    const chosen = `CASE ${greatest(number)} WHEN 0 THEN 0 ${places.join(' ')} END`;
    return as(`CASE WHEN ${most} <= ${greatest(number)} THEN ${chosen} END`, choice(number));
  });
  return select(['*', ...sums, ...choosing], within(compared, 'compared'), once);
}

const sure = (clause: Clause): string => `COALESCE(${award(clause)}, 0)`;
const atMost = (clause: Clause): string => `COALESCE(${award(clause)}, ${clause.source.most})`;
const sum = (clauses: readonly Clause[], of: (clause: Clause) => string): string => clauses.map(of).join(' + ');
const greatestOf = (figures: readonly string[]): string =>
  figures.length === 1 ? figures.join() : `GREATEST(${figures.join(', ')})`;

/** An award above 0 that nothing stands against: what is rarest is asked first. */
function payment(clause: Clause, contest: Contest, joints: readonly Joint[], certain: Certainty): string {
  const wins = isWide(contest)
    ? [`${winner(contest)} = ${contest.clauses.indexOf(clause) + 1}`, `${settled(contest)} > 0`]
    : [`${award(clause)} > 0`, ...rivalsOf(clause, contest, certain)];
  const chosen = contest.joint === null ? [] : [chooses(contest.joint, clause, joints)];
  const kept = contest.exclusion === null ? [] : [`NOT ${out(contest.exclusion)}`];
  return `CASE WHEN ${[...wins, ...chosen, ...kept].join(' AND ')} THEN ${award(clause)} END`;
}

/** What the others of a contest must not come to: an earlier one not as much, a later one not more. Unknown is its most. */
const rivalsOf = (clause: Clause, { clauses, ...contest }: Contest, certain: Certainty): string[] =>
  clauses.flatMap((other, at) => {
    if (other === clause) return [];
    const isEarlier = at < clauses.indexOf(clause);
    const order = isEarlier ? '<' : '<=';
    // An unknown one that could come to just as much is passed over, wherever it stands.
    const most = other.source.most - (isEarlier ? 1 : 0);
    const theirs = certain.contest({ clauses, ...contest })
      ? award(other)
      : `COALESCE(${award(other)}, ${whole(most)})`;
    return [`${theirs} ${order} ${award(clause)}`];
  });

/** Whether the choice that comes to most has a clause in it. */
function chooses(joint: number, clause: Clause, joints: readonly Joint[]): string {
  const choices = joints.find(({ number }) => number === joint)?.choices ?? [];
  const own = choices.flatMap((each, at) => (each.includes(clause) ? [at + 1] : []));
  return `${choice(joint)} IN (${own.join(', ')})`;
}

/** Only for contests that may be open. */
function unsettled(contest: Contest, joints: readonly Joint[]): string {
  const { exclusion, clauses, joint } = contest;
  const [first] = clauses;
  if (first === undefined) return 'CAST(NULL AS INTEGER)';
  const isCompared = isContested(contest) && !isWide(contest);
  const best = greatestOf(clauses.map(sure));
  const isOpen = isCompared
    ? `${greatestOf(clauses.map(atMost))} > ${best}`
    : `${joint !== null ? choice(joint) : isWide(contest) ? settled(contest) : award(first)} IS NULL`;
  if (exclusion === null) return `CASE WHEN ${isOpen} THEN 1 END`;
  const amount = isCompared ? best : isWide(contest) ? settled(contest) : award(first);
  const isPaid = joint === null ? `${amount} > 0` : `${chooses(joint, first, joints)} AND ${amount} > 0`;
  return `CASE WHEN ${out(exclusion)} THEN NULL WHEN ${isOpen} OR (${out(exclusion)} IS NULL AND ${isPaid}) THEN 1 END`;
}

const as = (expression: string, name: string): string => `${expression} AS ${name}`;

const within = (query: string, name: string): string => `(\n${query.replaceAll(/^/gmu, '  ')}\n) ${name}`;

const select = (columns: readonly string[], from: string, end = ''): string =>
  `SELECT\n  ${columns.join(',\n  ')}\nFROM ${from}${end}`;
