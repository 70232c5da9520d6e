/** Seconds of one time step of RFC 6238. */
const stepSeconds = 30;
/** How far a clock may be off, in steps. */
const drift = 1;

/** The time step of a moment (ISO 8601). */
export const stepAt = (now: string): number => Math.floor(Date.parse(now) / 1000 / stepSeconds);

/**
 * The time step whose code was given, or null. One step early or late is let pass (clocks differ); a step that was used
 * already, or lies before such a one, is not: each code counts once. `isCodeOf` compares in constant time.
 */
export function acceptedStep(now: string, lastStep: number | null, isCodeOf: (step: number) => boolean): number | null {
  const middle = stepAt(now);
  let found: number | null = null;
  // All three are looked at, so that the time does not tell which one fitted.
  for (let step = middle - drift; step <= middle + drift; step++)
    if (isCodeOf(step) && (lastStep === null || step > lastStep)) found ??= step;
  return found;
}

/** A code as typed: without blanks; `null` when it is not six digits. */
export function digitsOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{6}$/.test(plain) ? plain : null;
}

/** A recovery code as typed: `A1B2C D3E4F-G5H6J` → `a1b2c-d3e4f-g5h6j`; letters that look like digits are read as them. */
export function recoveryCodeOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return /^[0-9a-z]{15}$/.test(plain) ? `${plain.slice(0, 5)}-${plain.slice(5, 10)}-${plain.slice(10)}` : null;
}
