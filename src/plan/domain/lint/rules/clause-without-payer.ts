import type { ClauseItem } from '../../../../document/index.ts';
import { overlaps } from '../../../../kernel/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { perSentence, promises } from '../support/clauses.ts';
import { quote } from '../text/words.ts';

const id = 'clause-without-payer';

/** A reward that does not say who pays: a warning beside others that do, one notice where none does. */
export const clauseWithoutPayer: Rule = {
  id,
  severity: 'warning',
  title: '奖补没有写出资方',
  check(context) {
    const clauses = perSentence(promises(context));
    const open = clauses.filter((c) => c.payer === null && !saysItself(c));
    const paid = clauses.length - open.length;
    const [first, ...rest] = open;
    if (first === undefined || context.explains || isSettled(context)) return [];
    // Where most clauses name their payer, one that does not has been forgotten.
    if (paid >= 2 && paid >= 2 * open.length) return open.map((c) => forgotten(context, c, paid));
    return [
      findingAt(context, id, first, {
        severity: 'notice',
        path: first.path,
        message: `${quote(first.text)}${rest.length > 0 ? `等${open.length}条奖补` : ''}没有写由哪级财政或哪项资金出。请逐条写明，或在文末统一写一句。`,
        related: rest.map(here),
      }),
    ];
  },
};

/** A sentence of a paragraph without clauses settles it for the whole document; beside a clause it speaks of that clause. */
const isSettled = (context: LintContext): boolean =>
  /专项资金|财政政策|引导基金/.test(context.document.title ?? '') ||
  context.text.paragraphs.some((p) => {
    if (!GENERAL.test(context.text.text.slice(p.start, p.end))) return false;
    const place = context.text.place(p);
    return !context.document.clauses.some((c) => overlaps(c, place));
  });

const GENERAL =
  /(?:资金|经费)[^。；]{0,40}(?:承担|列支|分担|负担|解决|兑付|统筹)|财政[^。；]{0,12}(?:预算)?安排[^。；]{0,24}(?:用于|支持|资金|兑现)|(?:由|从)[^。；]{0,20}(?:财政|资金|预算)[^。；]{0,10}(?:承担|列支|安排)/;

const saysItself = (c: ClauseItem): boolean => /财政|专项资金|补助资金|基金/.test(c.text);

function forgotten(context: LintContext, clause: ClauseItem, paid: number): Finding {
  return findingAt(context, id, clause, {
    severity: 'warning',
    path: clause.path,
    message: `${quote(clause.text)}没有写由谁出资，其他${paid}条都写了。请补上出资方。`,
  });
}
