import type { FactTable } from './check/facts.ts';
import type { Condition } from './check/program.ts';

/**
 * The options of a choice that a condition narrows everybody to, by name: a clause for 纺织服装 alone. Null when it is
 * open to all. Only what must hold in any case narrows; a choice inside an `any` does not.
 */
export function narrowedTo(condition: Condition, facts: FactTable, choice: string): readonly string[] | null {
  const number = facts.numberOf(choice);
  const fact = number === undefined ? undefined : facts.at(number);
  if (number === undefined || fact?.type !== 'choice') return null;
  const allowed = optionsLeft(condition, number);
  return allowed === null ? null : allowed.flatMap((option) => fact.options[option]?.name ?? []);
}

function optionsLeft(condition: Condition, fact: number): readonly number[] | null {
  if (condition.op === 'is') return condition.fact === fact ? condition.options : null;
  if (condition.op !== 'all') return null;
  return condition.of
    .map((part) => optionsLeft(part, fact))
    .reduce((left, more) => {
      if (left === null || more === null) return left ?? more;
      return left.filter((option) => more.includes(option));
    }, null);
}
