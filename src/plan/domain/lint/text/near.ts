/** How one word becomes the other by a single slip; null when they are equal or further apart. */
export type Slip = 'omitted' | 'added' | 'changed' | 'swapped';

/** `written` compared with `meant`: one character left out, put in, or mistaken, or two neighbours exchanged. */
export function slipBetween(written: string, meant: string): Slip | null {
  if (written === meant) return null;
  const gap = meant.length - written.length;
  if (gap === 1) return without(meant, written) ? 'omitted' : null;
  if (gap === -1) return without(written, meant) ? 'added' : null;
  if (gap !== 0) return null;
  const wrong = [...written].flatMap((c, i) => (c === meant[i] ? [] : [i]));
  const [a, b] = wrong;
  if (wrong.length === 1) return 'changed';
  const swapped = wrong.length === 2 && b === a! + 1 && written[a!] === meant[b] && written[b] === meant[a!];
  return swapped ? 'swapped' : null;
}

/** True when dropping one character of `long` gives `short`. */
function without(long: string, short: string): boolean {
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return long.slice(i + 1) === short.slice(i);
}

/** True when all characters of `short` stand in `long` in the same order: 工信局 in 工业和信息化局. */
export function isAbbreviation(short: string, long: string): boolean {
  let i = 0;
  for (const c of long) if (c === short[i]) i++;
  return i === short.length;
}
