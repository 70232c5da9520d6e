import type { Verdict } from '../judge/judge.ts';
import type { Standing } from '../judge/standing.ts';

/** From this likelihood on, in thousandths, a title is within reach of who does not have it. */
export const withinReach = 700;

/** A title that ends within so many months is called to mind, unless somebody asks for another span. */
export const usualMonths = 6;
export const mostMonths = 36;

/** How an enterprise stands by a title; `null` where nothing can be judged by the edition of the day. */
export interface Stood {
  readonly standing: Exclude<Standing, 'expiring'>;
  readonly verdict: Exclude<Verdict, 'empty'> | null;
  /** In thousandths; see `reachOf`. */
  readonly reach: number | null;
  /** Demands of the edition, and those of them that cannot be told. */
  readonly demands: number;
  readonly open: number;
}

/**
 * Whether somebody who does not have a title now may well get it: everything that is asked is there, or most of it is. Of
 * whom half of the demands are not known, nothing is promised.
 */
export const isWithinReach = ({ standing, verdict, reach, demands, open }: Stood): boolean =>
  standing !== 'held' &&
  (verdict === 'met' || (verdict !== null && (reach ?? 0) >= withinReach && (demands === 0 || open * 2 < demands)));

/** Whether a judgement is kept for lists: of who has or had the title, and of who is within its reach. */
export const isKept = (stood: Stood): boolean => stood.standing !== 'none' || isWithinReach(stood);

/** Which enterprises a list of one title shows. */
export const pipelineBoxes = ['reach', 'met', 'expiring', 'held', 'expired', 'new'] as const;
export type PipelineBox = (typeof pipelineBoxes)[number];
