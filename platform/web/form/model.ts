/** A choice of a closed list. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Values = Readonly<Record<string, unknown>>;

interface Common {
  readonly name: string;
  readonly label: string;
  /** Sixths of the form's width; a narrow screen gives every field the whole. */
  readonly width?: 1 | 2 | 3 | 4 | 6;
  readonly help?: string;
  readonly required?: boolean;
  shown?(values: Values): boolean;
}

/** One field of the product's form; `input` says how it is typed. */
export type Field =
  | (Common & { readonly input: 'text'; readonly suggestions?: readonly string[]; readonly most?: number })
  | (Common & { readonly input: 'long'; readonly most?: number })
  | (Common & {
      readonly input: 'figure';
      readonly unit?: string | ((values: Values) => string);
      readonly least?: number;
    })
  | (Common & { readonly input: 'year' })
  | (Common & { readonly input: 'day' })
  | (Common & { readonly input: 'choice'; readonly options: readonly Option[] })
  | (Common & { readonly input: 'several'; readonly options: readonly Option[] })
  | (Common & {
      readonly input: 'tags';
      readonly suggestions?: readonly string[];
      /** Brings what a person types into the usual form: `2025年9月` → `2025-09`. */
      usual?(typed: string): string;
    });

/** Something wrong in one field, in a sentence. */
export interface Fault {
  /** Null: it concerns the form as a whole. */
  readonly name: string | null;
  readonly sentence: string;
}
