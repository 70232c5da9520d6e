import { findTimeTokens, type TaskItem } from '../../../../document/index.ts';
import { contains, overlaps, type Span } from '../../../../kernel/index.ts';
import type { LintContext } from '../context.ts';
import { MOST } from '../limits.ts';

/** A point in time by which something is to be done, with its place in the mended text. */
export interface Deadline extends Span {
  /** `YYYY-MM`; the first when the words name several. */
  readonly month: string;
  readonly task: TaskItem;
  /** As written: 2025年9月底前. */
  readonly words: string;
}

/** Deadlines of all tasks, each at the words that say it; one whose words are not found stands for its whole task. */
export function deadlinesOf(context: LintContext): Deadline[] {
  return context.document.tasks.slice(0, MOST.tasks).flatMap((task) => {
    const points = pointsIn(context, task);
    const seen = new Set<Point>();
    return task.deadlines.flatMap((month) => {
      const point = points.find((p) => p.months.includes(month));
      if (point === undefined || point.past || seen.has(point)) return [];
      seen.add(point);
      return [{ month, task, start: point.start, end: point.end, words: point.words }];
    });
  });
}

interface Point extends Span {
  readonly months: readonly string[];
  readonly words: string;
  /** 已…, 截至…: a report, not a deadline. */
  readonly past: boolean;
}

function pointsIn(context: LintContext, task: TaskItem): Point[] {
  const { text } = context;
  const points: Point[] = [];
  let year: number | null = null;
  const first = Math.max(0, text.sentenceAt(text.at(task.start)));
  const last = text.at(task.end);
  for (let i = first; i < text.sentences.length && text.sentences[i]!.start < last; i++) {
    const sentence = text.sentences[i]!;
    const place = text.place(sentence);
    // In a support clause a date is a condition for the money, not a deadline of the unit.
    if (!contains(task, place) || context.document.clauses.some((c) => overlaps(c, place))) continue;
    const words = text.text.slice(sentence.start, sentence.end);
    const past = /已(?:经|于|在|完成|建成|实现)|截至/.test(words);
    for (const t of findTimeTokens(words)) {
      if (t.kind === 'past') continue;
      year = t.year ?? year;
      const own = t.year ?? year ?? (task.deadlines[0] ? Number(task.deadlines[0].slice(0, 4)) : null);
      if (t.months.length === 0 || own === null || inBrackets(words, t.start)) continue;
      points.push({
        start: sentence.start + t.start,
        end: sentence.start + t.end,
        words: words.slice(t.start, t.end),
        months: t.months.map((m) => `${own}-${String(m).padStart(2, '0')}`),
        past,
      });
    }
  }
  return points;
}

const inBrackets = (words: string, at: number): boolean =>
  words.lastIndexOf('（', at) > words.lastIndexOf('）', at) && words.indexOf('）', at) > at;

/** 2025年3月 for `2025-03`, 2025年3月12日 for `2025-03-12`. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/** Days of a month; February by its year, 29 when the year is not said. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `YYYY-MM-DD` plus whole years less one day, the last day of “有效期N年”. */
export function lastDay(from: string, years: number): string {
  const [y = 0, m = 1, d = 1] = from.split('-').map(Number);
  const day = d > 1 ? d - 1 : daysIn(m === 1 ? 12 : m - 1, y + years);
  const month = d > 1 ? m : m === 1 ? 12 : m - 1;
  const year = d === 1 && m === 1 ? y + years - 1 : y + years;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
