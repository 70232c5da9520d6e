import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { hanDigits } from '../text/han.ts';

const id = 'period-length';
const YEARS =
  /([一二两三四五六七八九十]|\d{1,2})年(?:行动|攻坚|提升|倍增|跃升|计划|方案|规划|工作|建设|培育|发展|改造|实施)/;

/** “三年行动方案（2025—2028年）”: the number of years in the title and the years behind it. */
export const periodLength: Rule = {
  id,
  severity: 'warning',
  title: '标题里的年数与起止年份',
  check(context) {
    const { period, document, text } = context;
    const m = YEARS.exec((document.title ?? '').replace(/\s/g, ''));
    if (period === null || !m) return [];
    const said = hanDigits(m[1]!);
    const real = period.to - period.from + 1;
    // From mid-year to mid-year three years touch four calendar years; more than one apart is a slip either way.
    if (said === real || said === 0) return [];
    const first = text.paragraphs[0];
    const at = text.text.indexOf(m[0], first?.start ?? 0);
    const span = at < 0 ? { start: first?.start ?? 0, end: first?.end ?? 0 } : { start: at, end: at + m[0].length };
    return [
      findingAt(context, id, text.place(span), {
        severity: 'warning',
        message: `标题写“${m[1]}年”，起止年份${period.from}—${period.to}年却是${real}年。请改一致。`,
        arithmetic: `${period.to}-${period.from}+1=${real}≠${said}`,
      }),
    ];
  },
};
