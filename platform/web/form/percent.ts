/** A rate is a decimal in the form and percents on the screen; the point moves as text, so that no artefact comes in. */
export const percentShown = (rate: number): number => Number(`${rate}e2`);
export const rateTyped = (percent: number): number => Number(`${percent}e-2`);
