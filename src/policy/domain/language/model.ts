/** A formula as it was written, with the place of each part for messages. */
export type Formula =
  | { readonly kind: 'number'; readonly at: number; readonly digits: string; readonly unit: string }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'call'; readonly at: number; readonly name: 'min' | 'max'; readonly of: readonly Formula[] }
  | { readonly kind: 'not' | 'minus'; readonly at: number; readonly of: Formula }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly op: BinaryOperator;
      readonly left: Formula;
      readonly right: Formula;
    };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type BinaryOperator = Comparison | 'and' | 'or' | '+' | '-' | '*' | '/';

/** What a formula cannot be; `at` counts signs from its beginning. */
export interface FormulaFault {
  readonly code:
    | 'policy-formula-sign'
    | 'policy-formula-end'
    | 'policy-formula-wants'
    | 'policy-formula-deep'
    | 'policy-formula-long'
    | 'policy-formula-function';
  readonly at: number;
  readonly given: string;
}
