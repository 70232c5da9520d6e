import { type CompiledPolicy, type FactTable, type Known, ranksOf } from '../domain/index.ts';
import { unnamed } from './divisions.ts';
import type { Claimant } from './held-awards.ts';
import { readRows } from './rows.ts';

/** Reads a file once more, for when each enterprise comes and where its sums are counted. */
export async function claimantsOf(
  path: string,
  policies: readonly CompiledPolicy[],
): Promise<(id: string) => Claimant | undefined> {
  const [first] = policies;
  if (first === undefined) return () => undefined;
  const { facts } = first;
  const orders = policies.flatMap(({ budgets }) => budgets.flatMap(({ by }) => by ?? []));
  const places = ['chain', 'city'].flatMap((id) => facts.numberOf(id) ?? []);
  const found = new Map<string, Claimant>();
  for await (const { id, region, known } of readRows(path, policies, facts, [...orders, ...places])) {
    found.set(id, {
      ranks: policies.map((policy) => ranksOf(policy, known)),
      region: region === '' ? unnamed : region,
      chain: placeOf(facts, 'chain', known),
      city: placeOf(facts, 'city', known),
    });
  }
  return (id) => found.get(id);
}

/** The id of the option, as sums by it are called; null where there is no such choice. */
function placeOf(facts: FactTable, id: string, known: Known): string | null {
  const number = facts.numberOf(id);
  const fact = number === undefined ? undefined : facts.at(number);
  if (number === undefined || fact?.type !== 'choice') return null;
  return fact.options[known[number] ?? -1]?.id ?? unnamed;
}
