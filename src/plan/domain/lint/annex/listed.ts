import type { Span } from '../../../../kernel/index.ts';
import type { DocumentText } from '../text/document-text.ts';

/** An annex as the list under the text names it. Offsets are into the mended text. */
export interface ListedAnnex extends Span {
  readonly number: number;
  readonly title: string;
}

/** “附件：1.甲” and the lines “2.乙” after it; “附件：甲” is a list of one. Empty when there is no list. */
export function listedAnnexes(text: DocumentText): ListedAnnex[] {
  const words = text.paragraphs.map((p) => text.text.slice(p.start, p.end));
  const from = words.findIndex(
    (w, i) => /^附件：(?!\d{0,2}$)/.test(w) || (w === '附件：' && /^1[.、]/.test(words[i + 1] ?? '')),
  );
  if (from < 0) return [];
  const listed: ListedAnnex[] = [];
  for (let i = from; i < words.length; i++) {
    const line = words[i]!.replace(/^附件：/, '');
    if (line === '') continue;
    const m = /^(\d{1,2})[.、](.{2,})$/.exec(line);
    const number = m ? Number(m[1]) : listed.length === 0 ? 1 : 0;
    if (number !== listed.length + 1 || /[。；]$/.test(line)) break;
    listed.push({ ...text.paragraphs[i]!, number, title: m?.[2] ?? line });
    if (!m) break;
  }
  return listed;
}
