import { clauseSentence } from '../sentence/clause.ts';
import type { ClauseSource, PolicySource } from '../source.ts';
import { budgetsOf } from './budget.ts';
import { Clerk, type Path, type PolicyFault } from './clerk.ts';
import type {
  Check,
  CompiledBudget,
  CompiledClause,
  CompiledGroup,
  CompiledPolicy,
  Joint,
  Payer,
  Rounding,
} from './compiled.ts';
import { allOf, anyOf, checkOf } from './condition.ts';
import type { FactTable } from './facts.ts';
import { factsOfFraction } from './formula.ts';
import { compare, hasTwoDivisors, lesser, minus, notBelowZero } from './fraction.ts';
import { jointsOf } from './joints.ts';
import { parametersOf } from './parameters.ts';
import { type Pay, payOf } from './pay.ts';
import { type Fraction, factsOf, greatest } from './program.ts';
import type { Unit } from './units.ts';

const money: Unit = { 元: 1 };
const steps = { 元: 1, 百元: 100, 千元: 1000, 万元: 10_000 } as const;

export interface CompileOptions {
  /** Of the pack's content. */
  readonly hash: string;
  /** The day that is asked about, `YYYY-MM-DD`: figures are those in force, the event year is its year. */
  readonly on: string;
  /** Figures to try instead of those of the pack, by parameter id. */
  readonly changed?: Readonly<Record<string, string>>;
}

/**
 * Compiles the clauses of one policy: names looked up, units checked, every figure bounded so that whole-number
 * arithmetic below 2^53 is exact. Gives every fault of the policy at once, or the one program that all engines run.
 */
export function compilePolicy(
  policy: PolicySource,
  facts: FactTable,
  { hash, on, changed }: CompileOptions,
):
  | { readonly policy: CompiledPolicy; readonly faults: readonly [] }
  | { readonly policy: null; readonly faults: readonly PolicyFault[] } {
  const parameters = parametersOf(policy, facts, on, changed);
  const clerk = new Clerk({ facts, parameters: parameters.typed }, { facts, parameters: parameters.words });
  clerk.faults.push(...parameters.faults);
  const scope = policy.scope.flatMap((source, at) => checkOf(source, ['scope', at], clerk) ?? []);
  const excluded = policy.exclude.flatMap(({ when, words }, at) => {
    const check = checkOf(when, ['exclude', at, 'when'], clerk);
    return check === null ? [] : [{ ...check, words }];
  });
  const without = policy.exclude.map(({ words }) => words);
  const clauses = policy.clauses.flatMap(
    (clause, at) =>
      clauseOf(clause, ['clauses', at], scope, { contested: contestedBy(clause, policy), excluded: without }, clerk) ??
      [],
  );
  const joints = jointsOf(policy, clauses, clerk);
  const groups = groupsOf(policy, joints, clerk);
  const budgets = budgetsOf(policy, clerk);
  if (clerk.faults.length > 0) return { policy: null, faults: clerk.faults };
  return {
    policy: {
      ...{ id: policy.id, title: policy.title, level: policy.level, hash, on, facts, groups, joints, budgets },
      clauses: clauses.map((clause, at) => withBudgets(clause, at, budgets)),
      excluded: excluded.length === 0 ? null : anyOf(excluded),
    },
    faults: [],
  };
}

/** Names of the groups in which a clause meets others, and only the highest counts. */
const contestedBy = ({ id, group, alsoIn }: ClauseSource, { groups, clauses }: PolicySource): string[] =>
  groups
    .filter((each) => each.rule === 'highest' && (each.id === group || alsoIn.includes(each.id)))
    .filter((each) => clauses.some((other) => other.id !== id && [other.group, ...other.alsoIn].includes(each.id)))
    .map(({ name }) => name);

function clauseOf(
  clause: ClauseSource,
  path: Path,
  scope: readonly Check[],
  whole: { readonly contested: readonly string[]; readonly excluded: readonly string[] },
  clerk: Clerk,
): CompiledClause | null {
  const checks = (['scope', 'when'] as const).flatMap((key) =>
    clause[key].map((source, at) => checkOf(source, [...path, key, at], clerk)),
  );
  const paid = payOf(clause.pay, [...path, 'pay'], clerk);
  const amount = paid === null ? null : limited(clause, paid, path, clerk);
  const payers = payersOf(clause, path, clerk);
  if (amount === null || checks.some((check) => check === null)) return null;
  const own = checks.filter((check) => check !== null);
  const floor = clause.floor === null ? null : floorOf(clause.floor, amount.value, path, clerk);
  const check = allOf([...scope, ...own, ...(floor === null ? [] : [floor.check])]);
  const rounding: Rounding = { step: steps[clause.round.to], mode: clause.round.mode };
  const most = mostOf(amount.value, rounding);
  if (most === null) return clerk.note('policy-too-great', [...path, 'pay']);
  const turnsOn = new Set([...factsOf(check.condition), ...factsOfFraction(amount.value)]);
  return {
    ...{ id: clause.id, title: clause.title, place: clause.place, beneficiary: clause.for },
    ...{ group: clause.group, alsoIn: clause.alsoIn },
    ...{ check, amount: amount.value, amountWords: amount.words, rounding, most, payers },
    facts: [...turnsOn].toSorted((a, b) => a - b),
    ...{ evidence: clause.evidence, open: clause.open, window: clause.window },
    sentence: clauseSentence(clause, {
      ...{ conditions: allOf([...scope, ...own]).words, amount: amount.words, floor: floor?.least ?? null },
      ...{ shared: whole.contested, excluded: whole.excluded },
    }),
  };
}

/** A clause says itself from which sums it is paid. */
function withBudgets(clause: CompiledClause, at: number, budgets: readonly CompiledBudget[]): CompiledClause {
  const own = budgets.filter(({ clauses }) => clauses.includes(at));
  if (own.length === 0) return clause;
  return { ...clause, sentence: [clause.sentence, ...own.map(({ sentence }) => sentence)].join('') };
}

/** Cap and limits over time; never below 0. */
function limited(clause: ClauseSource, paid: Pay, path: Path, clerk: Clerk): Pay | null {
  let { value, words } = paid;
  const limits: { readonly limit: Fraction; readonly words: string }[] = [];
  if (clause.cap !== null) {
    const cap = clerk.number(clause.cap, [...path, 'cap'], money);
    if (cap === null) return null;
    limits.push({ limit: cap.value, words: `最高不超过${cap.words}` });
  }
  for (const [at, { name, most, paid: before }] of clause.limits.entries()) {
    const where = [...path, 'limits', at];
    const [limit, had] = [
      clerk.number(most, [...where, 'most'], money),
      clerk.number(before, [...where, 'paid'], money),
    ];
    if (limit === null || had === null) return null;
    const left = clerk.attempt(where, () => notBelowZero(minus(limit.value, had.value)));
    if (left === null) return null;
    limits.push({ limit: left, words: `${name}累计不超过${limit.words}（已享受${had.words}）` });
  }
  for (const { limit, words: said } of limits) {
    if (hasTwoDivisors(value, limit)) return clerk.note('policy-divide-last', path);
    const less = clerk.attempt(path, () => lesser(value, limit));
    if (less === null) return null;
    value = less;
    words = `${words}，${said}`;
  }
  const positive = clerk.attempt(path, () => notBelowZero(value));
  return positive === null ? null : { value: positive, words };
}

/** The condition that the award is not below the floor, and the floor in words. */
function floorOf(
  floor: string,
  amount: Fraction,
  path: Path,
  clerk: Clerk,
): { readonly check: Check; readonly least: string } | null {
  const least = clerk.number(floor, [...path, 'floor'], money);
  if (least === null) return null;
  if (hasTwoDivisors(amount, least.value)) return clerk.note('policy-divide-last', [...path, 'floor']);
  const condition = clerk.attempt([...path, 'floor'], () => compare('>=', amount, least.value));
  if (condition === null) return null;
  const sides = { left: amount, right: least.value, unit: '元' };
  return {
    check: { words: `奖补额不低于${least.words}`, condition, parts: [], kind: 'leaf', sides },
    least: least.words,
  };
}

/** The most that can come out, in 元; null when rounding it would not be exact. */
function mostOf({ of, per, by }: Fraction, { step }: Rounding): number | null {
  const divisor = per * (by?.high ?? 1) * step;
  if (2 * of.high + 2 * divisor > greatest) return null;
  return Math.ceil(of.high / (per * step)) * step;
}

const million = 1_000_000;

function payersOf(clause: ClauseSource, path: Path, clerk: Clerk): Payer[] {
  const shares = clause.payers.map(({ payer, percent }) => ({ payer, millionths: Math.round(percent * 10_000) }));
  const sum = shares.reduce((total, { millionths }) => total + millionths, 0);
  if (sum !== million) clerk.note('policy-payers-sum', [...path, 'payers'], String(sum / 10_000), '100');
  const rest = clause.rest ?? shares[0]?.payer;
  if (!shares.some(({ payer }) => payer === rest)) clerk.note('policy-payer-rest', [...path, 'rest'], rest ?? null);
  return shares.map((share) => ({ ...share, rest: share.payer === rest }));
}

function groupsOf(policy: PolicySource, joints: readonly Joint[], clerk: Clerk): CompiledGroup[] {
  const known = new Map(policy.groups.map((group) => [group.id, group]));
  const members = new Map<string, number[]>();
  for (const [at, { id, group }] of policy.clauses.entries()) {
    if (group !== null && !known.has(group)) clerk.note('policy-group-unknown', ['clauses', at, 'group'], group);
    if (group === null && known.has(id)) clerk.note('policy-name-twice', ['clauses', at, 'id'], id);
    const key = group ?? id;
    members.set(key, [...(members.get(key) ?? []), at]);
  }
  for (const [at, { id }] of policy.groups.entries())
    if (!members.has(id) && !policy.clauses.some(({ alsoIn }) => alsoIn.includes(id)))
      clerk.note('policy-group-empty', ['groups', at], id);
  return [...members].map(([id, list]) => {
    const [first] = list;
    const alone = first === undefined ? id : (policy.clauses[first]?.title ?? id);
    const joint = joints.findIndex((each) => first !== undefined && each.members.includes(first));
    return {
      ...{ id, name: known.get(id)?.name ?? alone, rule: known.get(id)?.rule ?? 'highest', members: list },
      joint: joint < 0 ? null : joint,
    };
  });
}
