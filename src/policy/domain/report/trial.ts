import type { CompiledPolicy } from '../check/compiled.ts';
import { evaluator } from '../evaluate/evaluate.ts';
import type { Known } from '../evaluate/program.ts';
import { type Cliff, CliffFinder, type CliffOptions } from './cliffs.ts';
import { type Exhaustion, exhaustionOf, type Window } from './exhaustion.ts';
import { type Funnel, FunnelCounts } from './funnel.ts';
import { type Case, type Change, type Trial, TrialSums } from './sandbox.ts';

/** A change that is tried: the policy in force and the changed one, compiled for the day and for other years. */
export interface TrialPlan {
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
  /** Other years than that of the day, with the figures in force at their end. */
  readonly years: readonly { readonly year: number; readonly before: CompiledPolicy; readonly after: CompiledPolicy }[];
  readonly cliffs: CliffOptions;
  /** Whole yuan, and the days in which claims may be made; null: no budget is asked about. */
  readonly budget: { readonly yuan: number; readonly window: Window } | null;
}

export interface TrialCase extends Case {
  /** `YYYY-MM-DD`; null where it is not known. */
  readonly appliedOn: string | null;
}

export interface TrialReport extends Trial {
  readonly cases: number;
  readonly byYear: readonly (Change & { readonly year: number })[];
  readonly funnels: Sides<readonly Funnel[]>;
  readonly cliffs: Sides<readonly Cliff[]>;
  readonly exhaustion: Sides<Exhaustion> | null;
  /** Those who get something and whose day of claim is not known. */
  readonly undated: Change;
}

interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

const sides = ['before', 'after'] as const;

/** Everything that is asked about a change, in one walk over the enterprises. */
export class TrialRun {
  readonly #plan: TrialPlan;
  readonly #sums: TrialSums;
  readonly #years: readonly { readonly year: number; readonly judges: Sides<(known: Known) => number>; sum: Sums }[];
  readonly #funnels: Sides<FunnelCounts>;
  readonly #cliffs: Sides<CliffFinder>;
  readonly #claims: Sides<Map<string, number>> = { before: new Map(), after: new Map() };
  readonly #undated = { before: { count: 0, yuan: 0 }, after: { count: 0, yuan: 0 } };
  #cases = 0;

  constructor(plan: TrialPlan) {
    const { before, after, years, cliffs } = plan;
    this.#plan = plan;
    this.#sums = new TrialSums(before, after);
    this.#years = years.map((each) => ({
      year: each.year,
      judges: { before: totalOf(each.before), after: totalOf(each.after) },
      sum: { before: 0, after: 0 },
    }));
    this.#funnels = { before: new FunnelCounts(before), after: new FunnelCounts(after) };
    this.#cliffs = { before: new CliffFinder(before, cliffs), after: new CliffFinder(after, cliffs) };
  }

  /** Gives what the enterprise gets before and after, whole yuan. */
  add(each: TrialCase): Change {
    const { id, known, appliedOn } = each;
    this.#cases += 1;
    const change = this.#sums.add(each);
    for (const { judges, sum } of this.#years) for (const side of sides) sum[side] += judges[side](known);
    for (const side of sides) {
      this.#funnels[side].add(known);
      this.#cliffs[side].add(id, known);
      this.#claim(side, change[side], appliedOn);
    }
    return change;
  }

  report(): TrialReport {
    const trial = this.#sums.trial();
    const { on } = this.#plan.before;
    const years = this.#years.map(({ year, sum }) => ({ year, ...sum }));
    const byYear = [...years, { year: Number(on.slice(0, 4)), ...trial.cost }].toSorted((a, b) => a.year - b.year);
    const both = <T>(of: (side: 'before' | 'after') => T): Sides<T> => ({ before: of('before'), after: of('after') });
    const { budget } = this.#plan;
    return {
      ...trial,
      ...{ cases: this.#cases, byYear },
      funnels: both((side) => this.#funnels[side].funnels()),
      cliffs: both((side) => this.#cliffs[side].cliffs()),
      exhaustion:
        budget === null
          ? null
          : both((side) =>
              exhaustionOf({ byDay: this.#claims[side], undated: this.#undated[side] }, budget.yuan, budget.window),
            ),
      undated: both((side) => this.#undated[side].count),
    };
  }

  #claim(side: 'before' | 'after', yuan: number, day: string | null): void {
    if (yuan === 0) return;
    if (day === null) {
      this.#undated[side].count += 1;
      this.#undated[side].yuan += yuan;
    } else this.#claims[side].set(day, (this.#claims[side].get(day) ?? 0) + yuan);
  }
}

interface Sums {
  before: number;
  after: number;
}

const totalOf = (policy: CompiledPolicy): ((known: Known) => number) => {
  const judge = evaluator(policy);
  return (known) => judge(known).total;
};
