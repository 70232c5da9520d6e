import type { Vintage } from '../figure.ts';
import type { Amount, VintageMix } from '../reading/model.ts';
import { periodsWords } from './period.ts';

export const vintageNames: Readonly<Record<Vintage, string>> = {
  preliminary: '初步数',
  revised: '修订数',
  final: '最终数',
};
const order = ['preliminary', 'revised', 'final'] as const;

/** `初步数`, `初步数和最终数`. */
export const vintagesWords = (vintages: readonly Vintage[]): string =>
  vintages.map((vintage) => vintageNames[vintage]).join('和');

/** `合计里有 3 个初步数`; null when all are of one vintage that needs no word, or none is known. */
export function mixWords(mix: VintageMix): string | null {
  const kinds = order.filter((vintage) => mix[vintage] > 0);
  const uncertain = kinds.filter((vintage) => vintage !== 'final');
  const [only] = kinds;
  if (only === undefined || uncertain.length === 0) return null;
  if (kinds.length === 1) return `全是${vintageNames[only]}`;
  return `合计里有 ${uncertain.map((vintage) => `${mix[vintage]} 个${vintageNames[vintage]}`).join('、')}`;
}

/** Everything that a sum lacks or mixes, a sentence each. */
export function amountRemarks({
  missing,
  reporters,
  vintages,
}: Pick<Amount, 'missing' | 'reporters' | 'vintages'>): string[] {
  const mix = mixWords(vintages);
  return [
    ...(missing.length === 0 ? [] : [`缺 ${periodsWords(missing)}的数。`]),
    ...(reporters === null || reporters.missing === 0
      ? []
      : [`应报 ${reporters.expected} 份，还有 ${reporters.missing} 份没有报。`]),
    ...(mix === null ? [] : [`${mix}。`]),
  ];
}
