import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import type { Finding, Severity } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'target-without-year';

/**
 * A target that does not say by when. In a part on goals: a warning where the paragraphs beside it all say their year, else
 * one notice a paragraph. Elsewhere: one notice for all, where no plan period helps.
 */
export const targetWithoutYear: Rule = {
  id,
  severity: 'warning',
  title: '目标没有写年份',
  check(context) {
    if (context.explains || context.figures.every((f) => f.item.year === null)) return [];
    const goals = context.figures.filter((f) => isTarget(f) && f.item.path.some((h) => /目标/.test(h)));
    const sections = [...Map.groupBy(goals, (f) => f.item.path.join('|')).values()];
    const odd = sections.flatMap((section) => oddParagraphs(context, section));
    const open = context.figures.filter((f) => isTarget(f) && f.item.year === null && !odd.flat().includes(f));
    const inGoals = [
      ...Map.groupBy(
        open.filter((f) => goals.includes(f)),
        (f) => f.paragraph,
      ).values(),
    ];
    const others = hasHorizon(context, goals) ? [] : open.filter((f) => !goals.includes(f));
    return [
      ...odd.flatMap((group) => group.flatMap((f) => report(context, [f], 'warning'))),
      ...[...inGoals, others].flatMap((group) => report(context, group, 'notice')),
    ];
  },
};

/** The title or the goals say until when all is to be done; a policy stands until it is repealed. */
const hasHorizon = (context: LintContext, goals: readonly Figure[]): boolean =>
  context.period !== null ||
  goals.some((f) => f.item.year !== null) ||
  /措施|政策|办法|细则|规定|意见/.test(context.document.title ?? '');

/** Standing duties and growth rates need no year of their own. */
const isTarget = (f: Figure): boolean =>
  f.sentence >= 0 &&
  !['annual', 'growth'].includes(f.item.mode) &&
  f.item.confidence >= 0.5 &&
  !/每|常年|保持|维持|稳定在|始终|长期/.test(f.own) &&
  !/考核|权重|分值|总分/.test(`${f.item.name}${f.own}`);

/** Paragraphs of one part that lack a year where all the others, two at least, have one of their own. */
function oddParagraphs(context: LintContext, section: readonly Figure[]): Figure[][] {
  const paragraphs = [...Map.groupBy(section, (f) => f.paragraph)];
  const bare = paragraphs.filter(([at]) => !saysTime(context, at));
  return bare.length > 0 && bare.length * 2 <= paragraphs.length - bare.length
    ? bare.map(([, figures]) => figures)
    : [];
}

function saysTime(context: LintContext, paragraph: number): boolean {
  const { start, end } = context.text.paragraphs[paragraph]!;
  return /20\d\d年|年底|年末|年内|每年|十[四五]五|届时|期末|当年|全年/.test(context.text.text.slice(start, end));
}

function report(context: LintContext, group: readonly Figure[], severity: Severity): Finding[] {
  const [first, ...rest] = group;
  if (first === undefined) return [];
  const beside = severity === 'warning' ? '，旁边几段都写了' : '';
  return [
    findingAt(context, id, first.item, {
      severity,
      path: first.item.path,
      message: `${quote(first.item.text)}${rest.length > 0 ? `等${group.length}个目标` : ''}没有写到哪一年完成${beside}，以后无从考核。请补上年份。`,
      related: rest.map((f) => here(f.item)),
    }),
  ];
}
