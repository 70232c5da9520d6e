import type { Day } from '../../../kernel/index.ts';
import type { Position } from './stage.ts';

/**
 * Something that happened to a project. Events are only ever added to; a step that a second person did not agree to, and
 * one that was taken back, stay with their reasons and no longer count.
 */
export interface StageEvent {
  readonly id: string;
  /** `step`: came to a position; `back`: what came after a position was wrong; `withdraw`, `restore`: left the libraries, came back. */
  readonly kind: 'step' | 'back' | 'withdraw' | 'restore';
  /** Where it came to; of `withdraw` and `restore` where it stood. */
  readonly position: Position;
  /** The day on which it happened. */
  readonly on: Day;
  /** What shows it: number and name of a paper. */
  readonly evidence: string;
  readonly files: readonly string[];
  readonly note: string;
  /** When it was written down, and by whom. */
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  /** What a second person said; null: nobody has yet. */
  readonly decision: {
    readonly agreed: boolean;
    readonly at: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly reason: string;
  } | null;
}

export const vintages = ['reported', 'confirmed'] as const;
export type Vintage = (typeof vintages)[number];
export const vintageNames: Readonly<Record<Vintage, string>> = { reported: '已报', confirmed: '已核定' };

/** What was done in one month, as it counts now or counted at some time. */
export interface MonthDone {
  /** `2026-03` */
  readonly month: string;
  readonly revision: number;
  readonly fen: number;
  readonly vintage: Vintage;
  readonly savedAt: string;
}
