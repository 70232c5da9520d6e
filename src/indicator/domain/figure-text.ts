/** A whole number of 10^-decimals as it is written: `1,234.5`; exact, without noughts at the end that say nothing. */
export function figureText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/gu, ',');
  const rest = digits.slice(digits.length - decimals).replace(/0+$/u, '');
  return `${value < 0n ? '−' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
