import type { Definition } from '../definition.ts';
import type { Manner } from '../time/known.ts';

/** No figure can be below 0: the least that is allowed says so, and a number of enterprises never is. */
export const neverNegative = ({ of, low }: Definition): boolean => of.kind === 'count' || (low !== null && low >= 0);

/** What has come cannot go again: a sum of what is never below 0, a maximum. */
export const rises = (definition: Definition, manner: Manner): boolean =>
  manner.greatest || (neverNegative(definition) && manner.measures !== 'stock');

/** Amounts of several places can be added up, and so can what they lack. */
export const isAdditive = ({ of }: Definition): boolean => of.kind !== 'ratio' && of.kind !== 'max';
