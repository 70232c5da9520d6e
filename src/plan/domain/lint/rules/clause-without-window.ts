import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { perSentence, promises, wholeText } from '../support/clauses.ts';

const id = 'clause-without-window';

/** Support without a time: no window in the clause and no validity of the document. One notice a document. */
export const clauseWithoutWindow: Rule = {
  id,
  severity: 'notice',
  title: '奖补没有起止时间',
  check(context) {
    const { validTo, validFrom, title } = context.document;
    // A call of one year is over with that year.
    if (/20\d\d年/.test((title ?? '').replace(/20\d\d年?[—–-]20\d\d年/, ''))) return [];
    if (context.explains) return [];
    if (validTo !== null || /有效期|试行期|执行至|施行至/.test(wholeText(context))) return [];
    const open = perSentence(promises(context)).filter((c) => c.windowFrom === null && c.windowTo === null);
    const [first, ...rest] = open;
    if (first === undefined) return [];
    const years = context.period === null ? '' : `（标题只有${context.period.from}—${context.period.to}年）`;
    const start = validFrom === null ? '没有写从什么时候起、到什么时候止' : '只写了从什么时候起，没有写到什么时候止';
    return [
      findingAt(context, id, first, {
        severity: 'notice',
        path: first.path,
        message: `${open.length > 1 ? `${open.length}条奖补` : '这条奖补'}${start}，文件也没有有效期${years}。请补上有效期或受理期。`,
        related: rest.map(here),
      }),
    ];
  },
};
