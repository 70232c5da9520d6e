import { DOCUMENT_NUMBER_LINE, isIssuerLine, isRedHead, looksLikeTitle } from '../heading/marks.ts';
import type { MendedText } from '../text/mend.ts';

/** A document of the file as a range of paragraph indices, end exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

const READING = /^(?:解读[：:]|【?政策解读】?|图解[：:])/;
/** A line of a table of contents ends with dots and a page number. */
const IN_CONTENTS = /(?:…|\.{3,}|·{3,}|-{3,})[（(]?\d{0,4}[）)]?$|（\d{1,4}）$/;
const NEWS = /^[^。；，：]{2,24}(?:召开|举行|主持)[^。；，]{0,30}(?:会议|大会|座谈会|推进会|现场会)$/;

/**
 * Separates the documents of a gazette. A document opens where an issuer or a title stands with a document number beside
 * it, where an interpretation or a news item is announced, or where an issuer line is followed by a title; an annexed plan
 * with a title of its own stays with the notice that issues it.
 */
export function splitDocuments(mended: MendedText): Part[] {
  const text = mended.paragraphs.map((p) => mended.text.slice(p.start, p.end));
  if (text.length === 0) return [];
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!opens(text, i)) continue;
    const last = starts.at(-1);
    const numbered = last !== undefined && text.slice(last, i).some((t) => DOCUMENT_NUMBER_LINE.test(t));
    if (
      last !== undefined &&
      !(numbered && isIssuerLine(text[i]!)) &&
      i - last <= 4 &&
      text.slice(last, i).every((t) => t.length < 90 && !/[。；]/.test(t))
    )
      continue;
    starts.push(i);
  }
  const all = starts[0] === 0 ? starts : mergeFront(starts, text);
  return withBody(
    all.map((from, k) => ({ from, to: all[k + 1] ?? text.length })),
    text,
  );
}

/** A title without a sentence or a number behind it is a link at the foot of a page, not a document. */
function withBody(parts: readonly Part[], text: readonly string[]): Part[] {
  const kept: Part[] = [];
  for (const part of parts) {
    const body = text.slice(part.from, part.to);
    const previous = kept.pop();
    if (previous && !body.some((t) => t.includes('。') || DOCUMENT_NUMBER_LINE.test(t)))
      kept.push({ from: previous.from, to: part.to });
    else kept.push(...(previous ? [previous] : []), part);
  }
  return kept;
}

/** What stands before the first opening belongs to it when it is only a line or two, else it is a document of its own. */
function mergeFront(starts: readonly number[], text: readonly string[]): number[] {
  const first = starts[0];
  if (first === undefined) return [0];
  const front = text.slice(0, first).join('');
  if (!front.includes('。') && (/目录/.test(front) || text.slice(0, first).some((t) => IN_CONTENTS.test(t))))
    return [...starts];
  return front.length < 80 && !/[。]/.test(front) ? [0, ...starts.slice(1)] : [0, ...starts];
}

/** An issuer under “…请认真贯彻执行。” signs the notice; the title behind it is that of the annexed plan. */
const isSignature = (text: readonly string[], i: number): boolean =>
  /。$/.test(text[i - 1] ?? '') && !/关于.*(?:通知|决定|通报|批复|公告)$/.test(text[i + 1] ?? '');

function opens(text: readonly string[], i: number): boolean {
  const t = text[i]!;
  if (t.length > 120 || /。$/.test(t) || IN_CONTENTS.test(t)) return false;
  if (READING.test(t) || NEWS.test(t)) return true;
  const numberNear = (from: number, to: number): boolean =>
    text.slice(from, to).some((x) => DOCUMENT_NUMBER_LINE.test(x));
  if (isRedHead(t)) return numberNear(i + 1, i + 3);
  if (isIssuerLine(t))
    return (
      (looksLikeTitle(text[i + 1] ?? '') && !isSignature(text, i)) ||
      (numberNear(i + 1, i + 3) && !DOCUMENT_NUMBER_LINE.test(text[i - 1] ?? ''))
    );
  if (looksLikeTitle(t)) return numberNear(i + 1, i + 4) && !isIssuerLine(text[i - 1] ?? '');
  if (DOCUMENT_NUMBER_LINE.test(t))
    return (
      looksLikeTitle(text[i + 1] ?? '') ||
      isIssuerLine(text[i + 1] ?? '') ||
      /^[^。]{4,60}等.{1,3}部门$/.test(text[i + 1] ?? '')
    );
  return false;
}
