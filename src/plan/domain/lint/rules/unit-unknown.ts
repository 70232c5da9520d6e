import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { unitNames } from '../unit/mentions.ts';
import { nearNames } from '../unit/near-names.ts';

const id = 'unit-unknown';

/** What the names of offices, bodies and companies end with; others are hardly units of their own. */
const USUAL =
  /(?:局|委|办|厅|部|院|署|府|中心|公司|集团|银行|大队|支队|总队|分局|协会|学会|联合会|商会|联盟|学院|大学|学校|研究院|研究所|海关|税务所|供电所|联|站|室|社|会|团|基金|中支|分行|支行|园区?|区|市|县|镇|乡|街道|场)$/;

/** A responsible unit that no register knows: a new name, an old one, or a slip. Silent without a register. */
export const unitUnknown: Rule = {
  id,
  severity: 'warning',
  title: '责任单位不在名录里',
  check(context) {
    if (context.register.units.length === 0) return [];
    const names = unitNames(context);
    const slips = new Set(nearNames(names, context.register).map((n) => n.wrong.name));
    return names
      .filter((n) => n.known === null && !slips.has(n.name) && n.name.length >= 3)
      .map((n) =>
        findingAt(context, id, n.place, {
          severity: USUAL.test(n.name) ? 'notice' : 'warning',
          path: n.path,
          message: `责任单位“${n.name}”不在单位名录里${n.times > 1 ? `（出现${n.times}次）` : ''}。请核对是否写错或已更名；确有此单位的，把它加进名录。`,
        }),
      );
  },
};
