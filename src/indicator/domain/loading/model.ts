import type { Comparator, TargetMode } from '../../../document/domain/index.ts';
import type { Period } from '../../../kernel/index.ts';
import type { Base, Place } from '../target/target.ts';

/** Something that the check of the plan found at a line. */
export interface LineFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** Why the reviewers of the plan let it stand; null: they did not. */
  readonly dismissed: string | null;
}

/** One figure that an edition names: an indicator of the text, or a cell of a table. */
export interface Line {
  /** `I12`, of a cell `B1:3:4`. The same in every edition as long as the item is. */
  readonly key: string;
  /** The item that shows the figure in the text. */
  readonly itemId: string;
  /** Row and column of the table, from 0; null: a sentence. */
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** What row it stands in, of a table: what is wrong with one cell is wrong with the row. */
  readonly rowKey: string | null;
  readonly name: string;
  /** The sentence stretch or table row, as it is printed. */
  readonly text: string;
  readonly value: number;
  readonly value2: number | null;
  readonly unit: string;
  readonly op: Comparator;
  readonly year: number | null;
  readonly mode: TargetMode;
  readonly scope: string | null;
  readonly findings: readonly LineFinding[];
}

/** What a person said about one line. */
export interface LineDecision {
  readonly indicatorId?: string | undefined;
  readonly place?: Place | undefined;
  /** In the unit of the line. */
  readonly value?: number | undefined;
  readonly value2?: number | undefined;
  readonly year?: number | undefined;
  /** Year that growth starts from. */
  readonly baseYear?: number | undefined;
  /** First year that a cumulative target counts. */
  readonly firstYear?: number | undefined;
  /** Taken as it is, or as it was corrected, although something is wrong: why. */
  readonly reason?: string | undefined;
  /** Left out: why. */
  readonly leftOut?: string | undefined;
}

/** An indicator to be made of what a plan measures. */
export interface NewIndicator {
  readonly name: string;
  readonly unit: string;
}

/** What was decided about an edition. Names and scopes count for every line that has them. */
export interface Decisions {
  readonly names: Readonly<Record<string, { readonly indicatorId: string } | { readonly create: NewIndicator }>>;
  readonly scopes: Readonly<Record<string, Place>>;
  readonly lines: Readonly<Record<string, LineDecision>>;
}
export const noDecisions: Decisions = { names: {}, scopes: {}, lines: {} };

/** What has to be settled before a line can be loaded. Words are made at the edge. */
export type LineProblem =
  | { readonly code: 'indicator-open' }
  | { readonly code: 'place-open'; readonly given: string }
  | { readonly code: 'year-open' }
  | { readonly code: 'base-open' }
  | { readonly code: 'unit-unlike'; readonly given: string; readonly limit: string }
  | { readonly code: 'inexact'; readonly given: string; readonly limit: string }
  | { readonly code: 'too-great'; readonly given: string; readonly limit: string }
  | { readonly code: 'range-reversed'; readonly given: string; readonly limit: string }
  | { readonly code: 'growth-unit'; readonly given: string }
  /** Another line says another figure of the same. */
  | { readonly code: 'conflict'; readonly given: string; readonly limit: string; readonly with: string }
  /** The check of the plan found an error and nobody has said why it stands. */
  | { readonly code: 'finding'; readonly given: string };

/** An indicator that a name may mean, 0 to 1. */
export interface Candidate {
  readonly indicatorId: string;
  readonly score: number;
}

/** A line as it would be loaded. */
export interface ProposedLine {
  readonly line: Line;
  /** The name without chain, place and growth: what decisions about names go by. */
  readonly core: string;
  readonly scopeKey: string;
  readonly indicatorId: string | null;
  readonly create: NewIndicator | null;
  readonly candidates: readonly Candidate[];
  readonly place: Place | null;
  readonly period: Period | null;
  readonly value: bigint | null;
  readonly value2: bigint | null;
  readonly base: Base | null;
  readonly from: Period | null;
  readonly problems: readonly LineProblem[];
  /**
   * `ready`; `open`: a person has to choose; `faulty`: an error was found in it; `left-out` by a person; `repeat`: an earlier
   * line says the same.
   */
  readonly state: 'ready' | 'open' | 'faulty' | 'left-out' | 'repeat';
  /** The earlier line that says the same, or another figure of the same. */
  readonly twin: string | null;
  readonly decision: LineDecision | null;
}
