import type { PackFault } from '../../kernel/index.ts';
import type { PlanContent } from './plan-schema.ts';

/** Years lie within the period of the plan, deadlines within its life, windows within its validity, or a reason is given. */
export function checkTimes(plan: PlanContent): PackFault[] {
  const { from, to } = plan.period;
  const faults: PackFault[] = [];
  if (from > to) faults.push({ code: 'pack-period-reversed', path: ['period'], given: from, limit: to });
  if (plan.validFrom !== null && plan.validTo !== null && plan.validFrom > plan.validTo)
    faults.push({ code: 'pack-period-reversed', path: ['validTo'], given: plan.validTo, limit: plan.validFrom });

  plan.indicators.forEach(({ year, yearReason }, i) => {
    if (year !== null && (year < from || year > to) && yearReason === null)
      faults.push({ code: 'pack-year-outside-period', path: ['indicators', i, 'year'], given: year, limit: to });
  });
  plan.tasks.forEach(({ deadlines, deadlineReason }, i) => {
    deadlines.forEach((month, d) => {
      const late = month > `${to}-12`;
      const early = plan.issuedOn !== null && month < plan.issuedOn.slice(0, 7);
      if ((late || early) && deadlineReason === null)
        faults.push({
          code: 'pack-deadline-outside-plan',
          path: ['tasks', i, 'deadlines', d],
          given: month,
          limit: late ? `${to}-12` : (plan.issuedOn ?? ''),
        });
    });
  });
  plan.clauses.forEach(({ windowFrom, windowTo }, i) => {
    const path = ['clauses', i, 'windowTo'];
    if (windowFrom !== null && windowTo !== null && windowFrom > windowTo)
      faults.push({ code: 'pack-period-reversed', path, given: windowTo, limit: windowFrom });
    if (windowTo !== null && plan.validTo !== null && windowTo > plan.validTo)
      faults.push({ code: 'pack-window-outside-validity', path, given: windowTo, limit: plan.validTo });
  });
  return faults;
}
