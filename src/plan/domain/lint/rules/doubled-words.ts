import type { Span } from '../../../../kernel/index.ts';
import type { LintContext } from '../context.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { findDoubled } from '../text/doubled.ts';
import { quote } from '../text/words.ts';

const id = 'doubled-words';

/** 各各镇: a character or word typed twice. */
export const doubledWords: Rule = {
  id,
  severity: 'warning',
  title: '多打的字词',
  check: (context) =>
    context.text.paragraphs.flatMap((p) => {
      const words = context.text.text.slice(p.start, p.end);
      return findDoubled(words)
        .filter((d) => !isSpaced(context, { start: p.start + d.start, end: p.start + d.end }))
        .map((d) =>
          findingIn(
            context,
            id,
            { start: p.start + d.start, end: p.start + d.end },
            {
              severity: 'warning',
              message: `${quote(words.slice(Math.max(0, d.start - 4), d.end + 6))}里“${words.slice(d.start, d.end)}”像是多打了一遍。请核对。`,
            },
          ),
        );
    }),
};

/** The blanks of a form stand between the two: “居家照护　照护人姓名”. */
function isSpaced(context: LintContext, span: Span): boolean {
  const { start, end } = span;
  for (let i = start + 1; i < end; i++) {
    const gap = context.text.place({ start: i - 1, end: i + 1 });
    if (gap.end - gap.start > 4) return true;
  }
  return false;
}
