import type { Payer } from '../check/compiled.ts';

const million = 1_000_000;

/**
 * Shares of an award in whole yuan, into `into` in the order of the payers. Exact for every award below 2^53: the
 * millions of it and what is left are each small enough.
 */
export function shareOut(award: number, payers: readonly Payer[], into: Float64Array): void {
  const millions = Math.floor(award / million);
  const rest = award - millions * million;
  let left = award;
  let takesRest = -1;
  for (let at = 0; at < payers.length; at++) {
    const payer = payers[at] as Payer;
    const share = millions * payer.millionths + Math.floor((rest * payer.millionths) / million);
    into[at] = share;
    left -= share;
    if (payer.rest) takesRest = at;
  }
  if (takesRest >= 0) into[takesRest] = (into[takesRest] ?? 0) + left;
}
