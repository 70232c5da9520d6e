import { diffArrays } from 'diff';

/** A stretch of a paragraph: as it was, taken out, or put in. */
export interface TextPart {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A paragraph of the generated text beside one of the edited text; the number is null where there is none. */
export interface ParagraphChange {
  readonly change: 'same' | 'changed' | 'removed' | 'added';
  /** From 0, in the generated and in the edited text. */
  readonly generated: number | null;
  readonly edited: number | null;
  readonly parts: readonly TextPart[];
}

/** Two paragraphs with less than this in common are one taken out and another put in. */
const ALIKE = 0.4;
/** Changed words of one paragraph beyond which it is told as replaced whole: nobody reads such a comparison. */
const MOST_CHANGES = 2_000;
/** How far ahead the other half of a changed paragraph is looked for. */
const REACH = 50;

/**
 * Compares the paragraphs of a generated text with those of its edited one, in the order in which a person reads them:
 * what stayed, what was changed and where within the paragraph, what is gone and what is new. Numbers and words of
 * Western letters are compared whole, Chinese by characters.
 */
export function compareText(generated: readonly string[], edited: readonly string[]): readonly ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [before, after] = [0, 0];
  let removed: string[] = [];
  const settle = (added: readonly string[]): void => {
    changes.push(...pairUp(removed, added, before - removed.length, after - added.length));
    removed = [];
  };
  for (const { value, added, removed: gone } of diffArrays([...generated], [...edited])) {
    if (gone) {
      before += value.length;
      removed = value;
    } else if (added) {
      after += value.length;
      settle(value);
    } else {
      settle([]);
      for (const text of value) {
        changes.push({ change: 'same', generated: before++, edited: after++, parts: [{ change: 'same', text }] });
      }
    }
  }
  settle([]);
  return changes;
}

/** Paragraphs taken out beside those put in: alike ones, in their order, are one paragraph that was changed. */
function pairUp(
  removed: readonly string[],
  added: readonly string[],
  before: number,
  after: number,
): readonly ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  removed.forEach((text, at) => {
    const match = added.findIndex(
      (other, place) => place >= next && place < next + REACH && alike(text, other) >= ALIKE,
    );
    if (match < 0) {
      changes.push({ change: 'removed', generated: before + at, edited: null, parts: [{ change: 'removed', text }] });
      return;
    }
    for (; next < match; next++) changes.push(put(added[next] ?? '', after + next));
    const parts = compareWords(text, added[match] ?? '');
    changes.push({ change: 'changed', generated: before + at, edited: after + match, parts });
    next = match + 1;
  });
  for (; next < added.length; next++) changes.push(put(added[next] ?? '', after + next));
  return changes;
}

const put = (text: string, edited: number): ParagraphChange => ({
  change: 'added',
  generated: null,
  edited,
  parts: [{ change: 'added', text }],
});

/** Share of the pairs of neighbouring characters that two texts have in common, from 0 to 1. */
function alike(one: string, other: string): number {
  const [first, second] = [pairs(one), pairs(other)];
  let common = 0;
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0);
  const all = Math.max(1, one.length - 1) + Math.max(1, other.length - 1);
  return (2 * common) / all;
}

function pairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Numbers with their point and sign and Western words stay whole: “12.5” never reads as “12” and “.5”. */
const WORDS = /-?\d[\d,]*(?:\.\d+)?%?|[A-Za-z]+|\s+|./gsu;

function compareWords(generated: string, edited: string): readonly TextPart[] {
  const [before, after] = [generated.match(WORDS) ?? [], edited.match(WORDS) ?? []];
  const words = diffArrays<string>(before, after, { maxEditLength: MOST_CHANGES });
  if (words === undefined) {
    return [
      { change: 'removed', text: generated },
      { change: 'added', text: edited },
    ];
  }
  return words.map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
