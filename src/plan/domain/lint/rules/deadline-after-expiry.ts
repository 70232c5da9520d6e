import { dateWords, deadlinesOf } from '../date/dates.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';

const id = 'deadline-after-expiry';

/** A task that is due when the document no longer holds, or behind the last year of the plan. */
export const deadlineAfterExpiry: Rule = {
  id,
  severity: 'error',
  title: '时限晚于有效期',
  check(context) {
    const { validFrom, validTo, issuedOn } = context.document;
    // A document that expires before it begins has a finding for that.
    if (validTo !== null && validTo <= (validFrom ?? issuedOn ?? '')) return [];
    const end = validTo?.slice(0, 7) ?? (context.period ? `${context.period.to}-12` : null);
    if (end === null) return [];
    const limit = validTo ? `有效期止于${dateWords(validTo)}` : `方案期到${context.period!.to}年为止`;
    return deadlinesOf(context)
      .filter((d) => d.month > end)
      .map((d) =>
        findingIn(context, id, d, {
          severity: validTo ? 'error' : 'warning',
          path: d.task.path,
          message: `“${d.words}”晚于本文期限（${limit}），到时文件已经失效。请改时限，或延长有效期。`,
          arithmetic: `${d.month}>${end}`,
        }),
      );
  },
};
