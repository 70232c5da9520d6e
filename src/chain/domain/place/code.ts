import type { MapNode } from '../map/index.ts';
import type { IndustryNames } from './model.ts';

export interface CodeReading {
  /** Two to four digits; null: nothing that is a code or the name of one. */
  readonly code: string | null;
  /** What the code was called; null where the register does not know it. */
  readonly name: string | null;
  /** Codes that hold instead of one of the edition before. */
  readonly now: readonly string[];
}

/** Reads `1763`, `C1763`, `C17`, `1760`, `1763 针织品制造` or the name alone, of this edition or the one before. */
export function readCode(given: string | null, { names, older }: IndustryNames): CodeReading {
  const text = (given ?? '').normalize('NFKC').trim();
  const digits = /(?<!\d)[A-Ta-t]?(\d{2,4})(?!\d)/u.exec(text)?.[1];
  if (digits === undefined) return byName(text, names);
  const old = older.get(digits);
  if (old !== undefined && !names.has(digits)) return { code: digits, name: old.name, now: old.now };
  let code = digits;
  // 1760 is the group 176 written with four places.
  while (!names.has(code) && code.length > 2 && code.endsWith('0')) code = code.slice(0, -1);
  return { code, name: names.get(code) ?? null, now: [code] };
}

const bare = (name: string) => name.replace(/[、,，（）()\s]/gu, '').replace(/(?:制造|加工|业)+$/u, '');

function byName(text: string, names: IndustryNames['names']): CodeReading {
  const none: CodeReading = { code: null, name: null, now: [] };
  const wanted = bare(text);
  if (wanted.length < 2) return none;
  for (const [code, name] of names) if (bare(name) === wanted) return { code, name, now: [code] };
  return none;
}

/** How surely a code speaks for each node, 0 to 1. An exact entry is worth more than one of its group or division. */
export function codeShares({ now }: CodeReading, nodes: readonly MapNode[]): number[] {
  const shares = nodes.map(() => 0);
  for (const code of now) {
    const exact = nodes.map((node) => weightOf(node, (each) => each === code));
    const above = nodes.map((node) => weightOf(node, (each) => code.startsWith(each)) * 0.7);
    const below = nodes.map((node) => weightOf(node, (each) => each.startsWith(code)) * 0.4);
    const held = [exact, above, below].find((each) => each.some((weight) => weight > 0)) ?? [];
    held.forEach((weight, at) => {
      shares[at] = Math.max(shares[at] ?? 0, weight);
    });
  }
  return shares;
}

const weightOf = ({ codes }: MapNode, fits: (code: string) => boolean): number =>
  codes.reduce((most, { code, weight }) => (fits(code) ? Math.max(most, weight) : most), 0);
