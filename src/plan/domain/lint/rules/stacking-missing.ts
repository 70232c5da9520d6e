import type { ClauseItem } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { promises, wholeText } from '../support/clauses.ts';

const id = 'stacking-missing';

/** Several clauses that one enterprise may meet at once, and no word on which of them it gets. One notice a document. */
export const stackingMissing: Rule = {
  id,
  severity: 'notice',
  title: '没有写奖补能否重复享受',
  check(context) {
    const clauses = promises(context);
    if (context.explains || clauses.some((c) => c.stacking !== null) || RULE.test(wholeText(context))) return [];
    const pair = overlapping(context, clauses);
    if (pair === null) return [];
    return [
      findingAt(context, id, pair[1], {
        severity: 'notice',
        path: pair[1].path,
        message: `有几条奖补都与“${pair[2]}”有关，同一家企业可能同时符合，文中没有写能否重复享受。请写明，如“同一事项按就高不重复原则执行”。`,
        related: [here(pair[0])],
      }),
    ];
  },
};

const RULE = /就高|从高|择优|择高|不重复|不得重复|不叠加|不再重复|不可重复|叠加享受|可同时享受|不予重复|只享受/;

const TITLES =
  /高新技术企业|专精特新|小巨人|单项冠军|科技型中小企业|规模以上|升规|首次入规|链主企业|绿色工厂|智能工厂|数字化改造|技术改造|设备投资/g;

/** Two clauses of different sentences about one title or one deed. */
function overlapping(context: LintContext, clauses: readonly ClauseItem[]): [ClauseItem, ClauseItem, string] | null {
  const first = new Map<string, ClauseItem>();
  for (const clause of clauses) {
    const span = { start: context.text.at(clause.start), end: context.text.at(clause.end) };
    const words = `${clause.subject ?? ''}${clause.condition ?? ''}${context.text.text.slice(span.start, span.end)}`;
    for (const [title] of words.matchAll(TITLES)) {
      const other = first.get(title);
      if (other && (other.series === null || other.series !== clause.series) && other.end <= clause.start)
        return [other, clause, title];
      if (!other) first.set(title, clause);
    }
  }
  return null;
}
