import type { Check, CompiledPolicy } from '../check/compiled.ts';
import type { Fact, NumberFact } from '../check/facts.ts';
import { type Condition, factsOf } from '../check/program.ts';
import { figureOf } from '../evaluate/program.ts';
import type { TrialCase } from '../report/trial.ts';
import { Dice } from './dice.ts';

export interface PopulationOptions {
  readonly count: number;
  readonly seed: number;
  /** Names of the regions that they are spread over. */
  readonly regions: readonly string[];
  /** Days on which they apply, both included. */
  readonly applying: { readonly from: string; readonly to: string };
}

/**
 * Enterprises that do not exist, for trying a policy out before anybody has a file: spread around the borders of its own
 * conditions, most of them fit for its scope, a few left out, a few with gaps. The same for the same seed and policy.
 */
export function* populationOf(policy: CompiledPolicy, options: PopulationOptions): Generator<TrialCase> {
  const dice = new Dice(options.seed);
  const makers = makersOf(policy);
  const { facts } = policy.facts;
  const [first, last] = [options.applying.from, options.applying.to].map((day) => Date.parse(day) / 86_400_000);
  const days = Math.max(1, (last ?? 0) - (first ?? 0) + 1);
  for (let number = 1; number <= options.count; number += 1) {
    const known = facts.map((fact, at) => {
      const made = makers[at]?.(dice) ?? Number.NaN;
      return dice.chance(0.01) ? Number.NaN : within(fact, made);
    });
    // More come early: who waits for a subsidy does not wait long.
    const day = (first ?? 0) + Math.floor(days * Math.min(dice.next(), dice.next()));
    yield {
      id: `LJ${String(number).padStart(6, '0')}`,
      places: { region: options.regions[dice.whole(options.regions.length)] ?? '', ...placesOf(facts, known) },
      known,
      appliedOn: new Date(day * 86_400_000).toISOString().slice(0, 10),
    };
  }
}

function placesOf(facts: readonly Fact[], known: readonly number[]): Record<string, string> {
  const places: Record<string, string> = {};
  for (const [at, fact] of facts.entries())
    if (fact.type === 'choice' && (fact.id === 'chain' || fact.id === 'city'))
      places[fact.id] = fact.options[known[at] ?? -1]?.name ?? '未填';
  return places;
}

const within = (fact: Fact, value: number): number =>
  fact.type === 'number' ? Math.min(Math.max(Math.round(value), fact.low), fact.high) : value;

type Maker = (dice: Dice) => number;

function makersOf(policy: CompiledPolicy): Maker[] {
  const used = new Set(policy.clauses.flatMap(({ facts }) => facts));
  const excluding = policy.excluded === null ? new Set<number>() : factsOf(policy.excluded.condition);
  const checks = policy.clauses.map(({ check }) => check);
  const wanted = optionsWanted(checks);
  return policy.facts.facts.map((fact, at) => {
    if (!used.has(at) && !excluding.has(at)) return () => Number.NaN;
    if (fact.type === 'flag') return (dice) => Number(dice.chance(excluding.has(at) ? 0.02 : 0.3));
    if (fact.type === 'choice') return choiceMaker(fact.options.length, [...(wanted.get(at) ?? [])]);
    return numberMaker(fact, bordersAbout(at, checks, policy), Number(policy.on.slice(0, 4)));
  });
}

function choiceMaker(options: number, wanted: readonly number[]): Maker {
  return (dice) =>
    wanted.length > 0 && dice.chance(0.85) ? (wanted[dice.whole(wanted.length)] ?? 0) : dice.whole(options);
}

/** Calendar years and days are drawn from the last years, small counts evenly, all else around its borders. */
function numberMaker(fact: NumberFact, borders: readonly number[], year: number): Maker {
  if (fact.written === '年' && fact.high > 1000)
    return (dice) => (fact.low <= 0 && dice.chance(0.7) ? 0 : year - dice.whole(3));
  if (fact.written === '' && fact.low >= 10_000_101)
    return (dice) => (year - dice.whole(2)) * 10_000 + (1 + dice.whole(12)) * 100 + 1 + dice.whole(28);
  if (fact.high - fact.low <= 20) return (dice) => fact.low + dice.whole(fact.high - fact.low + 1);
  const usual = usualOf(fact);
  const spread = fact.low < 0;
  return (dice) => {
    const border = borders[dice.whole(Math.max(1, borders.length))];
    if (spread) return (border ?? 0) + dice.bell() * Math.max(10 * fact.scale, Math.abs(border ?? 0) * 0.5);
    if (border === undefined || border <= usual) return dice.chance(0.6) ? 0 : usual * Math.exp(dice.bell() * 0.8);
    if (dice.chance(0.2)) return usual * Math.exp(dice.bell() * 1.2);
    if (dice.chance(0.04)) return border - dice.whole(2);
    return border * Math.exp(dice.bell() * 0.6);
  };
}

/** What one has of something that no border says: a few pieces, 2万元 for each of something, 20万元 of money. */
function usualOf({ unit, scale, perUnit }: NumberFact): number {
  if (unit.元 === undefined) return 1.2 * scale;
  return (Object.keys(unit).length > 1 ? 20_000 : 200_000) * perUnit;
}

/** Options that conditions ask for. */
function optionsWanted(checks: readonly Check[]): Map<number, Set<number>> {
  const wanted = new Map<number, Set<number>>();
  const walk = (condition: Condition): void => {
    if (condition.op === 'is')
      wanted.set(condition.fact, new Set([...(wanted.get(condition.fact) ?? []), ...condition.options]));
    if (condition.op === 'all' || condition.op === 'any') condition.of.forEach(walk);
  };
  for (const { condition } of checks) walk(condition);
  return wanted;
}

/** Where comparisons that turn on this fact alone turn over. */
function bordersAbout(fact: number, checks: readonly Check[], policy: CompiledPolicy): number[] {
  const described = policy.facts.at(fact);
  if (described.type !== 'number') return [];
  const row = policy.facts.facts.map(() => Number.NaN);
  const found = new Set<number>();
  const look = (condition: Condition): void => {
    if (condition.op === 'all' || condition.op === 'any') condition.of.forEach(look);
    else if (condition.op === 'not') look(condition.of);
    else if (condition.op === 'compare' && factsOf(condition).size === 1 && factsOf(condition).has(fact)) {
      const [a, b] = [figureOf(condition.a), figureOf(condition.b)];
      const isAbove = (value: number): boolean => {
        row[fact] = value;
        return a(row) >= b(row);
      };
      if (isAbove(described.low) === isAbove(described.high)) return;
      let [no, yes] = [described.low, described.high];
      while (yes - no > 1) {
        const middle = no + Math.floor((yes - no) / 2);
        if (isAbove(middle) === isAbove(described.low)) no = middle;
        else yes = middle;
      }
      found.add(yes);
    }
  };
  for (const { condition } of checks) look(condition);
  return [...found];
}
