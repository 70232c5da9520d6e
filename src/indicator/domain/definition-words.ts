import type { Definition } from './definition.ts';
import { figureText } from './figure-text.ts';

const comparisons = { '>': '大于', '>=': '不少于', '<': '小于', '<=': '不多于', '=': '等于' } as const;

/** How a figure comes about, in a sentence; null: it is reported, and nothing is reckoned. */
export function ruleWords({ of }: Definition, definitionOf: (id: string) => Definition | undefined): string | null {
  const nameOf = (id: string): string => definitionOf(id)?.name ?? id;
  if (of.kind === 'ratio') return `${nameOf(of.above)} ÷ ${nameOf(of.below)}${of.times === 1 ? '' : ` × ${of.times}`}`;
  if (of.kind === 'count') {
    const counted = definitionOf(of.of);
    const limit = figureText(BigInt(of.value), counted?.decimals ?? 0);
    return `${nameOf(of.of)}${comparisons[of.op]} ${limit} ${counted?.unit ?? ''}的企业数`;
  }
  if (of.kind !== 'formula') return of.kind === 'sum' ? null : '各处上报的数中最大的一个';
  return of.terms
    .map(({ indicator, times }, at) => `${times === 1 ? (at === 0 ? '' : ' + ') : ' − '}${nameOf(indicator)}`)
    .join('');
}
