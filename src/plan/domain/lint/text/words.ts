/** A number as people write it: at most four decimals, none that say nothing. */
export const plain = (n: number): string => String(Number(n.toFixed(4)));

/** Half of the last decimal that was written: 2.10 → 0.005, 220 → 0.5. */
export function halfStep(written: string): number {
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

/** Words for a finding: white space gone, at most `most` characters. */
export function quote(text: string, most = 40): string {
  const flat = text.replace(/\s+/g, '');
  return `“${flat.length > most ? `${flat.slice(0, most - 1)}…` : flat}”`;
}

/** 2025年 or, without a year, nothing. */
export const inYear = (year: number | null): string => (year === null ? '' : `${year}年`);
