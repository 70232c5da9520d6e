/** Ideographs, kana, full-width forms and the marks that Chinese type sets in a full square. */
const FULL =
  /[\u2014\u2018\u2019\u201c\u201d\u2026\u2190-\u21ff\u2460-\u24ff\u25a0-\u26ff\u2e80-\u303f\u3040-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;

/** Width of a text in squares of its own size: 1 for a Chinese character, half for a letter or digit. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += FULL.test(character) ? 1 : 0.5;
  return width;
}

/** Width of its widest line. */
export const widestLine = (text: string): number => Math.max(...text.split('\n').map(textWidth));
