import type { TitleLevel } from './content.ts';

/** What packs say of titles and of figures. The packs are packs/base/titles.yaml and packs/base/enterprise-figures.yaml. */

/** A kind of title or listing. */
export interface TitleKind {
  readonly id: string;
  readonly name: string;
  /** Who gives it; null: several levels do, and each title says which. */
  readonly level: TitleLevel | null;
  /** How long it holds; null: until it is taken away. */
  readonly yearsValid: number | null;
}

/** A figure that is kept by year or month, whole at its decimals: 1 is 0.0001 万元 where there are four. */
export interface FigureKind {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  /** As the figure is written, in its unit; null: no bound. */
  readonly least: number | null;
  readonly most: number | null;
  readonly period: 'year' | 'month' | 'both';
}

/** A tag that a rule gives. */
export interface TagName {
  readonly id: string;
  readonly name: string;
}
