/** Where facts come from, as packs/base/fact-sources.yaml says it; written out, because domain/ does not read packs. */
export type SourceRule =
  | { readonly fact: string; readonly figure: string; readonly back: number; readonly years: number }
  | { readonly fact: string; readonly growth: string; readonly years: number }
  | { readonly fact: string; readonly greatest: string }
  | { readonly fact: string; readonly title: string; readonly gives: 'year' | 'first-year' | 'valid' }
  | { readonly fact: string; readonly since: 'founded' }
  | { readonly fact: string; readonly industries: readonly string[] }
  | { readonly fact: string; readonly chains: readonly string[] }
  | {
      readonly fact: string;
      readonly options: readonly {
        readonly option: string;
        readonly regions: readonly string[];
        readonly chains: readonly string[];
      }[];
    }
  | { readonly fact: string; readonly grows: true };

/** What the register has of one enterprise, as far as facts are made of it. */
export interface Registered {
  readonly regionId: string;
  readonly chainId: string | null;
  readonly industry: string | null;
  readonly foundedOn: string | null;
  /** Year -> figures, whole at the decimals of the dictionary. */
  readonly years: ReadonlyMap<number, Readonly<Record<string, number>>>;
  readonly titles: readonly {
    readonly kind: string;
    readonly givenOn: string;
    readonly endsOn: string | null;
    readonly endedOn: string | null;
  }[];
  /** Facts that are kept by themselves, each from a day on; null: known to be not known any more. */
  readonly kept: readonly {
    readonly fact: string;
    readonly fromDay: string;
    readonly value: number | null;
    readonly source: string;
  }[];
}

/** Where a value comes from, for people and for links. */
export type Origin =
  | { readonly kind: 'figures'; readonly figure: string; readonly from: number; readonly to: number }
  | { readonly kind: 'titles'; readonly title: string }
  | { readonly kind: 'register'; readonly part: 'foundedOn' | 'industry' | 'chainId' | 'regionId' }
  | { readonly kind: 'kept'; readonly fromDay: string; readonly source: string }
  | { readonly kind: 'none' };

/** A fact on a day: its stored whole number, NaN where it is not known. */
export interface Derived {
  readonly value: number;
  readonly origin: Origin;
}
