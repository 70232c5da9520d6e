import type { LintContext } from '../context.ts';
import type { Figure } from '../figure/figure.ts';
import { intervalOf } from '../figure/interval.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain, quote } from '../text/words.ts';

const id = 'part-exceeds-whole';

/** What stands behind 其中 is part of what stands before it; what exceeds a higher bar is part of what exceeds a lower. */
export const partExceedsWhole: Rule = {
  id,
  severity: 'error',
  title: '局部大于整体',
  check: (context) => {
    const sentences = Map.groupBy(
      context.figures.filter((f) => f.sentence >= 0 && f.item.mode !== 'growth'),
      (f) => f.sentence,
    );
    return [...sentences.values()].flatMap((figures) => [
      ...partsOfWholes(context, figures),
      ...higherBars(context, figures),
    ]);
  },
};

function partsOfWholes(context: LintContext, figures: readonly Figure[]): Finding[] {
  const findings: Finding[] = [];
  for (const [i, part] of figures.entries()) {
    const cut = part.before.lastIndexOf('其中');
    if (cut < 0 || /[；。]/.test(part.before.slice(cut))) continue;
    const whole = figures
      .slice(0, i)
      .findLast((f) => f.before.length <= cut && f.dimension === part.dimension && f.item.year === part.item.year);
    // A figure of another kind right before 其中 is not what the parts are parts of.
    if (!whole || part.dimension === '%' || part.dimension === 'point') continue;
    if (intervalOf(part).low <= intervalOf(whole).high) continue;
    findings.push(
      findingAt(context, id, part.item, {
        severity: 'error',
        path: part.item.path,
        message: `${quote(whole.item.text)}，其中${quote(part.item.text.replace(/^其中[，：]?/, ''))}，局部比整体还大。请核对两个数。`,
        arithmetic: `${plain(part.item.value)}${part.item.unit}>${plain(whole.item.value)}${whole.item.unit}`,
        related: [here(whole.item)],
      }),
    );
  }
  return findings;
}

const BAR = /(?:超过?|突破|过)(\d+(?:\.\d+)?)?(千万|百万|万|千亿|百亿|十亿|亿)元?|(\d+(?:\.\d+)?)(万|亿)元(?:及)?以上/;
const SCALE: Readonly<Record<string, number>> = {
  万: 1,
  百万: 100,
  千万: 1000,
  亿: 1e4,
  十亿: 1e5,
  百亿: 1e6,
  千亿: 1e7,
};

/** 超10亿元企业 cannot be more than 超5亿元企业 of the same year. */
function higherBars(context: LintContext, figures: readonly Figure[]): Finding[] {
  const barred = figures.flatMap((f) => {
    const m = /[~～—–-]\d|至\d/.test(f.metric) ? null : BAR.exec(f.metric);
    if (!m) return [];
    const bar = Number(m[1] ?? m[3] ?? 1) * (SCALE[m[2] ?? m[4]!] ?? 1);
    return [{ f, bar, rest: f.metric.replace(m[0], '').replace(/^(?:年?营业收入|年?产值|年?销售额|年?营业收入)/, '') }];
  });
  return barred.flatMap(({ f, bar, rest }, i) => {
    const lower = barred
      .slice(0, i)
      .findLast(
        (b) =>
          b.bar < bar &&
          b.rest === rest &&
          b.f.subject === f.subject &&
          b.f.item.year === f.item.year &&
          b.f.item.mode === f.item.mode,
      );
    if (!lower || intervalOf(f).low <= intervalOf(lower.f).high) return [];
    return [
      findingAt(context, id, f.item, {
        severity: 'error',
        path: f.item.path,
        message: `${quote(lower.f.item.text)}，${quote(f.item.text)}：门槛更高的反而更多。请核对两个数，或写明前者不含后者。`,
        arithmetic: `${plain(f.item.value)}>${plain(lower.f.item.value)}`,
        related: [here(lower.f.item)],
      }),
    ];
  });
}
