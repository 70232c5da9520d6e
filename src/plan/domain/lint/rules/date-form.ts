import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'date-form';

const FORMS: readonly (readonly [RegExp, (m: RegExpExecArray) => string])[] = [
  [
    /(?<![\d.])(20\d\d)[./-](\d{1,2})[./-](\d{1,2})(?![\d.])/g,
    (m) => `日期宜写作“${m[1]}年${Number(m[2])}月${Number(m[3])}日”`,
  ],
  [
    /(20\d\d)年(0\d|\d{1,2})月(0\d)日|(20\d\d)年(0\d)月(\d{1,2})日/g,
    (m) => `月、日前不加0，应写作“${m[1] ?? m[4]}年${Number(m[2] ?? m[5])}月${Number(m[3] ?? m[6])}日”`,
  ],
  [/(?<![\d第近前后每共用])([2-4]\d)年(?:底|年底|末|\d{1,2}月)/g, (m) => `年份要写全，应是“20${m[1]}年”`],
];

/** Dates as GB/T 9704-2012 and GB/T 15835 have them: Arabic numerals, the year in full, no leading zero. */
export const dateForm: Rule = {
  id,
  severity: 'notice',
  title: '日期的写法',
  check: (context) =>
    context.text.paragraphs.flatMap((p) => FORMS.flatMap((form) => check(context, p.start, p.end, form))),
};

function check(context: LintContext, from: number, to: number, [pattern, advice]: (typeof FORMS)[number]): Finding[] {
  return [...context.text.text.slice(from, to).matchAll(pattern)].map((m) =>
    findingIn(
      context,
      id,
      { start: from + m.index, end: from + m.index + m[0].length },
      {
        severity: 'notice',
        message: `${quote(m[0])}：${advice(m)}。`,
      },
    ),
  );
}
