import type { ChainMapNodeJson, StandingJson } from '../../contract/map.ts';

type State = StandingJson['state'];

/** Each state by a word of its own: colour only repeats it. */
export const stateWord: Readonly<Record<State, string>> = {
  strong: '强',
  fair: '一般',
  weak: '堵点',
  missing: '断点',
  unknown: '缺数',
};

/** What the words mean, for the key of the map. */
export const stateMeaning: Readonly<Record<State, string>> = {
  strong: '强：本地供得上',
  fair: '一般',
  weak: '堵点：弱，供不上下游',
  missing: '断点：本地没有',
  unknown: '缺数：不能断定',
};

export const states: readonly State[] = ['strong', 'fair', 'weak', 'missing', 'unknown'];

/** A sum of 万元 in the unit in which people say it. */
export function outputText(wan: number | null): string {
  if (wan === null) return '产值没有数';
  const size = Math.abs(wan);
  if (size >= 10_000) return `${figure(wan / 10_000, size >= 1_000_000 ? 0 : 1)} 亿元`;
  return `${figure(wan, size >= 100 ? 0 : 1)} 万元`;
}

const figure = (value: number, places: number): string =>
  value.toLocaleString('zh-CN', { maximumFractionDigits: places });

export const rateText = (rate: number | null): string =>
  rate === null ? '没有数' : `${(rate * 100).toLocaleString('zh-CN', { maximumFractionDigits: 1 })}%`;

/** Second line of a box. */
export const figuresOf = ({ enterprises, output }: StandingJson): string =>
  enterprises === 0 ? '没有企业' : output === null ? `${enterprises} 家` : `${enterprises} 家 · ${outputText(output)}`;

/** A node told in one breath, as a screen reader says it. */
export function spoken(
  { name, kind, standing }: ChainMapNodeJson,
  before: readonly string[],
  after: readonly string[],
): string {
  const rate = standing.localRate === null ? [] : [`本地供给率 ${rateText(standing.localRate)}`];
  return [
    ...[`${name}${kind === 'support' ? '（配套）' : ''}`, stateWord[standing.state], figuresOf(standing), ...rate],
    ...[
      before.length === 0 ? '没有上游' : `上游 ${before.join('、')}`,
      after.length === 0 ? '没有下游' : `下游 ${after.join('、')}`,
    ],
  ].join('，');
}
