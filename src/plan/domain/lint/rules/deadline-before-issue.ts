import type { LintContext } from '../context.ts';
import { dateWords, deadlinesOf } from '../date/dates.ts';
import type { Finding } from '../model.ts';
import { findingIn, here } from '../report.ts';
import type { Rule } from '../rule.ts';

const id = 'deadline-before-issue';

/** A task that was due before the document was issued; and, milder, before it takes effect. */
export const deadlineBeforeIssue: Rule = {
  id,
  severity: 'error',
  title: '时限早于成文或施行',
  check(context) {
    const { issuedOn, validFrom } = context.document;
    if (issuedOn === null) return [];
    const month = issuedOn.slice(0, 7);
    const all = deadlinesOf(context);
    const late = all
      .filter((d) => d.month < month)
      .map((d) =>
        findingIn(context, id, d, {
          severity: 'error',
          path: d.task.path,
          message: `“${d.words}”早于成文日期${dateWords(issuedOn)}，发文时已经过期。请改时限；已经做完的，改成已完成的说法。`,
          arithmetic: `${d.month}<${month}`,
        }),
      );
    return [...late, ...beforeEffect(context, all, month, validFrom)];
  },
};

/** One notice for all: duties mostly run from the issue date, but the document says otherwise. */
function beforeEffect(
  context: LintContext,
  all: ReturnType<typeof deadlinesOf>,
  issued: string,
  validFrom: string | null,
): Finding[] {
  if (validFrom === null) return [];
  const effect = validFrom.slice(0, 7);
  const early = all.filter((d) => d.month >= issued && d.month < effect);
  const [first, ...rest] = early;
  if (first === undefined) return [];
  return [
    findingIn(context, id, first, {
      severity: 'notice',
      path: first.task.path,
      message: `${early.length === 1 ? `“${first.words}”` : `“${first.words}”等${early.length}处时限`}早于施行日期${dateWords(validFrom)}。任务从发文起就要办的可不改；要等施行才办的，请改时限。`,
      arithmetic: `${first.month}<${effect}`,
      related: rest.map((d) => here(context.text.place(d))),
    }),
  ];
}
