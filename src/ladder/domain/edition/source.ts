import type { ConditionSource, GivenValue, ParameterSource } from '../../../policy/domain/index.ts';

/** An edition as it stands in a pack, after its shape was checked: formulas are still text. */
export interface EditionSource {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly docNumber: string | null;
  readonly issuer: string;
  readonly from: string;
  readonly to: string | null;
  readonly empty: string | null;
  readonly parameters: readonly ParameterSource[];
  readonly exclude: readonly RuleSource[];
  readonly conditions: readonly RuleSource[];
  readonly points: PointsSource | null;
  readonly shortcuts: readonly RuleSource[];
  readonly open: readonly string[];
  readonly examplesOn: string | null;
  readonly examplesAbout: Readonly<Record<string, GivenValue>>;
  readonly examples: readonly ExampleSource[];
}

export interface RuleSource {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly when: readonly ConditionSource[];
}

export interface PointsSource {
  readonly place: string;
  readonly total: number;
  readonly sides: readonly { readonly id: string; readonly name: string; readonly least: number }[];
  readonly indicators: readonly IndicatorSource[];
}

export interface IndicatorSource {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly side: string;
  readonly most: number;
  readonly bands: readonly { readonly points: number; readonly when: readonly ConditionSource[] }[];
  readonly each: {
    readonly points: number;
    readonly count: string;
    readonly per: number;
    readonly unit: string;
  } | null;
}

export interface ExampleSource {
  readonly title: string;
  readonly on: string | null;
  readonly facts: Readonly<Record<string, GivenValue>>;
  readonly gives: 'met' | 'unmet' | 'unknown';
  readonly points: number | null;
}
