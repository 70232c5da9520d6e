import type { LintContext } from '../context.ts';
import { exceeds } from '../figure/exceeds.ts';
import type { Figure } from '../figure/figure.ts';
import type { Finding } from '../model.ts';
import { findingAt, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { plain, quote } from '../text/words.ts';

const id = 'threshold-order';

/** 超10亿元企业 cannot be more than 超5亿元企业 of the same year. */
export const thresholdOrder: Rule = {
  id,
  severity: 'error',
  title: '门槛高的比门槛低的还多',
  check(context) {
    const sentences = Map.groupBy(
      context.figures.filter((f) => f.sentence >= 0 && f.item.mode !== 'growth'),
      (f) => f.sentence,
    );
    return [...sentences.values()].flatMap((figures) => check(context, figures));
  },
};

interface Barred {
  readonly figure: Figure;
  /** 万元 */
  readonly bar: number;
  /** 5亿~10亿元: what lies above the upper end is not part of it. */
  readonly band: boolean;
  /** The thing without its bar: 企业, 集群. */
  readonly thing: string;
}

const SCALES: Readonly<Record<string, number>> = {
  万: 1,
  百万: 100,
  千万: 1000,
  亿: 1e4,
  十亿: 1e5,
  百亿: 1e6,
  千亿: 1e7,
};
const SCALE = Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|');
const BAR = new RegExp(`(?:超过?|突破|过)(\\d+(?:\\.\\d+)?)?(${SCALE})元?|(\\d+(?:\\.\\d+)?)(${SCALE})元(?:及)?以上`);
const BAND = new RegExp(`(\\d+(?:\\.\\d+)?)(${SCALE})?元?(?:[~～—–-]|至)(?:\\d+(?:\\.\\d+)?)(${SCALE})元`);
const MEASURE = /^年?(?:营业收入|主营业务收入|产值|销售额|收入|规模)/;

function barred(figure: Figure): Barred[] {
  const { metric } = figure;
  const band = BAND.exec(metric);
  const found = band ?? BAR.exec(metric);
  if (!found) return [];
  const number = Number(found[1] ?? (band ? 1 : found[3]) ?? 1);
  const scale = band ? (found[2] ?? found[3]!) : (found[2] ?? found[4]!);
  const thing = metric.replace(found[0], '').replace(MEASURE, '').replace(/^的/, '');
  return [{ figure, bar: number * (SCALES[scale] ?? 1), band: band !== null, thing }];
}

function check(context: LintContext, figures: readonly Figure[]): Finding[] {
  const all = figures.flatMap(barred);
  return all.flatMap((higher, i) => {
    const lower = all.slice(0, i).findLast((b) => includes(b, higher));
    if (lower === undefined || !exceeds(higher.figure, lower.figure)) return [];
    const [f, g] = [higher.figure, lower.figure];
    return [
      findingAt(context, id, f.item, {
        severity: 'error',
        path: f.item.path,
        message: `${quote(g.item.text)}，${quote(f.item.text)}：门槛更高的反而更多。请核对两个数，或写明前者不含后者。`,
        arithmetic: `${plain(f.item.value)}>${plain(g.item.value)}`,
        related: [here(g.item)],
      }),
    ];
  });
}

/** Everything over the higher bar is also over the lower one. */
const includes = (lower: Barred, higher: Barred): boolean =>
  !lower.band &&
  lower.bar < higher.bar &&
  lower.thing === higher.thing &&
  lower.figure.subject === higher.figure.subject &&
  lower.figure.dimension === higher.figure.dimension &&
  lower.figure.item.year === higher.figure.item.year &&
  lower.figure.item.mode === higher.figure.item.mode;
