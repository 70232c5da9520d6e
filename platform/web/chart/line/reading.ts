import type { LineInput } from './model.ts';

export interface Figure {
  readonly name: string;
  readonly value: number | null;
  readonly note?: string;
  /** What is expected is told only where something is. */
  readonly ahead?: true;
}

/** Every line's figure at a point, the target's and the forecast's with them, in the order of `readingColumns`. */
export function figuresAt({ lines, target, level }: LineInput, at: number): readonly Figure[] {
  return [
    ...lines.flatMap(({ name, values, preliminary, forecast }) => [
      { name, value: values[at] ?? null, ...(preliminary?.[at] && { note: '初步数' }) },
      ...(forecast === undefined
        ? []
        : [{ name: forecast.name, value: forecast.values[at] ?? null, ahead: true as const }]),
      ...(forecast?.low === undefined || forecast.high === undefined
        ? []
        : [
            { name: `${forecast.interval ?? '区间'}下限`, value: forecast.low[at] ?? null, ahead: true as const },
            { name: `${forecast.interval ?? '区间'}上限`, value: forecast.high[at] ?? null, ahead: true as const },
          ]),
    ]),
    ...(target === undefined ? [] : [{ name: target.name, value: target.values[at] ?? null }]),
    ...(level === undefined ? [] : [{ name: level.name, value: level.value }]),
  ];
}

/** What is said of a point. */
export const toldAt = (input: LineInput, at: number): readonly Figure[] =>
  figuresAt(input, at).filter(({ value, ahead }) => value !== null || ahead !== true);

export const readingColumns = (input: LineInput): readonly string[] => figuresAt(input, 0).map(({ name }) => name);
