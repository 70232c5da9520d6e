import { nearest } from '../../../kernel/index.ts';
import { budgetSentence } from '../sentence/budget.ts';
import type { BudgetSource, PolicySource } from '../source.ts';
import type { Clerk, Path } from './clerk.ts';
import type { CompiledBudget } from './compiled.ts';
import type { Fraction } from './program.ts';
import type { Unit } from './units.ts';

const money: Unit = { 元: 1 };

/** The sums that a document sets aside, as they stand on the day; what is wrong with one the clerk has noted. */
export const budgetsOf = (policy: PolicySource, clerk: Clerk): CompiledBudget[] =>
  policy.budgets.flatMap((source, at) => budgetOf(source, policy, ['budgets', at], clerk) ?? []);

function budgetOf(source: BudgetSource, policy: PolicySource, path: Path, clerk: Clerk): CompiledBudget | null {
  const amount = fixed(source.amount, [...path, 'amount'], clerk);
  const used = source.used === null ? null : fixed(source.used, [...path, 'used'], clerk);
  const clauses = coveredBy(source, policy, path, clerk);
  const by = orderOf(source, path, clerk);
  if (amount === null || (source.used !== null && used === null) || clauses === null || by === undefined) return null;
  const { id, name, place, rule } = source;
  const first = source.first ?? (rule === 'priority' ? 'largest' : 'smallest');
  const ordered = by === null ? null : { words: clerk.words.facts.at(by).name, first };
  return {
    ...{ id, name, place, rule, by, first, clauses },
    available: lessUsed(amount.value, used?.value ?? null),
    sentence: budgetSentence(source, {
      titles: clauses.flatMap((clause) => policy.clauses[clause]?.title ?? []),
      amount: amount.words,
      used: used?.words ?? null,
      ordered,
    }),
  };
}

/** Money that is the same whoever applies. */
function fixed(text: string, path: Path, clerk: Clerk) {
  const found = clerk.number(text, path, money);
  if (found === null || (found.value.of.op === 'const' && found.value.by === null)) return found;
  return clerk.note('policy-budget-facts', path, text);
}

/** Whole 元 that are left; part of a yuan cannot be paid. */
function lessUsed(amount: Fraction, used: Fraction | null): number {
  const of = (part: Fraction): bigint => BigInt(part.of.high);
  const [p, q] = [BigInt(amount.per), BigInt(used?.per ?? 1)];
  const above = of(amount) * q - (used === null ? 0n : of(used)) * p;
  return above <= 0n ? 0 : Number(above / (p * q));
}

/** Numbers of the clauses that it covers, by their own id or that of their group; all where none is named. */
function coveredBy({ covers }: BudgetSource, { clauses }: PolicySource, path: Path, clerk: Clerk): number[] | null {
  const wanted = new Set(covers);
  const ids = new Set(clauses.flatMap(({ id, group }) => [id, ...(group === null ? [] : [group])]));
  const strangers = covers.flatMap((id, at) => (ids.has(id) ? [] : [{ id, at }]));
  for (const { id, at } of strangers)
    clerk.note('policy-budget-covers', [...path, 'covers', at], id, nearest(id, [...ids]) ?? '');
  if (strangers.length > 0) return null;
  return clauses.flatMap(({ id, group }, at) =>
    covers.length === 0 || wanted.has(id) || (group !== null && wanted.has(group)) ? [at] : [],
  );
}

/** The fact by which claims come first; null where it takes none, undefined where it is wrong. */
function orderOf({ rule, by }: BudgetSource, path: Path, clerk: Clerk): number | null | undefined {
  const wrong = (code: string, given: string, limit: string): undefined => {
    clerk.note(code, [...path, 'by'], given, limit);
  };
  if (rule === 'pro-rata') return by === null ? null : wrong('policy-budget-by', by, rule);
  if (by === null) return wrong('policy-budget-by', '', rule);
  const { facts } = clerk.names;
  const number = facts.numberOf(by);
  if (number === undefined) return wrong('policy-unknown-name', by, nearest(by, facts.names) ?? '');
  return facts.at(number).type === 'choice' ? wrong('policy-budget-by', by, rule) : number;
}
