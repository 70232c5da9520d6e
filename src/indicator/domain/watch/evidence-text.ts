/** Evidence as it is kept: JSON in which a whole number of any length is a text, `12n`. */
export const toKept = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));

const whole = /^-?\d+n$/u;

/** What `toKept` kept, from JSON that was read already. */
export function fromKept(value: unknown): unknown {
  if (typeof value === 'string') return whole.test(value) ? BigInt(value.slice(0, -1)) : value;
  if (Array.isArray(value)) return value.map(fromKept);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromKept(each)]));
}
