import type { LintContext } from '../context.ts';
import { exceeds } from '../figure/exceeds.ts';
import type { Figure } from '../figure/figure.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain, quote } from '../text/words.ts';

const id = 'part-exceeds-whole';

/** What stands behind 其中 is part of what stands before it. */
export const partExceedsWhole: Rule = {
  id,
  severity: 'error',
  title: '局部大于整体',
  check(context) {
    const sentences = Map.groupBy(
      context.figures.filter((f) => f.sentence >= 0 && f.item.mode !== 'growth'),
      (f) => f.sentence,
    );
    return [...sentences.values()].flatMap((figures) =>
      figures.flatMap((part, i) => {
        const whole = wholeOf(part, figures.slice(0, i));
        return whole !== null && exceeds(part, whole) ? [report(context, part, whole)] : [];
      }),
    );
  },
};

/**
 * The figures right before 其中 in the unit and year of the part; of several in one list the one that the part is named
 * after (绿色工厂300家、绿色园区40个，其中国家级绿色工厂……), else the largest. Percentages may have another base.
 */
function wholeOf(part: Figure, before: readonly Figure[]): Figure | null {
  const cut = part.before.lastIndexOf('其中');
  if (cut < 0 || /[；。]/.test(part.before.slice(cut)) || /^(?:%|point)$/.test(part.dimension)) return null;
  // “其中新增80家，总数达到480家” has left the part for another whole.
  if (/总数|总量|总计|合计|累计|达到/.test(part.own) && part.item.mode !== before.at(-1)?.item.mode) return null;
  const fits = before.filter(
    (f) =>
      f.before.length <= cut &&
      !/[；。]/.test(part.before.slice(f.before.length, cut)) &&
      f.dimension === part.dimension &&
      f.item.year === part.item.year,
  );
  const named = fits.findLast((f) => f.metric.length >= 2 && part.metric.endsWith(f.metric));
  return named ?? fits.toSorted((a, b) => b.value - a.value)[0] ?? null;
}

function report(context: LintContext, part: Figure, whole: Figure): Finding {
  return findingAt(context, id, part.item, {
    severity: 'error',
    path: part.item.path,
    message: `${quote(whole.item.text)}，其中${quote(part.item.text.replace(/^其中[，：]?/, ''))}，局部比整体还大。请核对两个数。`,
    arithmetic: `${plain(part.item.value)}${part.item.unit}>${plain(whole.item.value)}${whole.item.unit}`,
    related: [here(whole.item)],
  });
}
