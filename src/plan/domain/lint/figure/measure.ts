/** How figures of one unit are compared with those of another: same dimension, values times factor. */
export interface Measure {
  /** `money` counts in 万元; things counted one by one share a dimension; other units stand for themselves. */
  readonly dimension: string;
  readonly factor: number;
}

const COUNTED = /^(?:家|户|个|戶)$/;
const TIMES = /^(?:场|场次|次)$/;

/** The measure of a written unit: 亿元, 万元/亩, 家, %. */
export function measureOf(unit: string): Measure {
  const [head = unit, per] = unit.split('/');
  const tail = per === undefined ? '' : `/${per}`;
  const money = /^(亿|万|千万|百万)?(元|美元)$/.exec(head);
  if (money) {
    const factor = { 亿: 10000, 千万: 1000, 百万: 100, 万: 1 }[money[1] ?? ''] ?? 0.0001;
    return { dimension: `${money[2] === '元' ? 'money' : 'dollar'}${tail}`, factor };
  }
  if (COUNTED.test(unit)) return { dimension: 'count', factor: 1 };
  if (TIMES.test(unit)) return { dimension: 'times', factor: 1 };
  if (/^个?百分点$/.test(unit)) return { dimension: 'point', factor: 1 };
  return { dimension: unit, factor: 1 };
}

export const isMoney = (dimension: string): boolean => /^(?:money|dollar)/.test(dimension);
