import type { Span } from '../../../kernel/index.ts';
import type { Profile } from '../reading.ts';
import { quotedSpans, splitSentences } from '../text/sentences.ts';
import { findTimeTokens } from '../time/tokens.ts';

const DOING =
  '开工|投产|完成|启动|举办|召开|建成|竣工|发布|印发|上线|通车|开业|投用|投入|交付|出台|组织|开展(?!的)|实施|举行|验收|挂牌|落地|承办|开通|揭牌|制定|运营|达产|试运行|正式|前';
const BARE = new RegExp(
  `(?<![\\d个第])(1[0-2]|[1-9])月(?:份)?(?:(?:[1-3]?\\d)日)?(?:上旬|中旬|下旬)?([底末初]?(?:之?前|以前)?)(?:[、和]((?:(?:1[0-2]|[1-9])月[底末]?(?:前)?[、和]?)+))?(?=(各?(?:${DOING}))?)` +
    '|(上半年|年底(?:前|之前)?|年末|(?:第)?([一二三四])季度(?:末|底)?(?:前)?)',
  'g',
);

/**
 * Points in time by month of a stretch of text, in the order written, each once, as `YYYY-MM`. The year comes from the
 * sentence, else from the sentence before, else from the document. Not counted: bare years, recurring dates (每年4月), and
 * windows (…至…期间).
 */
export function deadlinesIn(text: string, from: number, to: number, profile: Profile): string[] {
  const found: { at: number; month: string }[] = [];
  const ofDocument = profile.planYear ?? profile.issueYear;
  let year: number | null = ofDocument;
  const masked = quotedSpans(text, from, to);
  const hidden = (s: Span): boolean => masked.some((m) => s.start >= m.start && s.end <= m.end);
  for (const sentence of splitSentences(text, from, to)) {
    const words = text.slice(sentence.start, sentence.end);
    const tokens = findTimeTokens(words)
      .map((t) => ({ ...t, start: t.start + sentence.start, end: t.end + sentence.start }))
      .filter((t) => !hidden(t));
    const dated = tokens.filter((t) => t.months.length > 0 && t.kind !== 'past');
    const push = (at: number, y: number | null, m: number): void => {
      if (y !== null) found.push({ at, month: `${y}-${String(m).padStart(2, '0')}` });
    };
    for (const t of dated)
      if (!isWindow(text, t, sentence) && !isRecurring(text, t, sentence))
        for (const m of t.months) push(t.start, t.year, m);
    for (const m of words.matchAll(BARE)) {
      const at = { start: sentence.start + m.index, end: sentence.start + m.index + m[0].length };
      if (
        tokens.some((t) => at.start < t.end && t.start < at.end && t.kind !== 'thisYear') ||
        hidden(at) ||
        isRecurring(text, at, sentence) ||
        isWindow(text, at, sentence)
      )
        continue;
      const before = [...tokens].reverse().find((t) => t.start < at.start && t.year !== null && t.kind !== 'past');
      const next = /次年$/.test(text.slice(Math.max(sentence.start, at.start - 2), at.start)) ? 1 : 0;
      const base = before?.year ?? year;
      const y = base === null ? null : base + next;
      if (m[5] !== undefined) {
        if (!/前|底|末|上半年/.test(m[0]) || /同比|增长|以来/.test(text.slice(at.end, at.end + 3))) continue;
        push(at.start, y, m[6] ? ' 一二三四'.indexOf(m[6]) * 3 : /上/.test(m[5]) ? 6 : 12);
        continue;
      }
      if (!m[2] && m[4] === undefined) continue;
      push(at.start, y, Number(m[1]));
      for (const more of (m[3] ?? '').matchAll(/(1[0-2]|[1-9])月/g)) push(at.start, y, Number(more[1]));
    }
    const last = tokens.filter((t) => t.year !== null && t.kind !== 'past' && t.kind !== 'years').at(-1);
    year = last?.year ?? ofDocument;
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map((f) => f.month))];
}

/** 每年4月, 每季度末: not a point in time. */
function isRecurring(text: string, t: Span, sentence: Span): boolean {
  const before = text.slice(Math.max(sentence.start, t.start - 8), t.start);
  return (
    /每(?:年|季度?|月|半年|学期)[^，；]{0,5}$/.test(before) ||
    /^[^，；]{0,2}(?:每年|每月)/.test(text.slice(t.end, t.end + 3))
  );
}

/** 2023年11月1日至2024年12月31日期间, 自…起: a window or a start, not a date by which something is due. */
function isWindow(text: string, t: Span, sentence: Span): boolean {
  const after = text.slice(t.end, Math.min(sentence.end, t.end + 24));
  const before = text.slice(Math.max(sentence.start, t.start - 24), t.start);
  if (/^(?:\d{1,2}日)?(?:起)?(?:至|到|-|~)/.test(after) || /^(?:\d{1,2}日)?(?:期间|以后|之后|起(?!草))/.test(after))
    return true;
  if (/^(?:施行|实施|执行)/.test(after) || /有效期(?:至|到)?$/.test(before)) return true;
  return /月(?:份)?(?:\d{1,2}日)?(?:起)?(?:至|到|-)$/.test(before) && /^[^，。；]{0,6}(?:期间|，对|内)/.test(after);
}
