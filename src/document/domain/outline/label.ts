/** The kinds of label that official documents number their parts with, outermost first (GB/T 9704-2012 and usage). */
export type LabelKind =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanParen'
  | 'digit'
  | 'digitParen'
  | 'circle'
  | 'word';

export interface Label {
  readonly kind: LabelKind;
  /** Ordinal number, 0 when there is none. */
  readonly number: number;
  /** As it goes into a path: stops removed, brackets kept. */
  readonly printed: string;
  /** Length of the label with its stop in the folded text. */
  readonly length: number;
}

const HAN = '一二三四五六七八九十百零〇两';
const PATTERNS: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'annex',
    /^(附件|附表|附录)[:：]?([\d一二三四五六七八九十]{0,3})[:：]?(?=$|[^\d一二三四五六七八九十）)、，。的中所规列及和])/,
  ],
  ['part', new RegExp(`^第([${HAN}\\d]{1,5})(?:编|部分)`)],
  ['chapter', new RegExp(`^第([${HAN}\\d]{1,5})章`)],
  ['section', new RegExp(`^第([${HAN}\\d]{1,5})节`)],
  ['article', new RegExp(`^第([${HAN}\\d]{1,5})条`)],
  ['han', new RegExp(`^([${HAN}]{1,3})[、.]`)],
  ['hanParen', new RegExp(`^（([${HAN}]{1,3})）[、.]?`)],
  ['digit', /^(\d{1,3})(?:[.、](?:(?!\d)|(?=20\d{2}年))|（?）)/],
  ['digitParen', /^（(\d{1,2})）[、.]?/],
  ['circle', /^([①-⑳])/],
];
/** Words that some documents put where a number would stand. */
const WORDS =
  /^(具体措施|主要措施|工作措施|重点举措|支持措施|重点任务|工作任务|主要任务|工作目标|主要目标|发展目标|责任分工|保障措施)(?=[：:。]|$)[：:。]?/;

/** Reads the label at the start of a paragraph, or null. `text` is folded and free of blanks. */
export function readLabel(text: string): Label | null {
  for (const [kind, pattern] of PATTERNS) {
    const m = pattern.exec(text);
    if (!m) continue;
    if (kind === 'annex') {
      // A body sentence may begin with the word too: “附件所列项目…”.
      if (m[2] === '' && text.length > 40 && !/^附件[:：]/.test(text)) return null;
      return { kind, number: ordinal(m[2] ?? ''), printed: `${m[1]}${m[2] ?? ''}`, length: m[0].length };
    }
    const body = m[1] ?? '';
    const printed =
      kind === 'hanParen' || kind === 'digitParen' ? `（${body}）` : kind === 'han' || kind === 'digit' ? body : m[0];
    return { kind, number: ordinal(body), printed, length: m[0].length };
  }
  const word = WORDS.exec(text);
  return word ? { kind: 'word', number: 0, printed: word[1]!, length: word[0].length } : null;
}

/** Reads 12, 十二, 一百零三 and ⑫; 0 for an empty string. */
export function ordinal(body: string): number {
  if (body === '') return 0;
  if (/^\d+$/.test(body)) return Number(body);
  const circled = body.codePointAt(0)! - 0x2460;
  if (circled >= 0 && circled < 20) return circled + 1;
  let total = 0;
  let digit = 0;
  for (const c of body) {
    const d = '零一二三四五六七八九'.indexOf(c === '〇' ? '零' : c === '两' ? '二' : c);
    if (d >= 0) digit = d;
    else if (c === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else if (c === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    }
  }
  return total + digit;
}
