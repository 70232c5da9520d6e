import type { GapExplained, GapPart } from '../gap/gap.ts';
import { amountWords, percentWords } from './figure.ts';
import type { InUnit } from './unit.ts';

export interface GapContext {
  readonly written: InUnit;
  /** `丝绸·北区`. */
  readonly nameOf: (chainId: string, regionId: string) => string;
  /** Cells that are not shown to this reader. */
  readonly withheld: number;
}

/** Which cells explain the gap; a sentence each. */
export function gapSentences(gap: GapExplained, { written, nameOf, withheld }: GapContext): string[] {
  const named = ({ chainId, regionId }: GapPart): string => nameOf(chainId, regionId);
  const say = (value: bigint): string => amountWords(value, written);
  const whole = gap.gap === 0n ? '合计正好跟上进度' : `合计${gap.gap > 0n ? '落后' : '超前'} ${say(gap.gap)}`;
  const both =
    gap.shortfall > 0n && gap.surplus > 0n ? `：落后的共 ${say(gap.shortfall)}，超前的共 ${say(gap.surplus)}` : '';
  const behind = gap.behind.map((part) => `${named(part)}落后 ${say(part.amount)}（占 ${percentWords(part.share)}）`);
  const others = gap.others.cells === 0 ? '' : `，另外 ${gap.others.cells} 处共落后 ${say(gap.others.amount)}`;
  const explained =
    gap.explained === null || behind.length < 2
      ? ''
      : `，这 ${behind.length} 处占落后总数的 ${percentWords(gap.explained)}`;
  const ahead = gap.offsetting.map((part) => `${named(part)}超前 ${say(part.amount)}`);
  return [
    `${whole}${both}。`,
    ...(behind.length === 0 ? [] : [`${behind.join('、')}${explained}${others}。`]),
    ...(ahead.length === 0 ? [] : [`${ahead.join('、')}。`]),
    ...(gap.unknown.length === 0 ? [] : [`${gap.unknown.length} 处没有目标或者数没有报齐，没有算进去。`]),
    ...(withheld === 0 ? [] : [`${withheld} 处企业太少不显示，没有算进去。`]),
  ];
}
