import { findings, type LikenessReason, likenessNames } from './model.ts';

/** Why two are taken for one, in words: what speaks for it first. */
export const reasonWords = (reasons: readonly LikenessReason[]): string =>
  reasons
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ part, finding }) => `${likenessNames[part]}${findings[finding]}`)
    .join('；');
