/** How much of a target there is, in whole percent, rounded down so that only what is reached is 100; of no target all of it. */
export function shareOf(value: number, target: number): number {
  if (target <= 0) return 100;
  return Number((BigInt(Math.max(0, value)) * 100n) / BigInt(target));
}
