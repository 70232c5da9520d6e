import type { LintContext } from '../context.ts';
import { type Figure, figureName } from '../figure/figure.ts';
import { isPart } from '../figure/same.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../text/words.ts';

const id = 'target-falls';

/** A target that is lower in a later year, of a thing that is meant to grow. */
export const targetFalls: Rule = {
  id,
  severity: 'notice',
  title: '后一年的目标反而低',
  check(context) {
    const groups = Map.groupBy(
      context.figures.filter(
        (f) =>
          f.item.mode === 'level' && f.item.year !== null && f.paragraph >= 0 && !isPart(f) && !LESS.test(words(f)),
      ),
      (f) => `${f.paragraph}|${f.metric}|${f.subject}|${f.dimension}`,
    );
    return [...groups.values()].flatMap((group) => check(context, group));
  },
};

/** Of these, less is better. */
const LESS =
  /能耗|排放|成本|费率|费用|时间|时限|强度|事故|用水|库存|亏损|淘汰|占地|负债|投诉|死亡|逾期|压减|下降|降低|减少|缩短|不良|落后|控制|空置|闲置|流失|腾退|整治|处置|关停|退出|化解|清理|清退/;
const words = (f: Figure): string => `${f.item.name}${f.own}`;

function check(context: LintContext, group: readonly Figure[]): Finding[] {
  const inOrder = group.toSorted((a, b) => a.item.year! - b.item.year!);
  const at = inOrder.findIndex((f, i) => {
    const before = inOrder[i - 1];
    return (
      before !== undefined && before.item.year! < f.item.year! && f.value < before.value && !/^[<~]/.test(f.item.op)
    );
  });
  const [before, later] = [inOrder[at - 1], inOrder[at]];
  if (before === undefined || later === undefined || later.value * 1000 < before.value) return [];
  return [
    findingAt(context, id, later.item, {
      severity: 'notice',
      path: later.item.path,
      message: `“${figureName(later)}”${before.item.year}年是${plain(before.item.value)}${before.item.unit}，${later.item.year}年只有${plain(later.item.value)}${later.item.unit}，越往后越低。请核对两个数和年份。`,
      arithmetic: `${plain(later.item.value)}<${plain(before.item.value)}`,
      related: [here(before.item)],
    }),
  ];
}
