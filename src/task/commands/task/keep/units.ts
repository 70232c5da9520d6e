/** How many of the smallest each unit of money is; other units are only the same as themselves. */
const money: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 百万元: 1_000_000n, 亿元: 100_000_000n };

interface Figure {
  readonly value: bigint;
  readonly unit: string;
  readonly decimals: number;
}

/**
 * A figure in unit and decimals of what it is counted for, rounded down; null where the units are not of one kind, or it is
 * below 0 or too great for a whole number.
 */
export function asCounted(
  figure: Figure,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
): number | null {
  const [from, to] = [figure.unit === unit ? 1n : money[figure.unit], figure.unit === unit ? 1n : money[unit]];
  if (from === undefined || to === undefined || figure.value < 0n) return null;
  const value = Number((figure.value * from * 10n ** BigInt(decimals)) / (to * 10n ** BigInt(figure.decimals)));
  return Number.isSafeInteger(value) ? value : null;
}
