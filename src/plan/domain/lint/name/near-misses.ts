import { confusable } from './confusable.ts';

/** A stretch of text that is one slip away from a name. Offsets are into the text searched. */
export interface NearMiss {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/**
 * Looks for stretches one slip away from `name`, whose last `tail` characters are its kind (区, 产业链) and stand
 * as they should. Look-alike characters always count; in places of four characters and more any wrong one does, while
 * chains that differ by a whole word (智能装备, 节能装备) are different chains. `known` tells names of their own.
 */
export function nearMisses(text: string, name: string, tail: number, known: (word: string) => boolean): NearMiss[] {
  const kind = name.slice(-tail);
  const stem = name.slice(0, -tail);
  if (stem.length < 2) return [];
  const found: NearMiss[] = [];
  for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
    const end = at + kind.length;
    // The name itself, ending here, is no slip; neither is it when a longer known name ends here.
    if (text.slice(Math.max(0, end - name.length), end) === name) continue;
    const start = slipBefore(text, at, stem, !kind.startsWith('产业'));
    if (start === null) continue;
    const written = text.slice(start, end);
    if (!known(written) && !knownAround(text, start, end, known)) found.push({ start, end, written });
  }
  return found;
}

/** Where a slip of `stem` that ends at `end` begins, or null. */
function slipBefore(text: string, end: number, stem: string, anyWrong: boolean): number | null {
  const same = text.slice(Math.max(0, end - stem.length), end);
  if (same.length === stem.length) {
    const wrong = [...same].flatMap((c, i) => (c === stem[i] ? [] : [i]));
    const [a, b] = wrong;
    if (wrong.length === 1 && ((anyWrong && stem.length >= 3) || confusable(same[a!]!, stem[a!]!)))
      return end - stem.length;
    const swapped = wrong.length === 2 && b === a! + 1 && same[a!] === stem[b] && same[b] === stem[a!];
    if (swapped && stem.length >= 3) return end - stem.length;
  }
  if (stem.length < 3) return null;
  const short = text.slice(end - stem.length + 1, end);
  for (let drop = 1; drop < stem.length; drop++)
    if (short === stem.slice(0, drop) + stem.slice(drop + 1)) return end - stem.length + 1;
  return null;
}

/** 青山区 inside 武汉市青山区 or in a longer name that somebody knows is not ours. */
function knownAround(text: string, start: number, end: number, known: (word: string) => boolean): boolean {
  for (let from = Math.max(0, start - 3); from <= start; from++)
    for (let to = end; to <= end + 3; to++) if ((from < start || to > end) && known(text.slice(from, to))) return true;
  return false;
}
