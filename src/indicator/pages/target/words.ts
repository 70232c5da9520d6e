import type { TargetJson, TargetRowJson } from '../../contract.ts';
import { figureWords } from '../../domain/wording/figure.ts';
import { targetWords } from '../../domain/wording/target.ts';

interface Written {
  readonly unit: string;
  readonly decimals: number;
}

/** A figure of a target in the unit that it reads best in. */
export const amount = (value: number | null, { unit, decimals }: Written): string =>
  value === null ? '—' : figureWords(BigInt(value), { unit, decimals });

type Said = Pick<TargetJson, 'op' | 'mode' | 'value' | 'value2' | 'period' | 'unit' | 'decimals'> &
  Partial<Pick<TargetJson, 'base' | 'from'>>;

/** A target as a plan says it: 2026 年达到 60 亿元. */
export function said({ op, mode, value, value2, period, unit, decimals, base, from }: Said): string {
  const place = { regionId: '', chainId: '', unitId: '' };
  const target = {
    ...{ id: '', indicatorId: '', place, edition: '', period, op, mode, value: BigInt(value) },
    value2: value2 === null ? null : BigInt(value2),
    base: base == null ? null : { ...base, value: base.value === null ? null : BigInt(base.value) },
    from: from ?? null,
  };
  return targetWords(target, { unit, decimals, of: { kind: 'sum' } });
}

/** Where a target holds: 芦洲区 · 现代纺织产业链. */
export const whereWords = ({ place, enterprise }: Pick<TargetRowJson, 'place' | 'enterprise'>): string =>
  [enterprise ?? place.unitName ?? place.regionName, place.chainName].filter((each) => each !== null).join(' · ');
