import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import { intervalOf } from '../figure/interval.ts';
import { type Steps, stepsOf } from '../figure/steps.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../text/words.ts';

const id = 'steps-exceed-cumulative';

/** Yearly steps of one thing beside what they come to in all. */
export const stepsExceedCumulative: Rule = {
  id,
  severity: 'error',
  title: '分年数与累计数',
  check: (context) =>
    stepsOf(context).flatMap((steps) => {
      const found = fallingTotals(context, steps) ?? yearlySteps(context, steps) ?? everyYear(context, steps);
      return found === null ? [] : [found];
    }),
};

/** A cumulative figure never falls. */
function fallingTotals(context: LintContext, { metric, totals }: Steps): Finding | null {
  for (const [i, later] of totals.entries()) {
    const earlier = totals[i - 1];
    if (!earlier || earlier.item.year === later.item.year || intervalOf(later).high >= intervalOf(earlier).low)
      continue;
    return report(context, later, [earlier], {
      message: `“${metric}”到${earlier.item.year}年累计${written(earlier)}，到${later.item.year}年累计反而只有${written(later)}，累计数不会减少。请核对两个数和“累计”二字。`,
      arithmetic: `${plain(later.value)}<${plain(earlier.value)}`,
      certain: true,
    });
  }
  return null;
}

/** Years said one by one: none may exceed the total, nor all together; with every year named they must equal it. */
function yearlySteps(context: LintContext, { metric, yearly, totals }: Steps): Finding | null {
  for (const total of totals) {
    const within = yearly.filter((f) => f.item.year! <= total.item.year!);
    const years = new Set(within.map((f) => f.item.year));
    if (within.length === 0 || years.size < within.length) continue;
    const least = within.reduce((s, f) => s + intervalOf(f).low + f.half, 0);
    const sum = within.reduce((s, f) => s + f.value, 0);
    const list = within.map((f) => `${f.item.year}年${written(f)}`).join('、');
    const terms = within.map((f) => plain(f.value)).join('+');
    const limit = intervalOf(total).high;
    if (least > limit) {
      return report(context, total, within, {
        message: `“${metric}”${list}，${within.length > 1 ? '加起来' : '一年就'}有${plain(sum)}，到${total.item.year}年累计却是${written(total)}，分年数超过了累计数。请核对。`,
        arithmetic: `${terms}${within.length > 1 ? `=${plain(sum)}` : ''}>${plain(total.value)}`,
        certain: true,
      });
    }
    if (total.item.op !== '=' && least > total.value) {
      return report(context, total, within, {
        message: `“${metric}”${list}，到${total.item.year}年累计只要求${written(total)}，下限比已经安排的还低。请核对。`,
        arithmetic: `${terms}${within.length > 1 ? `=${plain(sum)}` : ''}>${plain(total.value)}`,
        certain: false,
      });
    }
    if (allYears(years, total, context) && sum < intervalOf(total).low && within.every((f) => f.item.op === '=')) {
      return report(context, total, within, {
        message: `“${metric}”${list}，加起来是${plain(sum)}，到${total.item.year}年累计写的是${written(total)}，对不上。请核对分年数和累计数。`,
        arithmetic: `${terms}=${plain(sum)}≠${plain(total.value)}`,
        certain: false,
      });
    }
  }
  return null;
}

/** 每年N个 over the years of the plan. */
function everyYear(context: LintContext, { metric, everyYear: each, totals }: Steps): Finding | null {
  const total = totals.at(-1);
  const from = context.period?.from ?? null;
  if (each === null || total === undefined || from === null || total.item.year !== context.period?.to) return null;
  const years = total.item.year - from + 1;
  const one = intervalOf(each);
  const all = intervalOf(total);
  // “每年” may begin a year late, so that one year fewer is still right.
  const most = (each.value2 ?? each.value) * years;
  const least = one.low * (years - 1);
  const tooMany = least > all.high;
  const tooFew = Number.isFinite(one.high) && most < all.low;
  if (!tooMany && !tooFew) return null;
  return report(context, total, [each], {
    message: `“${metric}”每年${written(each)}，${from}—${total.item.year}年共${years}年，合计${plain(most)}，到${total.item.year}年累计写的是${written(total)}，对不上。请核对每年数、年数和累计数。`,
    arithmetic: `${plain(each.value2 ?? each.value)}×${years}=${plain(most)}≠${plain(total.value)}`,
    certain: false,
  });
}

const written = (f: Figure): string =>
  `${plain(f.item.value)}${f.item.value2 === null ? '' : `—${plain(f.item.value2)}`}${f.item.unit}`;

/** Every year from the first step to the total has its own figure, and the plan does not begin before. */
function allYears(years: ReadonlySet<number | null>, total: Figure, context: LintContext): boolean {
  const named = [...years].filter((y): y is number => y !== null);
  const from = Math.min(...named);
  const to = total.item.year!;
  return (
    named.length >= 2 && named.length === to - from + 1 && (context.period === null || context.period.from >= from)
  );
}

interface Details {
  readonly message: string;
  readonly arithmetic: string;
  readonly certain: boolean;
}

const report = (context: LintContext, total: Figure, steps: readonly Figure[], details: Details): Finding =>
  findingAt(context, id, total.item, {
    severity: details.certain ? 'error' : 'warning',
    path: total.item.path,
    message: details.message,
    arithmetic: details.arithmetic,
    related: steps.map((f) => here(f.item)),
  });
