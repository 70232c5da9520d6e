import { useCallback } from 'react';
import { useGo } from './chart-link.tsx';
import { type Arranged, RegionChart, type RegionProps } from './map/region-chart.tsx';
import { type RegionValue, regionClass, said } from './map/regions.ts';
import { fillOfRegion } from './map/state-patterns.tsx';
import { layTiles } from './map/tiles.ts';
import { cut } from './text.ts';
import './chart.css';

export interface TileRegion extends RegionValue {
  /** Longitude and latitude of its middle, where known: tiles then lie about as the regions do. */
  readonly at?: readonly [number, number];
}

interface Props extends RegionProps {
  readonly regions: readonly TileRegion[];
}

/** A tile holds four Chinese characters and a figure at least; more of them make no column too narrow. */
const narrowest = 66;
const [widest, tall, gap] = [128, 52, 4];

/** Each region a tile of the same size, for the many places that have no outlines: small ones are not overlooked either. */
export function RegionTiles(props: Props) {
  const { regions, short } = props;
  const arrange = useCallback((width: number) => arranged(regions, width, short), [regions, short]);
  return <RegionChart {...props} arrange={arrange} />;
}

function arranged(regions: readonly TileRegion[], width: number, short: (value: number) => string): Arranged {
  const tiles = layTiles(regions, Math.max(1, Math.floor(width / narrowest)));
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1));
  const rows = Math.max(0, ...tiles.map(({ row }) => row + 1));
  const wide = Math.min(widest, Math.floor((width + gap) / columns) - gap);
  const spots = tiles.map(({ column, row }) => ({
    x: column * (wide + gap) + wide / 2,
    y: row * (tall + gap) + tall / 2,
  }));
  return {
    ...{ shown: regions, spots, height: Math.max(1, rows * (tall + gap)) },
    draw: ({ chart, breaks, at }) => (
      <>
        {regions.map((region, nth) => (
          <TileBox
            key={region.code}
            {...{ region, nth, wide, short, here: nth === at }}
            look={regionClass(region, breaks)}
            fill={fillOfRegion(chart, region)?.fill}
            x={(spots[nth]?.x ?? 0) - wide / 2}
            y={(spots[nth]?.y ?? 0) - tall / 2}
          />
        ))}
      </>
    ),
  };
}

interface BoxProps {
  readonly region: RegionValue;
  readonly nth: number;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly look: string;
  readonly fill: string | undefined;
  readonly here: boolean;
  short(value: number): string;
}

function TileBox({ region, nth, x, y, wide, look, fill, here, short }: BoxProps) {
  const go = useGo();
  const { link, name } = region;
  const middle = wide / 2;
  const box = (
    <g data-at={nth} transform={`translate(${x} ${y})`} className={`jw-tile ${look}`}>
      <title>{name}</title>
      <rect width={wide} height={tall} rx={5} {...(fill !== undefined && { style: { fill } })} />
      <text x={middle} y={21} textAnchor="middle" fontSize={13}>
        {cut(name, wide - 6, 13)}
      </text>
      <text x={middle} y={40} textAnchor="middle" fontSize={12} className="jw-tile-figure">
        {cut(said(region, short), wide - 4, 12)}
      </text>
      {here && <rect className="jw-map-here" data-only-screen="" width={wide} height={tall} rx={5} />}
    </g>
  );
  if (link === undefined) return box;
  return (
    <a href={link} tabIndex={-1} onClick={(event) => go(event, link)}>
      {box}
    </a>
  );
}
