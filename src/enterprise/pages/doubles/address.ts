import { pairBoxes } from '../../contract.ts';

/** What the page of pairs takes from its address. */
export interface PairsSearch {
  /** Left out: those that wait. */
  readonly box?: Exclude<(typeof pairBoxes)[number], 'open'>;
  readonly enterpriseId?: string;
  readonly page?: number;
}

export function pairsSearch({ box, enterpriseId, page }: Record<string, unknown>): PairsSearch {
  const known = pairBoxes.find((each) => each === box && each !== 'open') as PairsSearch['box'];
  return {
    ...(known !== undefined && { box: known }),
    ...(typeof enterpriseId === 'string' && /^[0-9a-hjkmnp-tv-z]{10}$/u.test(enterpriseId) && { enterpriseId }),
    ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
  };
}
