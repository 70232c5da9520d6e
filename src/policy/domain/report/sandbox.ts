import type { CompiledPolicy } from '../check/compiled.ts';
import { evaluator } from '../evaluate/evaluate.ts';
import type { Known } from '../evaluate/program.ts';

/** Somebody a change is tried on. */
export interface Case {
  readonly id: string;
  /** What totals are kept by: region, chain … */
  readonly places: Readonly<Record<string, string>>;
  readonly known: Known;
}

export interface Change {
  readonly before: number;
  readonly after: number;
}

export interface Trial {
  readonly cost: Change;
  readonly paid: Change;
  readonly byGroup: Readonly<Record<string, Change>>;
  /** By each kind of place, by its name. */
  readonly byPlace: Readonly<Record<string, Readonly<Record<string, Change>>>>;
  readonly winners: Sides;
  readonly losers: Sides;
}

export interface Sides {
  readonly count: number;
  /** Whole yuan that they gain or lose together. */
  readonly yuan: number;
  /** Those with the greatest difference, at most fifty. */
  readonly most: readonly (Change & { readonly id: string })[];
}

const shown = 50;

/**
 * What a changed policy costs against the one in force, for the same people: whole yuan, by group and place, who gains and who
 * loses. Both must be compiled over the same facts. Exact for sums below 2^53.
 */
export function tryOut(before: CompiledPolicy, after: CompiledPolicy, cases: Iterable<Case>): Trial {
  const [judgeBefore, judgeAfter] = [evaluator(before), evaluator(after)];
  const cost = zero();
  const paid = zero();
  const byGroup: Record<string, Counting> = {};
  const byPlace: Record<string, Record<string, Counting>> = {};
  const [winners, losers] = [new Extremes(), new Extremes()];
  for (const { id, places, known } of cases) {
    const [old, next] = [judgeBefore(known), judgeAfter(known)];
    add(cost, old.total, next.total);
    add(paid, Number(old.total > 0), Number(next.total > 0));
    for (const [at, { amount }] of old.groups.entries()) add(slot(byGroup, before.groups[at]?.id), amount, 0);
    for (const [at, { amount }] of next.groups.entries()) add(slot(byGroup, after.groups[at]?.id), 0, amount);
    for (const [kind, place] of Object.entries(places)) {
      const kept = byPlace[kind] ?? {};
      byPlace[kind] = kept;
      add(slot(kept, place), old.total, next.total);
    }
    if (old.total === next.total) continue;
    (next.total > old.total ? winners : losers).note({ id, before: old.total, after: next.total });
  }
  return { cost, paid, byGroup, byPlace, winners: winners.sides(), losers: losers.sides() };
}

interface Counting {
  before: number;
  after: number;
}
const zero = (): Counting => ({ before: 0, after: 0 });

function slot(counts: Record<string, Counting>, key: string | undefined): Counting {
  const name = key ?? '';
  const found = Object.hasOwn(counts, name) ? counts[name] : undefined;
  if (found !== undefined) return found;
  const made = zero();
  Object.defineProperty(counts, name, { value: made, enumerable: true, configurable: true, writable: true });
  return made;
}

function add(sum: Counting, before: number, after: number): void {
  sum.before += before;
  sum.after += after;
}

/** Keeps the greatest differences without keeping everybody. */
class Extremes {
  #count = 0;
  #yuan = 0;
  #most: (Change & { readonly id: string })[] = [];

  note(each: Change & { readonly id: string }): void {
    this.#count += 1;
    this.#yuan += Math.abs(each.after - each.before);
    this.#most.push(each);
    if (this.#most.length >= 20 * shown) this.#cut();
  }

  sides(): Sides {
    this.#cut();
    return { count: this.#count, yuan: this.#yuan, most: this.#most };
  }

  #cut(): void {
    const size = ({ before, after }: Change): number => Math.abs(after - before);
    this.#most = this.#most.toSorted((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1)).slice(0, shown);
  }
}
