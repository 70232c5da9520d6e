import { px } from '../../../../platform/web/chart/scale.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Radar {
  readonly centre: Spot;
  readonly radius: number;
  /** From the top clockwise. */
  readonly ends: readonly Spot[];
  /** Where the names of the axes stand, and which end of them. */
  readonly names: readonly (Spot & { readonly anchor: 'start' | 'middle' | 'end' })[];
}

const gap = 12;

/** Axes of the same length around a point, the first upwards. */
export function radarOf(count: number, centre: Spot, radius: number): Radar {
  const at = (nth: number, length: number): Spot => {
    const angle = (2 * Math.PI * nth) / count - Math.PI / 2;
    return { x: centre.x + length * Math.cos(angle), y: centre.y + length * Math.sin(angle) };
  };
  const all = Array.from({ length: count }, (_, nth) => nth);
  return {
    ...{ centre, radius },
    ends: all.map((nth) => at(nth, radius)),
    names: all.map((nth) => {
      const { x, y } = at(nth, radius + gap);
      const aside = Math.round(x - centre.x);
      const anchor = Math.abs(aside) < 2 ? 'middle' : aside > 0 ? 'start' : 'end';
      // Beside an axis a name is centred on its end; above and below it stands clear of it.
      return { x, y: anchor === 'middle' ? y + (y < centre.y ? -2 : 12) : y + 4, anchor };
    }),
  };
}

/** Where so many percent of each axis lie. */
export const spotsOf = ({ centre, ends }: Radar, percents: readonly number[]): readonly Spot[] =>
  ends.map((end, nth) => {
    const share = Math.min(100, Math.max(0, percents[nth] ?? 0)) / 100;
    return { x: centre.x + (end.x - centre.x) * share, y: centre.y + (end.y - centre.y) * share };
  });

/** A closed outline through some spots. */
export const outline = (spots: readonly Spot[]): string =>
  spots.length === 0 ? '' : `M${spots.map(({ x, y }) => `${px(x)},${px(y)}`).join('L')}Z`;
