import type { Day } from '../../../kernel/index.ts';

/** A round in which some of those who apply are chosen. Points are whole hundredths throughout. */

export interface ScoreItem {
  readonly id: string;
  readonly name: string;
  /** Most points that an expert can give. */
  readonly most: number;
}

/** What decides between equal totals, in its order. Nothing left: they share a place. */
export type TieBreak = 'quantitative' | 'experts' | `item:${string}`;

export interface SelectionScheme {
  /** Most points of the reckoned part, by the rules of the edition. */
  readonly quantitativeMost: number;
  readonly items: readonly ScoreItem[];
  /** Shares of the two parts in a hundred; together a hundred. */
  readonly quantitativeShare: number;
  readonly expertShare: number;
  /** How many experts look at each application. */
  readonly panel: number;
  /** The highest and the lowest are left out of the mean; needs a panel of five or more. */
  readonly trimmed: boolean;
  /** Experts this far apart, in points, are asked to look again; null: never. */
  readonly spread: number | null;
  /** How many are chosen; null: all who reach the line. */
  readonly places: number | null;
  /** Least total. */
  readonly line: number;
  readonly ties: readonly TieBreak[];
}

/** What one expert gave one application, item by item. */
export interface Sheet {
  readonly expertId: string;
  readonly points: Readonly<Record<string, number>>;
}

export interface Entry {
  readonly id: string;
  /** By the edition's rules; null: not reckoned yet. */
  readonly quantitative: number | null;
  /** Sheets that were handed in. */
  readonly sheets: readonly Sheet[];
  /** Withdrawn or turned away: it has no place. */
  readonly out: boolean;
}

export const roundStates = ['draft', 'applying', 'scoring', 'ranked', 'publicity', 'listed', 'ended'] as const;
/** Draft → applications → experts → ranking → publicity → list; `ended` without a list. */
export type RoundState = (typeof roundStates)[number];
export const roundStateNames: Readonly<Record<RoundState, string>> = {
  draft: '拟定中',
  applying: '受理申报',
  scoring: '专家评分',
  ranked: '已排名',
  publicity: '公示中',
  listed: '已公布名单',
  ended: '已终止',
};

export interface Objection {
  readonly entryId: string;
  readonly raisedOn: Day;
  /** Null: still open. Upheld: the entry leaves the list. */
  readonly upheld: boolean | null;
}
