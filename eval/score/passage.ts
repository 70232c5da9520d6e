import type { Span } from '../../src/kernel/index.ts';
import { squeeze } from './wording.ts';

/** The annotated part of a text, and where in the text a snippet of gold stands. */
export interface Passage extends Span {
  /** Every place of the snippet inside the passage, white space left out on both sides. */
  placesOf(snippet: string): readonly Span[];
}

/** The passage between two lines (1-based, both included), or the whole text. */
export function passageOf(text: string, lines: readonly [number, number] | null): Passage {
  const { start, end } = lines === null ? { start: 0, end: text.length } : spanOfLines(text, lines);
  const offsets: number[] = [];
  for (let i = start; i < end; i++) if (!/\s/u.test(text[i] ?? '')) offsets.push(i);
  const packed = squeeze(text.slice(start, end));
  return {
    start,
    end,
    placesOf(snippet) {
      const wanted = squeeze(snippet);
      const places: Span[] = [];
      if (wanted === '') return places;
      for (let at = packed.indexOf(wanted); at >= 0; at = packed.indexOf(wanted, at + 1)) {
        places.push({ start: offsets[at] ?? 0, end: (offsets[at + wanted.length - 1] ?? 0) + 1 });
      }
      return places;
    },
  };
}

function spanOfLines(text: string, [first, last]: readonly [number, number]): Span {
  const starts = [0];
  for (const match of text.matchAll(/\n/gu)) starts.push(match.index + 1);
  return { start: starts[first - 1] ?? text.length, end: starts[last] ?? text.length };
}
