import type { Source, Violation } from './source.ts';

export const MOST_LINES = 400;
/** 95 of 100 files stay within this. */
export const USUAL_LINES = 250;

export const linesOf = (source: Source): number => source.text.replace(/\n$/u, '').split('\n').length;

/** No file, test or not, is longer than 400 lines. */
export function sizeViolations(source: Source): Violation[] {
  const lines = linesOf(source);
  return lines > MOST_LINES
    ? [{ path: source.path, line: MOST_LINES + 1, message: `${lines} 行，超过 ${MOST_LINES} 行：请按概念拆开` }]
    : [];
}

/** Lines of the file in the middle and of the one that 95 of 100 do not exceed. */
export function sizeReport(sources: readonly Source[]): { readonly median: number; readonly p95: number } {
  const sizes = sources.map(linesOf).sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
