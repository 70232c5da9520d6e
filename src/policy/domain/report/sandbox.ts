import type { CompiledPolicy } from '../check/compiled.ts';
import { sharesOf } from '../evaluate/award.ts';
import { evaluator, type PolicyOutcome } from '../evaluate/evaluate.ts';
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
  /** Of how many something cannot be told yet; what they get without doubt is counted. */
  readonly open: Change;
  readonly byGroup: Readonly<Record<string, Change>>;
  readonly byPayer: Readonly<Record<string, Change>>;
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
 * What a changed policy costs against the one in force, for the same people: whole yuan, by group, payer and place, who gains
 * and who loses. Both must be compiled over the same facts. Exact for sums below 2^53.
 */
export function tryOut(before: CompiledPolicy, after: CompiledPolicy, cases: Iterable<Case>): Trial {
  const sums = new TrialSums(before, after);
  for (const each of cases) sums.add(each);
  return sums.trial();
}

/** Adds up a trial, one enterprise after the other. */
export class TrialSums {
  readonly #before: CompiledPolicy;
  readonly #after: CompiledPolicy;
  readonly #judgeBefore: ReturnType<typeof evaluator>;
  readonly #judgeAfter: ReturnType<typeof evaluator>;
  readonly #cost = zero();
  readonly #paid = zero();
  readonly #open = zero();
  readonly #byGroup: Record<string, Counting> = {};
  readonly #byPayer: Record<string, Counting> = {};
  readonly #byPlace: Record<string, Record<string, Counting>> = {};
  readonly #winners = new Extremes();
  readonly #losers = new Extremes();

  constructor(before: CompiledPolicy, after: CompiledPolicy) {
    [this.#before, this.#after] = [before, after];
    [this.#judgeBefore, this.#judgeAfter] = [evaluator(before), evaluator(after)];
  }

  /** Gives what the enterprise gets before and after, whole yuan. */
  add({ id, places, known }: Case): Change {
    const [old, next] = [this.#judgeBefore(known), this.#judgeAfter(known)];
    const change = { before: old.total, after: next.total };
    add(this.#cost, old.total, next.total);
    add(this.#paid, Number(old.total > 0), Number(next.total > 0));
    add(this.#open, Number(isOpen(old)), Number(isOpen(next)));
    this.#addGroups(this.#before, old, (sum, yuan) => add(sum, yuan, 0));
    this.#addGroups(this.#after, next, (sum, yuan) => add(sum, 0, yuan));
    for (const [kind, place] of Object.entries(places)) {
      const kept = this.#byPlace[kind] ?? {};
      this.#byPlace[kind] = kept;
      add(slot(kept, place), old.total, next.total);
    }
    if (old.total !== next.total) (next.total > old.total ? this.#winners : this.#losers).note({ id, ...change });
    return change;
  }

  trial(): Trial {
    return {
      ...{ cost: this.#cost, paid: this.#paid, open: this.#open },
      ...{ byGroup: this.#byGroup, byPayer: this.#byPayer, byPlace: this.#byPlace },
      ...{ winners: this.#winners.sides(), losers: this.#losers.sides() },
    };
  }

  #addGroups(policy: CompiledPolicy, outcome: PolicyOutcome, note: (sum: Counting, yuan: number) => void): void {
    for (const [at, { amount, paid }] of outcome.groups.entries()) {
      note(slot(this.#byGroup, policy.groups[at]?.id), amount);
      for (const member of paid) {
        const payers = policy.clauses[member]?.payers ?? [];
        const award = outcome.clauses[member]?.amount ?? 0;
        const shares = payers.length === 1 ? [award] : sharesOf(award, payers);
        for (const [which, share] of shares.entries()) note(slot(this.#byPayer, payers[which]?.payer), share);
      }
    }
  }
}

/** Whether something of the policy cannot be told yet of somebody. */
const isOpen = ({ groups }: PolicyOutcome): boolean => groups.some(({ state }) => state === 'unknown');

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
