import { dayAt } from '../../../kernel/index.ts';

/** Hundredths as points: `62.5`. */
export const pointText = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/u, '');
export const signed = (hundredths: number): string =>
  hundredths > 0 ? `+${pointText(hundredths)}` : pointText(hundredths);
export const dayText = (at: string | null): string => (at === null ? '—' : dayAt(at));
