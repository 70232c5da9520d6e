import type { Span } from '../../../kernel/index.ts';
import type { Section } from '../outline/outline.ts';
import type { Profile } from '../reading.ts';
import { findTimeTokens, type TimeToken } from '../time/tokens.ts';

/** The time that governs a number: its year, whether it recurs, and how the time words put it. */
export interface GoverningTime {
  readonly year: number | null;
  /** 每年 governs it. */
  readonly everyYear: boolean;
  /** 到…年, …年底, …前: a point in time. */
  readonly by: boolean;
  /** The time word that gave the year, when it stands in the same sentence. */
  readonly token: TimeToken | null;
}

/** What the goals section has said so far: “到2026年” governs until the next time word. */
export interface YearCarry {
  section: Section | null;
  year: number | null;
  by: boolean;
}
export const newCarry = (): YearCarry => ({ section: null, year: null, by: false });

const GOALS = /目标|指标|愿景|预期|总体要求|总体思路|主要任务和目标/;

/** The outermost heading that speaks of goals, or null: inside it an opening year governs all that follows. */
export function goalSection(section: Section): Section | null {
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent)
    if (GOALS.test(s.title) || GOALS.test(s.label)) return s;
  return null;
}

/** Time words of a sentence that can govern a number in it: not those of a base (较2022年) or of a quoted title. */
export function governingTokens(text: string, sentence: Span, masked: readonly Span[]): TimeToken[] {
  const s = text.slice(sentence.start, sentence.end);
  return findTimeTokens(s)
    .map((t) => ({ ...t, start: t.start + sentence.start, end: t.end + sentence.start }))
    .filter((t) => !masked.some((m) => t.start >= m.start && t.end <= m.end) && !isBase(text, t));
}

/** 较2022年, 比2023年, 以2020年为基数: a base, not a target year. */
function isBase(text: string, t: TimeToken): boolean {
  if (t.kind === 'everyYear') return false;
  const before = text.slice(Math.max(0, t.start - 3), t.start);
  if (/(?:较|(?<!占|车|桩|性|配|同|环)比|相比|相较|(?<!可|予|所|得|加|用|足|难)以|基于|对比)$/.test(before))
    return true;
  // 由2022年的31.5%提高到40%; 达到2024年的2倍.
  const own = text.slice(t.start, t.end);
  return (
    /^(?:底|末)?的/.test(text.slice(t.end, t.end + 2)) &&
    (/(?:由|从|达到|为|是|达|超过)$/.test(before) || /^(?:由|从|自)/.test(own))
  );
}

/**
 * The time that governs the number at `at`. The nearest time word before it in the sentence wins; one that stands
 * inside another segment behind its own subject (“引导机构2025年1月底前推出…，支持…”) governs only that segment; with none,
 * the goals section, then the heading, then a one-year plan give the year.
 */
export function governingTime(
  tokens: readonly TimeToken[],
  sentence: Span,
  segments: readonly Span[],
  at: Span,
  text: string,
  section: Section,
  carry: YearCarry,
  profile: Profile,
): GoverningTime {
  const own = segments.find((s) => at.start >= s.start && at.start < s.end) ?? sentence;
  const after =
    /^(?:以上|左右|以内)?(?:（(?=20\d{2}年底?）)|到|于|(?=20\d{2}年(?:底|\d{1,2}月)?底?(?:之?前|以前)?(?:交付|建成|投产|完成|投用|开工|达到|具备)))(20\d{2})年/.exec(
      text.slice(at.end, at.end + 16),
    );
  if (after) return { year: Number(after[1]), everyYear: false, by: true, token: null };
  const before = tokens.filter((t) => t.start < at.start && t.kind !== 'past' && t.kind !== 'since');
  let everyYear = false;
  for (let i = before.length - 1; i >= 0; i--) {
    const t = before[i]!;
    const sameSegment = t.start >= own.start;
    if (t.kind === 'everyYear' || t.kind === 'everyPeriod') {
      everyYear ||= !/；/.test(text.slice(t.end, at.start));
      continue;
    }
    if (!sameSegment && isLocal(t, segments, own, text)) continue;
    // “2025年上半年…，每年培训…”: the recurring duty is not bound to that date; “到2026年，…，每年攻克…” is.
    if (everyYear && ((!t.reaching && t.kind !== 'years') || /；/.test(text.slice(t.end, at.start)))) continue;
    return {
      year: t.kind === 'thisYear' ? (profile.planYear ?? profile.issueYear) : t.year,
      everyYear,
      by: t.by,
      token: t,
    };
  }
  if (everyYear) return { year: profile.planYear, everyYear, by: false, token: null };
  return { ...inherited(section, carry, profile), everyYear: false, token: null };
}

function inherited(section: Section, carry: YearCarry, profile: Profile): { year: number | null; by: boolean } {
  const goals = goalSection(section);
  if (goals && carry.section === goals && carry.year !== null) return { year: carry.year, by: carry.by };
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent) {
    const t = findTimeTokens(s.title).find((x) => x.kind === 'year');
    if (t?.year && !/^《/.test(s.title) && s.kind !== 'annex') return { year: t.year, by: t.by };
  }
  return { year: profile.planYear, by: false };
}

/** A dated point that stands behind a subject of its own governs its own segment only. */
function isLocal(t: TimeToken, segments: readonly Span[], own: Span, text: string): boolean {
  if (t.months.length === 0) return false;
  const seg = segments.find((s) => t.start >= s.start && t.start < s.end);
  if (!seg) return false;
  const lead = text
    .slice(seg.start, t.start)
    .replace(/^(?:其中|并|力争|争取|计划|确保|预计|分别|在|于|同时|此外|另外)+/, '');
  // Only a new directive takes its segment out of the date's reach: “园区6月底前完成扩区，新增用地1800亩” stays inside it.
  return (
    lead.length >= 3 &&
    /^(?:并)?(?:支持|鼓励|引导|推动|促进|加强|完善|强化|优化|健全|加大|深化|提高|提升|维持|保持)/.test(
      text.slice(own.start, own.end),
    )
  );
}

/** Remembers the last year said in a goals section. */
export function remember(carry: YearCarry, section: Section, tokens: readonly TimeToken[]): void {
  const goals = goalSection(section);
  if (carry.section !== goals) {
    carry.section = goals;
    carry.year = null;
    carry.by = false;
  }
  const last = tokens.filter((t) => t.year !== null && t.kind !== 'past').at(-1);
  if (goals && last) {
    carry.year = last.year;
    carry.by = last.by;
  }
}
