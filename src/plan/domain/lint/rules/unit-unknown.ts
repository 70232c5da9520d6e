import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { unitNames } from '../unit/mentions.ts';
import { nearNames } from '../unit/near-names.ts';

const id = 'unit-unknown';

/** A responsible unit that no register knows: a new name, an old one, or a slip. Silent without a register. */
export const unitUnknown: Rule = {
  id,
  severity: 'notice',
  title: '责任单位不在名录里',
  check(context) {
    if (context.register.units.length === 0) return [];
    const names = unitNames(context);
    const slips = new Set(nearNames(names, context.register).map((n) => n.wrong.name));
    return names
      .filter((n) => n.known === null && !slips.has(n.name) && n.name.length >= 3)
      .map((n) =>
        findingAt(context, id, n.place, {
          severity: 'notice',
          path: n.path,
          message: `责任单位“${n.name}”不在单位名录里${n.times > 1 ? `（出现${n.times}次）` : ''}。请核对是否写错或已更名；确有此单位的，把它加进名录。`,
        }),
      );
  },
};
