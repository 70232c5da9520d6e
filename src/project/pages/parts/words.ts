import { dayAt, wallMoment } from '../../../kernel/index.ts';
import type { Light } from '../../domain/index.ts';

export const lightWords: Readonly<Record<Light, string>> = { red: '受阻', yellow: '滞后', blue: '临近', green: '正常' };

/** `2026-03-01 10:00` of an instant. */
export const momentWords = (instant: string): string => wallMoment(instant).replace('T', ' ');

export const today = (): string => dayAt(new Date().toISOString());

/** Hundredths of a mu: `12.5 亩`. */
export const muWords = (hundredths: number | null): string =>
  hundredths === null ? '没有写' : `${hundredths / 100} 亩`;

/** A share of ten thousand: `83.5%`. */
export const shareWords = (points: number): string => `${Math.round(points / 10) / 10}%`;
