import { heatClass } from '../heat.ts';

export interface RegionValue {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  /** Known, but not shown to this reader. Without a value and without this, there is none. */
  readonly suppressed?: boolean;
  readonly link?: string;
  /** Behind the figure: a light, a share. */
  readonly note?: string;
}

export const stateWords = { missing: '没有数', suppressed: '不公开' } as const;
export type State = keyof typeof stateWords;

export const stateOf = ({ value, suppressed }: RegionValue): State | null =>
  suppressed ? 'suppressed' : value === null || !Number.isFinite(value) ? 'missing' : null;

/** The figure as it is said, or why there is none. */
export function said<T>(region: RegionValue, text: (value: number) => T): T | string {
  const state = stateOf(region);
  return state === null && region.value !== null ? text(region.value) : stateWords[state ?? 'missing'];
}

/** The ground of a region. A suppressed figure must not show by its colour. */
export const regionClass = (region: RegionValue | undefined, breaks: readonly number[]): string =>
  region === undefined || stateOf(region) !== null ? 'jw-heat jw-heat-none' : heatClass(region.value, breaks);

/** What each class holds. */
export function classNames(breaks: readonly number[], short: (value: number) => string): readonly string[] {
  if (breaks.length === 0) return [];
  return [
    `${short(breaks[0] ?? 0)} 以下`,
    ...breaks.slice(1).map((upper, at) => `${short(breaks[at] ?? 0)} ～ ${short(upper)}`),
    `${short(breaks.at(-1) ?? 0)} 及以上`,
  ];
}
