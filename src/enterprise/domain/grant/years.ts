import type { Day } from '../../../kernel/index.ts';

/** What was granted in one year, and how much of all grants was paid in it; whole fen. */
export interface GrantYear {
  readonly year: number;
  readonly grantedFen: number;
  readonly paidFen: number;
}

interface Granted {
  readonly grantedOn: Day;
  readonly amountFen: number;
  readonly paidYear: number | null;
}

/** Grants added up by the year of their document and by the year in which they were paid; the newest first. */
export function grantsByYear(grants: readonly Granted[]): readonly GrantYear[] {
  const years = new Map<number, { grantedFen: number; paidFen: number }>();
  const at = (year: number) => {
    const known = years.get(year) ?? { grantedFen: 0, paidFen: 0 };
    years.set(year, known);
    return known;
  };
  for (const { grantedOn, amountFen, paidYear } of grants) {
    at(Number(grantedOn.slice(0, 4))).grantedFen += amountFen;
    if (paidYear !== null) at(paidYear).paidFen += amountFen;
  }
  return [...years].map(([year, sums]) => ({ year, ...sums })).toSorted((a, b) => b.year - a.year);
}
