import type { LintContext } from '../context.ts';
import { type Figure, figureWords } from '../figure/figure.ts';
import { isMoney } from '../figure/measure.ts';
import { isVague } from '../figure/metric.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../text/words.ts';

const id = 'unit-scale';

/** How far two mentions must lie apart before a slip of 万 and 亿 is likelier than a change of things. */
const FAR = 1000;

/** 亿元 for 万元: two mentions of one sum of money a thousand times apart. */
export const unitScale: Rule = {
  id,
  severity: 'warning',
  title: '金额单位差了几个数量级',
  check(context) {
    const groups = Map.groupBy(
      context.figures.filter((f) => isMoney(f.dimension) && !isVague(f.metric) && f.value > 0),
      (f) => `${f.metric}|${f.subject}|${f.dimension}|${f.item.mode}`,
    );
    return [...groups.values()].flatMap((group) => check(context, group));
  },
};

function check(context: LintContext, group: readonly Figure[]): Finding[] {
  const units = new Set(group.map((f) => f.item.unit));
  if (units.size < 2) return [];
  const middle = group.map((f) => f.value).sort((a, b) => a - b)[Math.floor(group.length / 2)]!;
  // With two mentions nobody knows which is wrong: the later one is shown.
  const [first, ...later] = group;
  const wrong =
    group.length === 2 ? later.find((f) => far(f.value, first!.value)) : group.find((f) => far(f.value, middle));
  if (wrong === undefined) return [];
  const other = group.find((f) => f !== wrong && f.item.unit !== wrong.item.unit)!;
  const ratio = Math.max(wrong.value, other.value) / Math.min(wrong.value, other.value);
  return [
    findingAt(context, id, wrong.item, {
      severity: 'warning',
      path: wrong.item.path,
      message: `“${wrong.metric}”这里写的是${figureWords(wrong)}，另一处写的是${figureWords(other)}，相差约${plain(Math.round(ratio))}倍，多半是“万元”“亿元”写错了。请核对单位。`,
      arithmetic: `${other.item.value}${other.item.unit}÷${wrong.item.value}${wrong.item.unit}`,
      related: [here(other.item)],
    }),
  ];
}

const far = (a: number, b: number): boolean => a / b >= FAR || b / a >= FAR;
