import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'range-reversed';

/** 5—2家: a range whose ends are exchanged. */
export const rangeReversed: Rule = {
  id,
  severity: 'error',
  title: '区间上下限颠倒',
  check: (context) =>
    context.document.indicators
      .filter((i) => i.value2 !== null && i.value2 < i.value)
      .map((i) =>
        findingAt(context, id, i, {
          severity: 'error',
          path: i.path,
          message: `${quote(i.text)}的区间前大后小。请核对两个数。`,
          arithmetic: `${i.value}>${i.value2}`,
        }),
      ),
};
