/** Text without any white space: how snippets of gold are compared with the source. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Text for comparing free wording: one width for letters and digits, no punctuation, no white space. */
export const loosely = (text: string | null | undefined): string =>
  squeeze((text ?? '').normalize('NFKC')).replace(/[\p{Pi}\p{Pf}\p{Ps}\p{Pe},，。.;；、:："'·]/gu, '');

/** Share (0 to 1) of the neighbouring character pairs of the shorter wording that the longer one has too. */
export function likeness(a: string | null | undefined, b: string | null | undefined): number {
  const [short, long] = [loosely(a), loosely(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length < 2) return short === long ? 1 : 0;
  const left = countPairs(long);
  let shared = 0;
  for (const [pair, count] of countPairs(short)) shared += Math.min(count, left.get(pair) ?? 0);
  return shared / (short.length - 1);
}

/** Two figures are the same when both are missing or they differ by rounding only. */
export function sameFigure(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return Math.abs(a - b) < 1e-6;
}

/** Units that count the same things under several words are one. */
export function unitWord(unit: string): string {
  const word = loosely(unit);
  if (word === '百分点') return '%';
  if (word === '户' || word === '家企业') return '家';
  if (word === '名' || word === '人次') return '人';
  return word;
}

function countPairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
