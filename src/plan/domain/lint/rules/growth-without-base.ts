import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';

const id = 'growth-without-base';

/** 年均增长 or 翻一番 with nothing that says from where. One notice a document. */
export const growthWithoutBase: Rule = {
  id,
  severity: 'notice',
  title: '增长率没有基数',
  check(context) {
    if (context.explains) return [];
    const open = context.figures.filter((f) => f.item.mode === 'growth' && !f.item.repeat && isOpen(context, f));
    const [first, ...rest] = open;
    if (first === undefined) return [];
    return [
      findingAt(context, id, first.item, {
        severity: 'notice',
        path: first.item.path,
        message: `“${first.item.text.replace(/\s+/g, '').replace(/[，。；]+$/, '')}”${rest.length > 0 ? `等${open.length}处` : ''}没有写以哪一年、多少为基数，算不出要达到的数。请补上基期和基数。`,
        related: rest.map((f) => here(f.item)),
      }),
    ];
  },
};

const SAYS_BASE = /(?:以|较|比|在|自|从)20\d\d年|基数|基期|“?十[三四五]五”?(?:末|期末|期间)|上年|同比|每年/;

function isOpen(context: LintContext, f: Figure): boolean {
  if (
    f.sentence < 0 ||
    f.dimension === 'point' ||
    /高于|快于|比[^，]{2,12}高/.test(f.own) ||
    !/年均|年平均|复合|翻[一两三]?番/.test(`${f.own}${f.after}`)
  )
    return false;
  const sentence = context.text.sentences[f.sentence]!;
  if (SAYS_BASE.test(context.text.text.slice(sentence.start, sentence.end))) return false;
  const levels = context.levels.filter(
    (l) => l.paragraph === f.paragraph || (f.metric !== '' && l.metric === f.metric && l.subject === f.subject),
  );
  return !levels.some((l) => l.base || l.year < (f.item.year ?? Number.POSITIVE_INFINITY));
}
