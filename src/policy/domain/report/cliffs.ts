import type { Check, CompiledPolicy } from '../check/compiled.ts';
import type { FactTable } from '../check/facts.ts';
import { type Condition, factsOf, type Whole } from '../check/program.ts';
import { evaluator } from '../evaluate/evaluate.ts';
import { figureOf, judgeOf, type Known } from '../evaluate/program.ts';
import { factText } from '../fact-text.ts';

/** Somebody who stands near a border: `edge` is the first value of the fact at which the condition turns over. */
export interface NearBorder {
  readonly id: string;
  /** Stored whole numbers. */
  readonly now: number;
  readonly edge: number;
  /** Whole yuan of the whole policy on this side of the border and on the other, one step of the fact apart. */
  readonly here: number;
  readonly there: number;
}

/** One condition at whose border one step of one fact changes what is paid. */
export interface Cliff {
  readonly words: string;
  /** Ids of the clauses that have it; none for who is left out altogether. */
  readonly clauses: readonly string[];
  readonly fact: string;
  /** Those near it who would fall off with one step over it, and what they would lose together. */
  readonly falling: Side;
  /** Those near it who would gain. */
  readonly rising: Side;
}

export interface Side {
  readonly count: number;
  /** Of those: whom a single step of the fact takes over the border. */
  readonly atOnce: number;
  readonly yuan: number;
  /** Those with the most at stake, at most twenty. */
  readonly most: readonly NearBorder[];
}

export interface CliffOptions {
  /** How near counts as near: thousandths of the fact, and never less than one step. */
  readonly permille: number;
  /** A change of less than so many yuan by one step is a slope and no cliff. */
  readonly least: number;
}

type Comparison = Extract<Condition, { op: 'compare' }>;

interface Border {
  readonly words: string;
  readonly clauses: readonly string[];
  readonly condition: Comparison;
  /** Within an amount: where it goes from one tier to the next. */
  readonly isStep: boolean;
  readonly facts: readonly number[];
}

const shown = 20;

/** Looks for cliffs, one enterprise after the other. */
export class CliffFinder {
  readonly #policy: CompiledPolicy;
  readonly #options: CliffOptions;
  readonly #watched: readonly Watched[];
  readonly #total: (known: Known) => number;

  constructor(policy: CompiledPolicy, options: CliffOptions) {
    this.#policy = policy;
    this.#options = options;
    this.#watched = bordersOf(policy).flatMap((border) =>
      border.facts.map((fact) => new Watched(border, fact, policy.facts)),
    );
    const judge = evaluator(policy);
    this.#total = (known) => judge(known).total;
  }

  add(id: string, known: Known): void {
    const tried = Float64Array.from(known);
    for (const watched of this.#watched) {
      const now = known[watched.fact] ?? Number.NaN;
      const described = this.#policy.facts.at(watched.fact);
      if (Number.isNaN(now) || described.type !== 'number') continue;
      const reach = Math.max(1, Math.floor((Math.abs(now) * this.#options.permille) / 1000));
      const ends = [Math.max(described.low, now - reach), Math.min(described.high, now + reach)];
      for (const end of ends) this.#look(watched, id, now, end, tried);
      tried[watched.fact] = now;
    }
  }

  cliffs(): Cliff[] {
    const size = ({ falling, rising }: Cliff): number => falling.yuan + rising.yuan;
    const found = this.#watched
      .map(({ isStep, cliff }) => ({ isStep, cliff }))
      .filter(({ cliff: { falling, rising } }) => falling.count + rising.count > 0);
    return found
      .filter(({ isStep, cliff }) => !isStep || !found.some((other) => !other.isStep && isSame(other.cliff, cliff)))
      .map(({ cliff }) => cliff)
      .toSorted((a, b) => size(b) - size(a) || (a.words < b.words ? -1 : 1));
  }

  #look(watched: Watched, id: string, now: number, end: number, tried: Float64Array): void {
    if (end === now) return;
    const edge = watched.edge(now, end, tried);
    if (edge === null) return;
    const towards = Math.sign(end - now);
    tried[watched.fact] = edge;
    const there = this.#total(tried);
    tried[watched.fact] = edge - towards;
    const here = this.#total(tried);
    if (Math.abs(there - here) < this.#options.least || there === here) return;
    watched.note({ id, now, edge, here, there });
  }
}

/** One fact of one border, and who was found near it. */
class Watched {
  readonly fact: number;
  readonly #border: Border;
  readonly #factId: string;
  readonly #holds: (known: Known) => number;
  readonly #side: (known: Known) => number;
  /** Where it turns over whatever else is known; null where that depends on other facts. */
  readonly #turns: readonly number[] | null;
  readonly #falling = new Sorted();
  readonly #rising = new Sorted();

  constructor(border: Border, fact: number, facts: FactTable) {
    this.fact = fact;
    this.#border = border;
    this.#factId = facts.at(fact).id;
    this.#holds = judgeOf(border.condition);
    const [a, b] = [figureOf(border.condition.a), figureOf(border.condition.b)];
    this.#side = (known) => Math.sign(a(known) - b(known));
    this.#turns = isLine(border.condition) ? this.#turnsWithin(fact, facts) : null;
  }

  /** The nearest value from `now` to `end` at which the condition turns over; null when it stays as it is. */
  edge(now: number, end: number, tried: Float64Array): number | null {
    if (this.#turns !== null) return nearestTurn(this.#turns, now, end);
    const holds = (value: number): number => {
      tried[this.fact] = value;
      return this.#holds(tried);
    };
    const before = holds(now);
    if (before === 1) return null;
    const turned = (value: number): boolean => holds(value) === 2 - before;
    let from = now;
    // Above, equal and below are at most two changes of side; equality alone turns = and !=.
    for (let change = 0; change < 2; change += 1) {
      const next = this.#nextSide(from, end, tried);
      if (next === null) return null;
      if (turned(next)) return next;
      from = next;
    }
    return null;
  }

  /** Every value from which on upwards it is otherwise than one step below: two at most. */
  #turnsWithin(fact: number, facts: FactTable): number[] {
    const described = facts.at(fact);
    if (described.type !== 'number') return [];
    const row = new Float64Array(facts.facts.length).fill(Number.NaN);
    const holds = (value: number): number => {
      row[fact] = value;
      return this.#holds(row);
    };
    const turns: number[] = [];
    let from = described.low;
    for (let change = 0; change < 2; change += 1) {
      const next = this.#nextSide(from, described.high, row);
      if (next === null) break;
      if (holds(next) === 2 - holds(next - 1)) turns.push(next);
      from = next;
    }
    return turns;
  }

  /** The first value after `from` on another side of the comparison; found by halving, since a figure acts one way. */
  #nextSide(from: number, end: number, tried: Float64Array): number | null {
    const sideAt = (value: number): number => {
      tried[this.fact] = value;
      return this.#side(tried);
    };
    const side = sideAt(from);
    const differs = (value: number): boolean => sideAt(value) !== side;
    if (Number.isNaN(side) || !differs(end)) return null;
    let [no, yes] = [from, end];
    while (Math.abs(yes - no) > 1) {
      const middle = no + Math.trunc((yes - no) / 2);
      if (differs(middle)) yes = middle;
      else no = middle;
    }
    return yes;
  }

  note(each: NearBorder): void {
    (each.there < each.here ? this.#falling : this.#rising).note(each);
  }

  get isStep(): boolean {
    return this.#border.isStep;
  }

  get cliff(): Cliff {
    const { words, clauses } = this.#border;
    return {
      ...{ words, clauses, fact: this.#factId },
      ...{ falling: this.#falling.side(), rising: this.#rising.side() },
    };
  }
}

/** The first value on the way from `now` to `end` on the other side of a turn. */
function nearestTurn(turns: readonly number[], now: number, end: number): number | null {
  if (end > now) return turns.find((turn) => turn > now && turn <= end) ?? null;
  const below = turns.findLast((turn) => turn <= now);
  return below === undefined || below - 1 < end ? null : below - 1;
}

/** The floor of the lowest tier is a condition and a step of the amount: the same people at the same border. */
const isSame = (a: Cliff, b: Cliff): boolean =>
  a.fact === b.fact && JSON.stringify([a.falling, a.rising]) === JSON.stringify([b.falling, b.rising]);

/** Keeps those with the most at stake without keeping everybody. */
class Sorted {
  #count = 0;
  #atOnce = 0;
  #yuan = 0;
  #most: NearBorder[] = [];

  note(each: NearBorder): void {
    this.#count += 1;
    this.#atOnce += Number(Math.abs(each.edge - each.now) === 1);
    this.#yuan += Math.abs(each.there - each.here);
    this.#most.push(each);
    if (this.#most.length >= 20 * shown) this.#cut();
  }

  side(): Side {
    this.#cut();
    return { count: this.#count, atOnce: this.#atOnce, yuan: this.#yuan, most: this.#most };
  }

  #cut(): void {
    const size = ({ here, there }: NearBorder): number => Math.abs(there - here);
    this.#most = this.#most.toSorted((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1)).slice(0, shown);
  }
}

/** Every comparison of figures that decides, in conditions and in amounts, each once however many clauses share it. */
function bordersOf(policy: CompiledPolicy): Border[] {
  const borders = new Map<string, Border>();
  const add = (words: string, clause: string | null, condition: Comparison, isStep = false): void => {
    const facts = [...factsOf(condition)].filter((fact) => policy.facts.at(fact).type === 'number');
    // To be exactly something is no border that one creeps up to.
    if (facts.length === 0 || condition.order === '=' || condition.order === '!=') return;
    // The same words may stand for two figures: the floor of two amounts is called alike.
    const key = `${words}\n${JSON.stringify(condition)}`;
    const before = borders.get(key)?.clauses ?? [];
    const clauses = clause === null || before.includes(clause) ? before : [...before, clause];
    borders.set(key, { words, clauses, condition, isStep, facts });
  };
  const addCheck = ({ words, condition, parts }: Check, clause: string | null): void => {
    if (condition.op === 'compare') add(words, clause, condition);
    for (const part of parts) addCheck(part, clause);
  };
  if (policy.excluded !== null) addCheck(policy.excluded, null);
  for (const { check, amount, amountWords, id } of policy.clauses) {
    addCheck(check, id);
    for (const condition of stepsOf(amount.of)) add(stepWords(condition, policy) ?? amountWords, id, condition, true);
  }
  return [...borders.values()];
}

const orders = { '>=': '达到', '>': '超过', '<=': '不超过', '<': '不到' } as const;

/** A step of an amount in words, where it is a fact against a figure: `数字化等级达到6 级时的金额`. */
function stepWords({ order, a, b }: Comparison, { facts }: CompiledPolicy): string | null {
  if (a.op !== 'fact' || b.op !== 'const' || order === '=' || order === '!=') return null;
  const fact = facts.at(a.fact);
  return `${fact.name}${orders[order]} ${factText(fact, b.value)}时的金额`;
}

/** Whether a comparison asks for one fact and grows or falls with it all the way, so that its turns are found at once. */
function isLine({ a, b, divisors }: Comparison): boolean {
  const [bare, figure] = a.op === 'fact' ? [a, b] : [b, a];
  return bare.op === 'fact' && figure.op === 'const' && divisors.length === 0;
}

/** Comparisons by which an amount chooses between figures: the borders of its tiers. */
function stepsOf(part: Whole): Comparison[] {
  switch (part.op) {
    case 'const':
    case 'fact':
      return [];
    case 'if':
      return [...comparisonsOf(part.when), ...stepsOf(part.a), ...stepsOf(part.b)];
    default:
      return [...stepsOf(part.a), ...stepsOf(part.b)];
  }
}

function comparisonsOf(condition: Condition): Comparison[] {
  if (condition.op === 'compare') return [condition];
  if (condition.op === 'not') return comparisonsOf(condition.of);
  return condition.op === 'all' || condition.op === 'any' ? condition.of.flatMap(comparisonsOf) : [];
}
