import { compareFractions, type Fraction, fraction } from '../number/fraction.ts';
import { RATE, type Sense } from '../target/target.ts';

/** A place in the tree that a target is handed down. Of growth and ratios the level that they stand for. */
export interface Held {
  readonly id: string;
  /** null, or a place that is not among them: a top. */
  readonly parent: string | null;
  /** null: no target yet. */
  readonly level: bigint | null;
}

/** A place and what it handed down. */
export interface HandedDown {
  readonly id: string;
  readonly level: bigint | null;
  /** What the places right below it have together. */
  readonly handed: bigint;
  /** level − handed: what is not yet handed down, below 0 what was handed down on top; null without a level. */
  readonly rest: bigint | null;
  /**
   * `exact`; `stricter`: those below together have to do more (加码), of a ceiling may use less; `looser`: everybody has a target
   * and they do not come to it; `partly`: not all have one and something is left; `none`: nobody has one.
   * `without-own`: those below have targets, the place itself has none.
   */
  readonly state: 'exact' | 'stricter' | 'looser' | 'partly' | 'none' | 'without-own';
  /** By how much stricter, as a share of the level; null when it is not. */
  readonly overshoot: Fraction | null;
  /** Whether the overshoot is no more than what was announced. */
  readonly intended: boolean;
  /** Places right below without a target, in the order given. */
  readonly without: readonly string[];
}

export interface SumOptions {
  readonly sense: Sense;
  /** How much stricter than its own target a place may be with those below it, in millionths; 0: not at all. */
  readonly overshoot: number;
}

/** Checks the sum at every place that has others below it, in the order given. */
export function checkSums(tree: readonly Held[], options: SumOptions): HandedDown[] {
  const below = new Map<string, Held[]>();
  for (const each of tree) {
    if (each.parent === null) continue;
    const known = below.get(each.parent);
    if (known === undefined) below.set(each.parent, [each]);
    else known.push(each);
  }
  return tree.flatMap((each) => {
    const parts = below.get(each.id);
    return parts === undefined ? [] : [checkOne(each, parts, options)];
  });
}

function checkOne({ id, level }: Held, parts: readonly Held[], { sense, overshoot: most }: SumOptions): HandedDown {
  const given = parts.flatMap((part) => (part.level === null ? [] : [part.level]));
  const without = parts.filter((part) => part.level === null).map((part) => part.id);
  const handed = given.reduce((sum, part) => sum + part, 0n);
  const rest = level === null ? null : level - handed;
  const state = stateOf(rest, given.length, without.length, sense);
  const extra = rest === null ? 0n : rest < 0n ? -rest : rest;
  const size = level === null || level === 0n ? null : level < 0n ? -level : level;
  const overshoot = state === 'stricter' && size !== null ? fraction(extra, size) : null;
  const intended = overshoot !== null && compareFractions(overshoot, fraction(BigInt(most), BigInt(RATE))) <= 0;
  return { id, level, handed, rest, state, overshoot, intended, without };
}

function stateOf(rest: bigint | null, given: number, lacking: number, sense: Sense): HandedDown['state'] {
  if (given === 0) return 'none';
  if (rest === null) return 'without-own';
  if (rest === 0n) return 'exact';
  // Of a floor the sum may still come when somebody has no target yet; of a ceiling it is used up by then.
  if (rest > 0n && lacking > 0) return 'partly';
  if (sense === 'ceiling') return rest > 0n ? 'stricter' : 'looser';
  return rest < 0n && sense === 'floor' ? 'stricter' : 'looser';
}
