/** A stretch of text that stayed, went or came. */
export interface Stretch {
  readonly change: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** More cells than this are not compared one by one: the whole text is then what went and what came. */
const mostCells = 4_000_000;

/**
 * What changed between two texts, in words: runs of digits and letters are one word, every other sign is one. What went
 * stands before what came.
 */
export function compareWords(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const middle: Stretch[] =
    x.length * y.length > mostCells
      ? [
          { change: 'gone', text: x.join('') },
          { change: 'new', text: y.join('') },
        ]
      : between(x, y);
  return merged([
    { change: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { change: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

const wordsOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*%?|[A-Za-z]+|[\s\S]/gu) ?? [];

/** The longest common run of words, walked forward. */
function between(x: readonly string[], y: readonly string[]): Stretch[] {
  const width = y.length + 1;
  const common = new Uint32Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      common[i * width + j] =
        x[i] === y[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      found.push({ change: 'same', text: x[i] ?? '' });
      i++;
      j++;
    } else if (
      i < x.length &&
      (j >= y.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    )
      found.push({ change: 'gone', text: x[i++] ?? '' });
    else found.push({ change: 'new', text: y[j++] ?? '' });
  }
  return found;
}

function merged(all: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const each of all) {
    const last = found.at(-1);
    if (each.text === '') continue;
    if (last?.change === each.change) found.splice(-1, 1, { change: each.change, text: last.text + each.text });
    else found.push(each);
  }
  return found;
}
