import { type Reading, wordsOf } from '../reading.ts';

const STACKING =
  /就高不(?:重复|就低)|择高(?:享受|不重复|奖励)|从高不重复|按最高标准|不重复(?:享受|奖励|补助|支持)|不(?:得)?重复(?:申报|享受)|就高原则|高者|补差/;

/** The stacking rule of the document in its own words (就高不重复), or null. */
export function stackingOf(r: Reading): string | null {
  for (let i = r.paragraphs.length - 1; i >= 0; i--) {
    for (const sentence of r.sentences[i]!) {
      const words = r.text.slice(sentence.start, sentence.end);
      const m = STACKING.exec(words);
      if (!m) continue;
      const segment =
        sentence.segments.find((s) => sentence.start + m.index >= s.start && sentence.start + m.index < s.end) ??
        sentence;
      return wordsOf(r, segment).replace(/[，。；]$/, '');
    }
  }
  return null;
}
