import { type Line, wrapWidths } from './lines.ts';

const PAGE_NUMBER =
  /^(?:[-·•.\s]*\d{1,4}[-·•.\s]*|第?\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
const TERMINAL = /[。！？；：”’）〕》]$/;
const CONTINUES_NUMBER = /^[年月日家个项万亿千百%‰元户人场次名件台套条座倍亩吨]/;

/**
 * Lines that belong to the page and not to the text: page numbers, and running headers that repeat or stand beside a
 * page number in the middle of a sentence. They stay in the source; reading skips them.
 */
export function findFurniture(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  const numbers = new Set<number>();
  lines.forEach((line, i) => {
    if (PAGE_NUMBER.test(line.text) && standsAlone(lines, i)) numbers.add(i);
  });
  for (const i of numbers) if (betweenText(lines, i)) found.add(i);
  const wraps = wrapWidths(lines);
  const seen = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (!headerLike(line)) return;
    const key = line.text.replace(/\s+/g, '').replace(/\d+/g, '#');
    const places = seen.get(key);
    if (places) places.push(i);
    else seen.set(key, [i]);
  });
  for (const places of seen.values()) {
    for (const i of places) {
      // A line as wide as the text that occurs once is text, whatever page number stands beside it.
      if (places.length === 1 && lines[i]!.width >= wraps[i]! - 1.6) continue;
      if (isRunningHeader(lines, i, places.length, numbers)) {
        found.add(i);
        for (const n of [i - 1, i + 1]) if (numbers.has(n)) found.add(n);
      }
    }
  }
  return found;
}

/** A number alone on a line is a page number unless the sentence around it needs it. */
function standsAlone(lines: readonly Line[], i: number): boolean {
  const next = lines[i + 1];
  if (next && CONTINUES_NUMBER.test(next.text) && !/^\D*$/.test(lines[i]!.text)) {
    const bare = /^\d+$/.test(lines[i]!.text);
    const year = /(?:19|20)\d{2}$/.test(lines[i - 1]?.text ?? '') && /^年/.test(next.text);
    if (bare && !year) return false;
  }
  return true;
}

/** Table cells that were printed one to a line also look like page numbers: those have short neighbours. */
function betweenText(lines: readonly Line[], i: number): boolean {
  const marked = /[-第页/·•]/.test(lines[i]!.text);
  const near = [lines[i - 2], lines[i - 1], lines[i + 1], lines[i + 2]].filter((l): l is Line => l !== undefined);
  const long = near.filter((l) => l.width >= 9).length;
  return marked || long >= 2;
}

function headerLike(line: Line): boolean {
  return (
    !/〔\s*\d{4}\s*〕|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(line.text) &&
    line.width >= 2 &&
    line.width <= 30 &&
    line.tabs < 2 &&
    !/[。；，、：]/.test(line.text.slice(-1)) &&
    !/[。；，]/.test(line.text)
  );
}

/** Title lines repeat between the annexes of one plan; only a page number beside them makes them furniture. */
const TITLE_LINE = /(?:方案|计划|意见|办法|措施|通知|规定|细则|规划)(?:（.*）)?$/;
const LABELLED =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]|第.{1,4}[条章节]|附件)/;

function isRunningHeader(lines: readonly Line[], i: number, times: number, numbers: ReadonlySet<number>): boolean {
  const line = lines[i]!;
  if (LABELLED.test(line.text) || PAGE_NUMBER.test(line.text)) return false;
  const besideNumber = numbers.has(i - 1) || numbers.has(i + 1);
  let before = i - 1;
  while (before >= 0 && numbers.has(before)) before--;
  let after = i + 1;
  while (after < lines.length && numbers.has(after)) after++;
  const prev = lines[before];
  const next = lines[after];
  const inSentence =
    prev !== undefined &&
    next !== undefined &&
    !TERMINAL.test(prev.text) &&
    prev.width >= 9 &&
    !LABELLED.test(next.text);
  if (besideNumber && inSentence) return true;
  if (times >= 3 && besideNumber) return true;
  return (
    times >= 3 &&
    inSentence &&
    !TITLE_LINE.test(line.text) &&
    /[\u4e00-\u9fff]/.test(line.text) &&
    prev.width > line.width
  );
}
