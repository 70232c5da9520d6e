import type { Comparator, TargetMode } from '../../../document/domain/index.ts';
import type { Period } from '../../../kernel/index.ts';
import type { Direction } from '../definition.ts';

/** Growth rates of targets are kept in millionths: 8 % is 80,000. */
export const RATE = 1_000_000;

/** Where a target holds; '' for all. */
export interface Place {
  readonly regionId: string;
  readonly chainId: string;
  readonly unitId: string;
}

/** What is to be reached: indicator × place × period × edition of a plan. */
export interface Target {
  readonly id: string;
  readonly indicatorId: string;
  readonly place: Place;
  readonly period: Period;
  /** Edition of the plan that set it. */
  readonly edition: string;
  readonly op: Comparator;
  readonly mode: TargetMode;
  /** Whole number, as figures are kept; of growth in millionths. Of a range the lower end. */
  readonly value: bigint;
  /** Upper end of a range. */
  readonly value2: bigint | null;
  /** What growth and increments start from; null: not said. */
  readonly base: Base | null;
  /** First year that a cumulative target counts; null: not said. */
  readonly from: Period | null;
}

export interface Base {
  readonly period: Period;
  /** As the plan writes it; null: what was reported counts. */
  readonly value: bigint | null;
  /** Growth is one of each year since (年均), not one over all of them. */
  readonly perYear: boolean;
}

/** `floor`: at least; `ceiling`: at most; `exact`: neither above nor below. */
export type Sense = 'floor' | 'ceiling' | 'exact';

/**
 * How a comparator is meant. “达到500亿元”, “10%左右” and “5%—7%” name a number, yet nobody fails by doing better: of what
 * should rise they are floors, of what should fall ceilings.
 */
export function senseOf(op: Comparator, direction: Direction): Sense {
  if (op === '>=' || op === '>') return 'floor';
  if (op === '<=' || op === '<') return 'ceiling';
  return direction === 'up' ? 'floor' : direction === 'down' ? 'ceiling' : 'exact';
}
