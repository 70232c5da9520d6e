import { contains, meeting, type Span } from '../../../kernel/index.ts';
import type { SourceText } from '../model.ts';
import { readLabel } from '../outline/label.ts';
import { fold } from './fold.ts';
import { findFurniture } from './furniture.ts';
import { filledByCount, type Line, splitLines, withoutMark, wrapWidths } from './lines.ts';
import { findTableBlocks, type TableBlock } from './table-blocks.ts';

/** A paragraph of the mended text; offsets are into the mended text. */
export interface Paragraph extends Span {
  /** Index of its first line in `MendedText.lines`. */
  readonly line: number;
}

/**
 * The text as its author wrote it: wrapped lines joined, blanks and page furniture taken out, one `\n` between
 * paragraphs. `at` leads from each character back to the source.
 */
export interface MendedText {
  /** Folded: what rules read. */
  readonly text: string;
  /** Same length, characters as written: what people read. */
  readonly raw: string;
  readonly at: Int32Array;
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly tableBlocks: readonly TableBlock[];
}

/** Where a stretch of mended text stands in the source. */
export function toSource(mended: MendedText, span: Span): Span {
  const first = mended.at[span.start] ?? 0;
  const last = mended.at[Math.max(span.start, span.end - 1)] ?? first;
  return { start: first, end: last + 1 };
}

const TERMINAL = /[。！？][”’）〕》」』]*$/;
const HEAD_END = /(?:通知|意见|方案|办法|措施|计划|规划|细则|决定|公告|清单|[)）])$/;
const OPEN_END = /[，、；：“‘（〔《和及与的在将对为]$/;

/** Joins what the page broke. Never changes the order of characters. */
export function mend(source: SourceText): MendedText {
  const all = source.format === 'md' ? splitLines(source.text).map(withoutMark) : splitLines(source.text);
  const furniture = findFurniture(all);
  // Readers give tables and furniture in the order of the text, so each line finds its own by bisection.
  const within = (places: readonly Span[], line: Line): boolean =>
    meeting(places, line).some((place) => contains(place, line));
  const kept = all.filter(
    (line, i) => !furniture.has(i) && !within(source.furniture, line) && !within(source.tables, line),
  );
  const blocks = findTableBlocks(kept);
  const blockAt = new Map(blocks.flatMap((b) => range(b.from, b.to).map((i) => [i, b] as const)));
  const wraps = wrapWidths(kept);
  const filled = filledByCount(kept);
  const builder = new Builder(source.text);
  for (let i = 0; i < kept.length; i++) {
    if (blockAt.has(i)) {
      builder.close();
      continue;
    }
    const line = kept[i]!;
    // What stands behind a table does not continue what stands before it.
    if (i > 0 && meeting(source.tables, { start: kept[i - 1]!.end, end: line.start }).length > 0) builder.close();
    if (
      !builder.open ||
      breaksBefore(builder, kept[i - 1]!, line, wraps[i - 1] ?? Number.POSITIVE_INFINITY, filled[i - 1] === true)
    )
      builder.begin(i);
    builder.append(line);
  }
  builder.close();
  return { ...builder.finish(), lines: kept, tableBlocks: blocks };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** Does a new paragraph begin with `line`? */
function breaksBefore(b: Builder, prev: Line, line: Line, wrap: number, filled: boolean): boolean {
  if (b.unclosedBracket() && b.length < 4000 && /[：、，；]$/.test(prev.text)) return false;
  // The first line of a paragraph is set in by two characters, often without blanks to show for it.
  const full = filled || prev.width >= wrap - (b.oneLine ? 3.6 : 1.6);
  const listGoesOn = full && /[：、][^。；：、]{0,4}$/.test(prev.text);
  if ((standsAlone(line.text) && !listGoesOn) || standsAlone(prev.text)) return true;
  if (/^解读：/.test(line.text)) return true;
  // “2024、2025、20 / 26、2027年”: a year that the page cut is no label.
  if (labelOf(line.text) && !(full && /\d$/.test(prev.text) && /^\d/.test(line.text))) return true;
  if (b.oneLine && prev.width < wrap - 1.6 && (SALUTATION.test(prev.text) || isTitle(b, prev, line))) return true;
  if (/^--/.test(line.text)) return true;
  if (TERMINAL.test(prev.text)) return !full || line.indent >= 4;
  if (OPEN_END.test(prev.text) && !/：$/.test(prev.text)) return false;
  if (/：$/.test(prev.text)) return !full || wrap > 60;
  if (full) return false;
  if (/(?:…|\.{4,}|·{4,}|-{4,})\s*[（(]?\d{1,4}[）)]?$/.test(prev.text)) return true;
  if (/(?:单位|部门|时限|牵头|配合)：[^。；〕）]*$/.test(prev.text) && !b.unclosedBracket()) return true;
  // The line ended early without a stop: a heading, or a sentence that a page break cut.
  if (b.unclosedBracket() && b.length < 4000) return false;
  if (/^[，。；、：）〕》”%]/.test(line.text)) return false;
  if (/\d$/.test(prev.text) && /^[年月日家个项万亿千百%元户人场次名]/.test(line.text)) return false;
  if (b.labelled && !b.hasStop()) return true;
  if (HEAD_END.test(prev.text) || prev.width < 12)
    return !(wrap < 60 && b.hasStop() && prev.width >= 4 && !HEAD_END.test(prev.text));
  return !b.hasComma();
}

const SALUTATION = /^(?:各|市|县|区|省|全|有关)[^。：]*[府会局委位司门校院厅]：$/;

/** A title of one line in the first lines of the text, with no comma and nothing that a plan's first sentence begins with. */
const isTitle = (b: Builder, prev: Line, line: Line): boolean =>
  b.line < 8 &&
  /(?:通知|意见|方案|办法|措施|计划|规划|细则|要点|清单)$/.test(prev.text) &&
  !/^(?:为|根据|按照|依据|经|《|现将)|[，。；：]/.test(prev.text) &&
  !/^[的》（和及、，。；：]/.test(line.text);

/** Lines that are a paragraph whatever stands around them: document number, date, disclosure note, issuer. */
const STANDS_ALONE =
  /^(?:[\u4e00-\u9fff]{2,14}〔\s*\d{4}\s*〕\s*第?\s*\d{1,5}\s*号(?:\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)?|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|（此件.{2,12}）|（(?:解读人|联系人|注：).*|[^。；，：]{2,24}(?:召开|举行)[^。；，]{0,30}(?:会议|大会|座谈会))$/;
const ISSUER_LINE =
  /^[\u4e00-\u9fff]{2,16}(?:人民政府|人民政府办公室|人民政府办公厅|委员会|办公室|办公厅|局|厅)(?:办公室)?(?:文件|印发)?$/;
const standsAlone = (text: string): boolean => STANDS_ALONE.test(text) || ISSUER_LINE.test(text);

const NOT_LABEL =
  /^[一二三四五六七八九十]、[一二三四五六七八九十]{1,2}(?:级|产|类|等|线|季|期|号|区|代|次|年|者|层|流|批)/;
const labelOf = (text: string): boolean => {
  const flat = text.replace(/\s+/g, '');
  return !NOT_LABEL.test(flat) && readLabel(flat) !== null;
};

class Builder {
  readonly #source: string;
  readonly #raw: string[] = [];
  readonly #at: number[] = [];
  readonly #paragraphs: Paragraph[] = [];
  #from = -1;
  #line = 0;
  #comma = false;
  #stop = false;
  #depth = 0;
  #appended = 0;
  labelled = false;

  constructor(source: string) {
    this.#source = source;
  }
  get open(): boolean {
    return this.#from >= 0;
  }
  /** Index of the first line of the open paragraph. */
  get line(): number {
    return this.#line;
  }
  get oneLine(): boolean {
    return this.#appended === 1;
  }
  get length(): number {
    return this.#raw.length - this.#from;
  }
  hasComma(): boolean {
    return this.#comma;
  }
  hasStop(): boolean {
    return this.#stop;
  }
  unclosedBracket(): boolean {
    return this.#depth > 0;
  }
  begin(line: number): void {
    this.close();
    this.#from = this.#raw.length;
    this.#line = line;
    this.#comma = false;
    this.#stop = false;
    this.#depth = 0;
    this.labelled = false;
    this.#appended = 0;
  }
  append(line: Line): void {
    this.#appended++;
    if (this.#raw.length === this.#from) this.labelled = labelOf(line.text);
    for (let i = line.start; i < line.end; i++) {
      const c = this.#source[i]!;
      if (/[\s\u3000\u00a0\ufeff\u200b]/.test(c)) {
        if (!betweenLatin(this.#source, i)) continue;
        this.#push(' ', i);
        continue;
      }
      if (c === '，' || c === ',' || c === '；') this.#comma = true;
      if (c === '。') {
        this.#stop = true;
        this.#comma = true;
      }
      if ('（(〔《【['.includes(c)) this.#depth++;
      else if ('）)〕》】]'.includes(c)) this.#depth = Math.max(0, this.#depth - 1);
      this.#push(c, i);
    }
  }
  #push(c: string, at: number): void {
    this.#raw.push(c);
    this.#at.push(at);
  }
  close(): void {
    if (this.#from < 0) return;
    this.#paragraphs.push({ start: this.#from, end: this.#raw.length, line: this.#line });
    this.#push('\n', this.#at.at(-1) ?? 0);
    this.#from = -1;
  }
  finish(): Pick<MendedText, 'text' | 'raw' | 'at' | 'paragraphs'> {
    const raw = this.#raw.join('');
    return { raw, text: fold(raw), at: Int32Array.from(this.#at), paragraphs: this.#paragraphs };
  }
}

/** A blank between two Latin words is kept: “Mini LED”. */
function betweenLatin(text: string, i: number): boolean {
  return /[A-Za-z]/.test(text[i - 1] ?? '') && /[A-Za-z]/.test(text[i + 1] ?? '');
}
