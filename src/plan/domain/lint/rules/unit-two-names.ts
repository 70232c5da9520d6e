import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { isAbbreviation } from '../text/near.ts';
import { type UnitName, unitNames } from '../unit/mentions.ts';

const id = 'unit-two-names';

/** 市工信局 in one item and 市工业和信息化局 in the next. */
export const unitTwoNames: Rule = {
  id,
  severity: 'warning',
  title: '同一单位有两种写法',
  check(context) {
    const names = unitNames(context).filter((n) => !n.known?.collective);
    const groups = Map.groupBy(names, (n) => n.known?.key ?? `?${n.name}`);
    const known = [...groups.values()].filter((g) => g.length > 1).map((g) => report(context, g));
    return [...known, ...shortened(context, names)];
  },
};

function report(context: LintContext, group: readonly UnitName[]): Finding {
  const byUse = group.toSorted((a, b) => b.times - a.times || b.name.length - a.name.length);
  const rare = byUse.at(-1)!;
  // A name cut short in front (高新区管委会) is common usage; two ways of writing are not.
  const cutShort = byUse.every((n) => byUse[0]!.name.includes(n.name) || n.name.includes(byUse[0]!.name));
  const list = byUse.map((n) => `“${n.name}”${n.times}次`).join('、');
  return findingAt(context, id, rare.place, {
    severity: cutShort ? 'notice' : 'warning',
    path: rare.path,
    message: `同一单位写法不一：${list}。请统一用一种，首次出现宜用全称。`,
    related: byUse.filter((n) => n !== rare).map((n) => here(n.place)),
  });
}

/** Without the register's word: a short name made of the characters of a long one, with the same first and last. */
function shortened(context: LintContext, names: readonly UnitName[]): Finding[] {
  const unknown = names.filter((n) => n.known === null);
  return unknown.flatMap((short) => {
    const longs = unknown.filter(
      (long) =>
        short.name.length >= 4 &&
        long.name.length >= short.name.length + 2 &&
        long.name[0] === short.name[0] &&
        long.name.at(-1) === short.name.at(-1) &&
        isAbbreviation(short.name, long.name),
    );
    return longs.length === 1 ? [report(context, [short, longs[0]!])] : [];
  });
}
