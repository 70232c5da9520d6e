import type { Hidden } from '../reading/matrix-model.ts';
import { usualLeast } from '../suppress/suppress.ts';

/** Why a cell is not shown. */
export const hiddenWords = (because: Hidden, least = usualLeast): string =>
  because === 'small' ? `不足 ${least} 家，不显示` : `显示了就能推算出不足 ${least} 家的数，所以不显示`;
