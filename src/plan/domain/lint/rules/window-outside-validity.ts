import { dateWords } from '../date/dates.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';

const id = 'window-outside-validity';

/** The time in which a support can be had, beside the time in which the document holds. */
export const windowOutsideValidity: Rule = {
  id,
  severity: 'error',
  title: '政策受理期与有效期',
  check(context) {
    const { validTo } = context.document;
    const clauses = context.document.clauses;
    const reversed = clauses
      .filter((c) => c.windowFrom && c.windowTo && c.windowTo < c.windowFrom)
      .map((c) =>
        findingAt(context, id, c, {
          severity: 'error',
          path: c.path,
          message: `这一条的受理期从${dateWords(c.windowFrom!)}到${dateWords(c.windowTo!)}，先后倒了。请核对两个日期。`,
          arithmetic: `${c.windowTo}<${c.windowFrom}`,
        }),
      );
    const late = validTo === null ? [] : clauses.filter((c) => c.windowTo !== null && c.windowTo > validTo);
    const [first, ...rest] = late;
    const beyond: Finding[] =
      first === undefined
        ? []
        : [
            findingAt(context, id, first, {
              severity: 'warning',
              path: first.path,
              message: `${late.length > 1 ? `这一条等${late.length}条` : '这一条'}的期限到${dateWords(first.windowTo!)}，文件的有效期只到${dateWords(validTo!)}，后面一段没有依据。请统一两个日期，或写明有效期内发生的事项继续兑现。`,
              arithmetic: `${first.windowTo}>${validTo}`,
              related: rest.map(here),
            }),
          ];
    return [...reversed, ...beyond];
  },
};
