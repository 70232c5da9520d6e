import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'target-without-year';

/** A target that does not say by when. One notice a paragraph of goals; one for all others where no plan period helps. */
export const targetWithoutYear: Rule = {
  id,
  severity: 'notice',
  title: '目标没有写年份',
  check(context) {
    if (context.explains || context.figures.every((f) => f.item.year === null)) return [];
    const open = context.figures.filter(isOpen);
    const goals = open.filter((f) => f.item.path.some((h) => /目标/.test(h)));
    const others = context.period === null ? open.filter((f) => !goals.includes(f)) : [];
    const groups = [...Map.groupBy(goals, (f) => f.paragraph).values()];
    return [...groups, others].flatMap((group) => report(context, group));
  },
};

/** Standing duties and growth rates need no year of their own. */
const isOpen = (f: Figure): boolean =>
  f.item.year === null &&
  f.sentence >= 0 &&
  !['annual', 'growth'].includes(f.item.mode) &&
  f.item.confidence >= 0.7 &&
  !/考核|权重|分值|总分/.test(`${f.item.name}${f.own}`) &&
  !/每|常年|保持|维持|稳定在|始终|长期/.test(f.own);

function report(context: LintContext, group: readonly Figure[]): Finding[] {
  const [first, ...rest] = group;
  if (first === undefined) return [];
  return [
    findingAt(context, id, first.item, {
      severity: 'notice',
      path: first.item.path,
      message: `${quote(first.item.text)}${rest.length > 0 ? `等${group.length}个目标` : ''}没有写到哪一年完成，以后无从考核。请补上年份。`,
      related: rest.map((f) => here(f.item)),
    }),
  ];
}
