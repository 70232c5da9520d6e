import type { ReactNode } from 'react';
import type { MoneyUnit } from '../money/money.ts';
import type { PickKind } from './pick-sources.ts';

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

/** What an input of a page's own is given. */
export interface OwnInput {
  /** For the element that takes the focus. */
  readonly id?: string;
  readonly value?: unknown;
  onChange?(value: unknown): void;
  readonly 'aria-invalid'?: boolean;
  /** Everything the form holds now. */
  readonly values: Values;
}

/** One field of the product's form; `input` says how it is typed. */
export type Field =
  | (Common & {
      readonly input: 'text';
      readonly suggestions?: readonly string[];
      readonly most?: number;
      /** For the browser's own memory: `username`, `one-time-code`, `off`. */
      readonly complete?: string;
    })
  | (Common & { readonly input: 'secret'; readonly complete: 'current-password' | 'new-password' | 'off' })
  | (Common & { readonly input: 'long'; readonly most?: number })
  | (Common & {
      readonly input: 'figure';
      readonly unit?: string | ((values: Values) => string);
      readonly least?: number;
    })
  /** Holds whole fen. */
  | (Common & { readonly input: 'money'; readonly unit?: MoneyUnit; readonly negative?: boolean })
  /** Holds a decimal, shows percents; `most` is a decimal too. */
  | (Common & { readonly input: 'percent'; readonly most?: number })
  /** Holds ids of a register: one, or a list with `several`. */
  | (Common & { readonly input: 'pick'; readonly of: PickKind; readonly several?: boolean })
  /** Holds a File. */
  | (Common & { readonly input: 'file'; readonly endings: readonly string[]; readonly mostBytes?: number })
  /** Holds true or false; `text` stands at the box. */
  | (Common & { readonly input: 'check'; readonly text: string })
  | (Common & { readonly input: 'year' })
  | (Common & { readonly input: 'day' })
  | (Common & { readonly input: 'choice'; readonly options: readonly Option[] })
  | (Common & { readonly input: 'several'; readonly options: readonly Option[] })
  /** Holds whatever its part of the page gives: what no other input fits. */
  | (Common & { readonly input: 'own'; render(given: OwnInput): ReactNode })
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
