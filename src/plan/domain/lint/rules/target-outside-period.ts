import { contains } from '../../../../kernel/index.ts';
import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'target-outside-period';

/** A target of a year that the plan does not cover. */
export const targetOutsidePeriod: Rule = {
  id,
  severity: 'warning',
  title: '目标年份在方案期之外',
  check(context) {
    const { period } = context;
    if (period === null) return [];
    const outside = context.figures
      .filter((f) => f.item.year !== null && !f.item.table && f.sentence >= 0)
      .filter((f) => isLate(context, f, period.to) || isEarly(f, period.from));
    // One year governs a whole sentence: it is spoken of once.
    return [...Map.groupBy(outside, (f) => `${f.sentence}|${f.item.year}`).values()]
      .map((group) => group[0]!)
      .map((f) =>
        findingAt(context, id, f.item, {
          severity: 'warning',
          path: f.item.path,
          message: `${quote(f.item.text)}的年份是${f.item.year}年，不在方案期${period.from}—${period.to}年之内。请核对年份；作为远景的，写明“展望”。`,
          arithmetic: f.item.year! > period.to ? `${f.item.year}>${period.to}` : `${f.item.year}<${period.from}`,
        }),
      );
  },
};

const OUTLOOK = /展望|远景|长远|再用|下一步|十五五|规划期后/;

/** A later year is right in an outlook, and where tasks have a deadline of their own the deadline rule speaks. */
function isLate(context: LintContext, f: Figure, to: number): boolean {
  // 2030 and 2035 end the five-year plans to come: every plan looks out to them.
  if (f.item.year! <= to || f.item.year! % 5 === 0 || OUTLOOK.test(`${f.before}${f.item.path.join('')}`)) return false;
  const dated = new RegExp(`${f.item.year}年\\d{1,2}月`).test(f.before);
  return !(dated && context.document.tasks.some((task) => contains(task, f.item)));
}

/** An earlier year is most often the base; only words of reaching make it a target. */
const isEarly = (f: Figure, from: number): boolean =>
  f.item.year! < from && new RegExp(`[到至]${f.item.year}年`).test(f.before) && !/由|从|较|比|截至/.test(f.before);
