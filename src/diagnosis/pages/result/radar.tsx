import { layoutKeys } from '../../../../platform/web/chart/keys.ts';
import { px } from '../../../../platform/web/chart/scale.ts';
import { SvgKeys } from '../../../../platform/web/chart/svg-keys.tsx';
import { pointPath } from '../../../../platform/web/chart/tones.ts';
import '../../../../platform/web/chart/chart.css';
import { outline, radarOf, spotsOf } from './radar-layout.ts';

export interface RadarSeries {
  readonly name: string;
  /** Of each axis, in percent. */
  readonly percents: readonly number[];
}

const [width, radius] = [360, 92];
const rings = [25, 50, 75, 100] as const;

/** How much of each side was reached, as an outline; the table beside it says the same in figures. */
export function RadarPicture({
  names,
  series,
}: {
  readonly names: readonly string[];
  readonly series: readonly RadarSeries[];
}) {
  const top = layoutKeys(
    series.map(({ name }) => name),
    width,
  ).height;
  const radar = radarOf(names.length, { x: width / 2, y: top + radius + 26 }, radius);
  return (
    <svg className="diagnosis-radar" viewBox={`0 0 ${width} ${top + 2 * radius + 52}`} aria-hidden="true">
      <SvgKeys keys={series.map(({ name }, nth) => ({ name, sample: <Sample nth={nth} /> }))} width={width} />
      {rings.map((percent) => (
        <path
          key={percent}
          className="jw-chart-grid"
          d={outline(
            spotsOf(
              radar,
              names.map(() => percent),
            ),
          )}
        />
      ))}
      {radar.ends.map(({ x, y }, nth) => (
        <path
          key={names[nth]}
          className="jw-chart-grid"
          d={`M${px(radar.centre.x)},${px(radar.centre.y)}L${px(x)},${px(y)}`}
        />
      ))}
      {radar.names.map(({ x, y, anchor }, nth) => (
        <text key={names[nth]} className="jw-chart-name" x={px(x)} y={px(y)} textAnchor={anchor} fontSize={13}>
          {names[nth]}
        </text>
      ))}
      {[50, 100].map((percent) => (
        <text
          key={percent}
          className="jw-chart-text"
          x={radar.centre.x + 3}
          y={px(radar.centre.y - (radius * percent) / 100 + 12)}
          fontSize={11}
        >
          {percent}%
        </text>
      ))}
      {series
        .map((each, nth) => ({ ...each, nth, spots: spotsOf(radar, each.percents) }))
        .toReversed()
        .map(({ name, nth, spots }) => (
          <g key={name} className={`jw-tone-${nth}`}>
            {nth === 0 && <path className="jw-chart-band" d={outline(spots)} />}
            <path className={nth === 0 ? 'jw-chart-line' : 'jw-chart-ahead'} d={outline(spots)} />
            {spots.map(({ x, y }, at) => (
              <path key={names[at]} className="jw-chart-point" d={pointPath(nth, x, y, 3.5)} />
            ))}
          </g>
        ))}
    </svg>
  );
}

function Sample({ nth }: { readonly nth: number }) {
  return (
    <g className={`jw-tone-${nth}`}>
      <path className={nth === 0 ? 'jw-chart-line' : 'jw-chart-ahead'} d="M0,7H20" />
      <path className="jw-chart-point" d={pointPath(nth, 10, 7, 3.5)} />
    </g>
  );
}
