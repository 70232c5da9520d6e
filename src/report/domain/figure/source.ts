/**
 * A place in the frozen facts: keys with `/` between them, `current/snapshot/ranking/3/permille`. `*` stands for every
 * entry of a list or record. Keys of the facts hold no slash.
 */
export type Pointer = string;

/** What an entry must have to be counted: a value, one of some, or with null anything that is not blank. */
export type Where = Readonly<Record<Pointer, string | number | boolean | readonly string[] | null>>;

/** How a figure follows from the frozen facts. */
export type FigureSource =
  | { readonly how: 'value'; readonly at: Pointer }
  /** The value without its sign: the words beside it say which way. */
  | { readonly how: 'size'; readonly at: Pointer }
  /** How many entries there are with these values. */
  | { readonly how: 'count'; readonly of: Pointer; readonly where: Where }
  /** How many different values the entries have at a place below them. */
  | { readonly how: 'distinct'; readonly of: Pointer; readonly where: Where; readonly by: Pointer }
  | { readonly how: 'sum'; readonly of: readonly Pointer[] }
  /** Tenths of a percent, half rounded up. */
  | { readonly how: 'rate'; readonly won: Pointer; readonly of: Pointer }
  /** How far two figures are apart, without a sign: the words beside it say which way. */
  | { readonly how: 'apart'; readonly left: FigureSource; readonly right: FigureSource };
