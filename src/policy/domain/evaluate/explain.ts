import type { Check, CompiledClause, CompiledPolicy } from '../check/compiled.ts';
import { type Condition, type Fraction, factsOf } from '../check/program.ts';
import { sharesOf } from './award.ts';
import { evaluator, type GroupOutcome, type State, stateOf } from './evaluate.ts';
import { figureOf, judgeOf, type Known } from './program.ts';

/** Why a condition holds, does not, or cannot be told. */
export interface Reason {
  readonly words: string;
  readonly state: State;
  /** How its parts make it: all of them, any, none; a leaf has none. */
  readonly kind: Check['kind'];
  /** Of a comparison: both sides in `unit`, `%` among them; null while a fact is missing. */
  readonly sides: { readonly left: number | null; readonly right: number | null; readonly unit: string } | null;
  /** Ids of missing facts that it turns on; only where it cannot be told. */
  readonly missing: readonly string[];
  readonly parts: readonly Reason[];
}

export interface ExplainedClause {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly sentence: string;
  readonly state: State;
  /** Whole yuan by itself, before stacking. */
  readonly amount: number;
  readonly amountWords: string;
  readonly because: Reason;
  /** Ids of the facts or documents that would settle it. */
  readonly missing: readonly string[];
  readonly evidence: readonly string[];
}

export interface ExplainedGroup {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly amount: number;
  /** Clauses that pay. */
  readonly paid: readonly string[];
  /** Clauses that would have paid by themselves and are given up for it. */
  readonly givenUp: readonly { readonly id: string; readonly amount: number }[];
  readonly payers: readonly { readonly payer: string; readonly amount: number }[];
}

/** Everything an auditor needs to see how an amount came about; the same bytes for the same pack, day and facts. */
export interface Explanation {
  readonly policy: string;
  readonly hash: string;
  readonly on: string;
  readonly excluded: Reason | null;
  readonly clauses: readonly ExplainedClause[];
  readonly groups: readonly ExplainedGroup[];
  readonly total: number;
}

type Explainer = (known: Known) => Explanation;
const prepared = new WeakMap<CompiledPolicy, Explainer>();

/** One policy as one function from what is known to the whole explanation. */
export function explainer(policy: CompiledPolicy): Explainer {
  const ready = prepared.get(policy);
  if (ready !== undefined) return ready;
  const outcomeOf = evaluator(policy);
  const reasons = new Reasons(policy);
  const clauses = policy.clauses.map((clause) => clauseExplainer(clause, reasons.of(clause.check), policy));
  const excluded = policy.excluded === null ? null : reasons.of(policy.excluded);
  const made: Explainer = (known) => {
    const outcome = outcomeOf(known);
    reasons.next();
    return {
      ...{ policy: policy.id, hash: policy.hash, on: policy.on },
      excluded: excluded === null ? null : excluded(known),
      clauses: clauses.map((explained, at) => explained(known, outcome.clauses[at])),
      groups: outcome.groups.map((group, at) => explainedGroup(group, at, outcome.clauses, policy)),
      total: outcome.total,
    };
  };
  prepared.set(policy, made);
  return made;
}

/** The explanation for one enterprise; null: missing. */
export const explain = (policy: CompiledPolicy, facts: readonly (number | null)[]): Explanation =>
  explainer(policy)(facts.map((fact) => fact ?? Number.NaN));

type OutcomeOfClause = { readonly state: State; readonly amount: number } | undefined;

function clauseExplainer(clause: CompiledClause, because: (known: Known) => Reason, policy: CompiledPolicy) {
  const needed = [...factsOf(clause.amount.of), ...(clause.amount.by === null ? [] : factsOf(clause.amount.by))];
  const { id, title, place, sentence, amountWords, evidence } = clause;
  return (known: Known, outcome: OutcomeOfClause): ExplainedClause => {
    const reason = because(known);
    const state = outcome?.state ?? 'no';
    const unsettled = state === 'unknown' ? namesOf(needed, known, policy) : [];
    const missing = state === 'unknown' ? [...new Set([...reason.missing, ...unsettled])] : [];
    const amount = outcome?.amount ?? 0;
    return { id, title, place, sentence, state, amount, amountWords, because: reason, missing, evidence };
  };
}

const namesOf = (facts: readonly number[], known: Known, policy: CompiledPolicy): string[] =>
  facts.filter((fact) => Number.isNaN(known[fact] ?? Number.NaN)).map((fact) => policy.facts.at(fact).id);

/** Checks as functions that give their reasons; what several clauses wait for is looked at once for each enterprise. */
class Reasons {
  readonly #policy: CompiledPolicy;
  readonly #made = new Map<Check, (known: Known) => Reason>();
  #turn = 0;

  constructor(policy: CompiledPolicy) {
    this.#policy = policy;
  }

  /** Forgets what was found for the enterprise before. */
  next(): void {
    this.#turn += 1;
  }

  of(check: Check): (known: Known) => Reason {
    const known = this.#made.get(check);
    if (known !== undefined) return known;
    const made = this.#once(this.#reasoner(check));
    this.#made.set(check, made);
    return made;
  }

  #once(reasoner: (known: Known) => Reason): (known: Known) => Reason {
    let turn = -1;
    let last: Reason | null = null;
    return (known) => {
      if (last === null || turn !== this.#turn) {
        last = reasoner(known);
        turn = this.#turn;
      }
      return last;
    };
  }

  #reasoner(check: Check): (known: Known) => Reason {
    const { words, kind } = check;
    const judge = judgeOf(check.condition);
    const parts = check.parts.map((part) => this.of(part));
    const sides = check.sides === null ? null : sidesReader(check.sides);
    const turnsOn = leafFacts(check.condition);
    if (parts.length === 0)
      return (known) => {
        const state = stateOf(judge(known));
        const missing = state === 'unknown' ? namesOf(turnsOn, known, this.#policy) : none;
        return { words, kind, state, sides: sides === null ? null : sides(known), missing, parts: none };
      };
    return (known) => {
      const reasons = parts.map((part) => part(known));
      const state = stateOfParts(kind, reasons);
      // What would settle it: the missing facts of the parts that are not settled, not of those that are.
      const missing = state === 'unknown' ? [...new Set(reasons.flatMap((each) => each.missing))] : none;
      return { words, kind, state, sides: sides === null ? null : sides(known), missing, parts: reasons };
    };
  }
}

/** As the condition itself comes out, by Kleene's tables. */
function stateOfParts(kind: Check['kind'], parts: readonly Reason[]): State {
  if (kind === 'not') return parts[0]?.state === 'unknown' ? 'unknown' : parts[0]?.state === 'yes' ? 'no' : 'yes';
  const settled: State = kind === 'any' ? 'yes' : 'no';
  let state: State = kind === 'any' ? 'no' : 'yes';
  for (const part of parts) {
    if (part.state === settled) return settled;
    if (part.state === 'unknown') state = 'unknown';
  }
  return state;
}

const none: readonly never[] = [];
const leafFacts = (condition: Condition): readonly number[] => [...factsOf(condition)];

function sidesReader({ left, right, unit }: NonNullable<Check['sides']>) {
  const times = unit === '%' ? 100 : 1;
  const [a, b] = [valueReader(left, times), valueReader(right, times)];
  return (known: Known) => ({ left: a(known), right: b(known), unit });
}

function valueReader({ of, per, by }: Fraction, times: number): (known: Known) => number | null {
  const above = figureOf(of);
  const below = by === null ? null : figureOf(by);
  return (known) => {
    const value = (times * above(known)) / (below === null ? per : per * below(known));
    return Number.isFinite(value) ? value : null;
  };
}

function explainedGroup(
  { state, amount, paid }: GroupOutcome,
  at: number,
  clauses: readonly { readonly state: State; readonly amount: number }[],
  policy: CompiledPolicy,
): ExplainedGroup {
  const group = policy.groups[at];
  const idOf = (member: number): string => policy.clauses[member]?.id ?? '';
  const payers = new Map<string, number>();
  for (const member of paid) {
    const list = policy.clauses[member]?.payers ?? [];
    for (const [which, share] of sharesOf(clauses[member]?.amount ?? 0, list).entries()) {
      const payer = list[which]?.payer ?? '';
      payers.set(payer, (payers.get(payer) ?? 0) + share);
    }
  }
  return {
    ...{ id: group?.id ?? '', name: group?.name ?? '', state, amount, paid: paid.map(idOf) },
    givenUp: (group?.members ?? [])
      .filter((member) => clauses[member]?.state === 'yes' && !paid.includes(member))
      .map((member) => ({ id: idOf(member), amount: clauses[member]?.amount ?? 0 })),
    payers: [...payers].map(([payer, share]) => ({ payer, amount: share })),
  };
}
