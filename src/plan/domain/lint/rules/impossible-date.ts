import { daysIn } from '../date/dates.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'impossible-date';
const DATE = /(?:(20\d\d)年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})日)?/g;

/** 2月30日, 13月: days that no calendar has. */
export const impossibleDate: Rule = {
  id,
  severity: 'error',
  title: '不存在的日期',
  check: (context) =>
    context.text.paragraphs.flatMap((p) =>
      [...context.text.text.slice(p.start, p.end).matchAll(DATE)].flatMap((m) => {
        const [words, year, month, day] = m;
        const mistake = mistakeOf(year ? Number(year) : null, Number(month), day ? Number(day) : null);
        if (mistake === null) return [];
        const start = p.start + m.index;
        return [
          findingIn(
            context,
            id,
            { start, end: start + words.length },
            {
              severity: 'error',
              message: `${quote(words)}：${mistake}。请改正日期。`,
            },
          ),
        ];
      }),
    ),
};

function mistakeOf(year: number | null, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return `没有${month}月`;
  const days = daysIn(month, year);
  if (day !== null && (day < 1 || day > days)) return `${month}月只有${days}天`;
  return null;
}
