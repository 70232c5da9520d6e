import type { Gap } from './gaps.ts';
import type { Step, Unmet } from './path.ts';

const limits = { least: '至少', most: '至多', exactly: '' } as const;

/** `研发费用现在 80 万元，至少要 100 万元，差 20 万元；照去年的增势再过 2 年能到`. */
export function gapWords({ name, now, needs, limit, short, on, years }: Gap): string {
  const is = now === null ? '还不知道' : `现在 ${now}`;
  const wants = `${limits[limit]}要 ${needs}`;
  const by = short === null ? '' : `，${limit === 'most' ? '多' : '差'} ${short}`;
  const when = on !== null ? `；到 ${on} 前后自然满` : years !== null ? `；照去年的增势再过 ${years} 年能到` : '';
  return `${name}${is}，${wants}${by}${when}`;
}

export const unmetWords = ({ name, gaps }: Unmet): string =>
  gaps === null || gaps.length === 0 ? `${name}：没有办法靠现有的数改变` : `${name}：${gaps.map(gapWords).join('；')}`;

export const stepWords = ({ name, from, to, gaps }: Step): string =>
  `${name}由 ${from} 分到 ${to} 分：${gaps.map(gapWords).join('；')}`;
