import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { type UnitName, unitNames } from '../unit/mentions.ts';
import { nearNames } from '../unit/near-names.ts';

const id = 'unit-unknown';

/**
 * Responsible units that no register knows: a new name, an old one, or a slip. A name that hardly is a unit's is a warning
 * of its own; all others make one notice. Silent without a register.
 */
export const unitUnknown: Rule = {
  id,
  severity: 'warning',
  title: '责任单位不在名录里',
  check(context) {
    if (context.register.units.length === 0) return [];
    const names = unitNames(context);
    const slips = new Set(nearNames(names, context.register).map((n) => n.wrong));
    const unknown = names.filter((n) => n.known === null && !slips.has(n) && n.name.length >= 3 && !isLocal(n.name));
    const odd = unknown.filter((n) => !USUAL.test(withoutBracket(n.name)));
    // Many odd names are the habit of the house: sections of a bureau in the bureau's own plan.
    const strange = odd.length <= MANY ? odd : [];
    const rest =
      odd.length <= MANY ? unknown.filter((n) => !odd.includes(n)) : unknown.filter((n) => USUAL.test(n.name));
    return [...strange.map((n) => alone(context, n)), ...together(context, rest)];
  },
};

const MANY = 2;

/** What the names of offices, bodies and companies end with; others are hardly units of their own. */
const USUAL =
  /(?:局|委|办|厅|部|院|署|府|中心|公司|集团|银行|大队|支队|总队|协会|学会|联合会|商会|联盟|学院|大学|学校|研究院|研究所|税务所|供电所|联|站|室|社|会|团|中支|分行|支行|区|市|县|镇|乡|街道|场)$/;

const withoutBracket = (name: string): string => name.replace(/[（(][^（()）]*[)）]$/, '');

/** A place and its own body need no entry: 白石县政府, 云溪经开区管委会, 青石滩镇, 滨江海关. */
const isLocal = (name: string): boolean =>
  /^[\u4e00-\u9fff]{2,10}(?:人民政府|政府|管委会|管理委员会|海关|海事局|供电公司|供电局|[^部]{1,2}镇|[^部]{1,2}乡|街道|街道办事处)$/.test(
    name,
  );

function alone(context: LintContext, n: UnitName): Finding {
  return findingAt(context, id, n.place, {
    severity: 'warning',
    path: n.path,
    message: `责任单位“${n.name}”不在单位名录里，也不像单位的正式名称${n.times > 1 ? `（出现${n.times}次）` : ''}。请核对是否写错；确有此单位的，把它加进名录。`,
  });
}

function together(context: LintContext, names: readonly UnitName[]): Finding[] {
  const [first, ...rest] = names;
  if (first === undefined) return [];
  const list = names
    .slice(0, 6)
    .map((n) => `“${n.name}”`)
    .join('、');
  return [
    findingAt(context, id, first.place, {
      severity: 'notice',
      path: first.path,
      message: `责任单位${list}${names.length > 6 ? `等${names.length}个` : ''}不在单位名录里。请核对有没有写错或已更名的；确有此单位的，把它们加进名录。`,
      related: rest.map((n) => here(n.place)),
    }),
  ];
}
