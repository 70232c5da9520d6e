import { type DocumentExtraction, extractDocuments, type SourceText } from '../../src/document/index.ts';

/** Plain text as a file reader gives it. */
export const sourceOf = (text: string): SourceText => ({
  text,
  format: 'txt',
  tables: [],
  pageStarts: [],
  furniture: [],
});

/** Reads a text that holds one document; throws when it was cut into several. */
export function readDocument(text: string): DocumentExtraction {
  const documents = extractDocuments(sourceOf(text));
  if (documents.length !== 1) throw new Error(`${documents.length} documents in: ${text.slice(0, 60)}`);
  return documents[0]!;
}

const PLAN = '临江市现代纺织产业提质升级三年行动方案（2025—2027年）';

/** The sentences as the body of an invented three-year plan, under a heading that speaks of tasks. */
export const planText = (...body: string[]): string => [PLAN, '二、重点任务', '（一）强化支撑', ...body].join('\n');

/** The sentences under the goals heading of that plan. */
export const goalsText = (...body: string[]): string => [PLAN, '一、发展目标', ...body].join('\n');

/** The sentences as an article of an invented support policy, issued on 12 March 2025. */
export const policyText = (...body: string[]): string =>
  [
    '临江市人民政府关于印发《临江市支持现代纺织产业发展若干政策》的通知',
    '临府发〔2025〕8号',
    '各县（市、区）人民政府，市直有关单位：',
    '现将《临江市支持现代纺织产业发展若干政策》印发给你们，请认真贯彻落实。',
    '临江市人民政府',
    '2025年3月12日',
    '临江市支持现代纺织产业发展若干政策',
    '一、支持企业做强',
    ...body,
  ].join('\n');

export const inPlan = (...body: string[]): DocumentExtraction => readDocument(planText(...body));
export const inGoals = (...body: string[]): DocumentExtraction => readDocument(goalsText(...body));
export const inPolicy = (...body: string[]): DocumentExtraction => readDocument(policyText(...body));

/** A paragraph as a page prints it: lines of `width` Chinese characters (ASCII counts half), the first set in by two. */
export function printed(text: string, width: number, gap = '\n'): string {
  const lines: string[] = [''];
  let room = width - 2;
  for (const c of text) {
    const takes = c.charCodeAt(0) > 0x7f ? 1 : 0.5;
    if (takes > room) {
      lines.push('');
      room = width;
    }
    lines[lines.length - 1] += c;
    room -= takes;
  }
  return lines.join(gap);
}

/** The one indicator that was read; throws when there is none or more than one. */
export function only<T>(items: readonly T[]): T {
  if (items.length !== 1) throw new Error(`${items.length} items: ${JSON.stringify(items).slice(0, 200)}`);
  return items[0]!;
}

/** A cell as a file format marks it: plain, or reaching over several columns (`over`) or rows (`down`). */
export type PrintedCell = string | { readonly text: string; readonly over?: number; readonly down?: number };

/** A text with one table that the file format knows, between what stands before and behind it. */
export function withTable(
  before: string,
  rows: readonly (readonly PrintedCell[])[],
  behind = '各县区抓好落实。',
): SourceText {
  let text = `${before}\n`;
  const start = text.length;
  const cells = rows.map((row) =>
    row.map((cell) => {
      const { text: words, over = 1, down = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      const from = text.length;
      text += words;
      const place = { start: from, end: text.length, columnSpan: over, rowSpan: down };
      text += '\t';
      return place;
    }),
  );
  const end = text.length;
  return { ...sourceOf(`${text}\n${behind}`), format: 'docx', tables: [{ start, end, rows: cells }] };
}
