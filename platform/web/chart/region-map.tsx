import { memo, useCallback, useMemo } from 'react';
import type { GeoMap } from '../../geo/index.ts';
import { useGo } from './chart-link.tsx';
import { placeLabels } from './map/labels.ts';
import { type DrawnMap, drawMap } from './map/project.ts';
import { type Arranged, RegionChart, type RegionProps } from './map/region-chart.tsx';
import { type RegionValue, regionClass } from './map/regions.ts';
import { fillOfRegion } from './map/state-patterns.tsx';
import { cut } from './text.ts';
import './chart.css';

export type { RegionValue } from './map/regions.ts';

interface Props extends RegionProps {
  /** Checked by `checkGeoJson`; regions by their code. Best the same object at each drawing, since shapes are kept by it. */
  readonly map: GeoMap;
}

const nameSize = 12;
const mostName = 96;

/** Regions coloured by class, from outlines that the caller gives. A region without an outline stands in the table only. */
export function RegionMap({ map, ...props }: Props) {
  const { regions } = props;
  const drawn = useMemo(() => drawMap(map), [map]);
  const arrange = useCallback((width: number) => arranged(drawn, regions, width), [drawn, regions]);
  return <RegionChart {...props} arrange={arrange} />;
}

function arranged(drawn: DrawnMap, regions: readonly RegionValue[], width: number): Arranged {
  const by = width / drawn.width;
  const height = Math.ceil(drawn.height * by);
  const shapes = new Map(drawn.regions.map((shape) => [shape.code, shape]));
  const shown = regions.filter(({ code }) => shapes.has(code));
  const places = shown.map(({ code }) => {
    const inside = shapes.get(code)?.inside ?? { x: 0, y: 0, room: 0 };
    return { x: inside.x * by, y: inside.y * by, room: inside.room * by };
  });
  const numbers = new Map(shown.map(({ code }, at) => [code, at]));
  const labels = placeLabels(
    places.map(({ x, y, room }, at) => ({
      at,
      x,
      y: y + nameSize / 3,
      room,
      text: cut(shown[at]?.name ?? '', mostName, nameSize),
    })),
    nameSize,
    [width, height],
  );
  return {
    ...{ shown, spots: places, height },
    draw: ({ chart, breaks, at }) => (
      <>
        <g transform={`scale(${by})`}>
          {drawn.regions.map(({ code, path, name }) => {
            const number = numbers.get(code);
            const region = number === undefined ? undefined : shown[number];
            return (
              <Shape
                key={code}
                {...{ path, number, link: region?.link, title: region?.name ?? name ?? code }}
                look={regionClass(region, breaks)}
                fill={fillOfRegion(chart, region)?.fill}
              />
            );
          })}
          {drawn.lines !== '' && <path className="jw-map-line" d={drawn.lines} />}
          <path className="jw-map-here" data-only-screen="" d={shapes.get(shown[at]?.code ?? '')?.path} />
        </g>
        {labels.map(({ at: nth, x, y, text }) => (
          <text key={nth} className="jw-map-name" x={x} y={y} textAnchor="middle" fontSize={nameSize}>
            {text}
          </text>
        ))}
      </>
    ),
  };
}

interface ShapeProps {
  readonly path: string;
  readonly number: number | undefined;
  readonly link: string | undefined;
  readonly title: string;
  readonly look: string;
  readonly fill: string | undefined;
}

/** A link for pointers; keys reach the same one below the map. Kept, since a map has hundreds and one changes. */
const Shape = memo(function Shape({ path, number, link, title, look, fill }: ShapeProps) {
  const go = useGo();
  const shape = (
    <path
      className={`jw-map-region ${look}`}
      data-at={number}
      d={path}
      fillRule="evenodd"
      {...(fill !== undefined && { style: { fill } })}
    >
      <title>{title}</title>
    </path>
  );
  if (link === undefined) return shape;
  return (
    <a href={link} tabIndex={-1} onClick={(event) => go(event, link)}>
      {shape}
    </a>
  );
});
