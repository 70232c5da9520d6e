import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'share-over-hundred';

/** Shares of a whole; output and completion rates may well exceed it. */
const SHARE = /覆盖率|占比|比重|普及率|达标率|合格率|数控化率|联网率|入园率|聘任率|数字化率|渗透率|集聚度|比例$/;

/** 覆盖率达到120%: more than all. */
export const shareOverHundred: Rule = {
  id,
  severity: 'error',
  title: '占比、覆盖率超过百分之百',
  check: (context) =>
    context.figures
      .filter((f) => f.item.mode !== 'growth' && f.dimension === '%' && SHARE.test(f.metric) && f.item.value > 100)
      .map((f) =>
        findingAt(context, id, f.item, {
          severity: 'error',
          path: f.item.path,
          message: `${quote(f.item.text)}超过了100%，这类占比最多100%。请核对。`,
          arithmetic: `${f.item.value}>100`,
        }),
      ),
};
