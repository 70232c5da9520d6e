import type { RefObject } from 'react';
import { cut } from '../text.ts';
import { lastOf, type Mini } from './mini.ts';
import { MiniPicture } from './mini-picture.tsx';

interface Props {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly items: readonly {
    readonly key: string;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly minis: readonly Mini[];
  readonly size: readonly [number, number];
  short(value: number): string;
}

const columns = 4;
const [gap, head, foot] = [20, 20, 22];

/** All small lines as one picture, which is taken away and never seen on the page. */
export function GridPicture({ svg, items, minis, size, short }: Props) {
  const [width, height] = size;
  const cell = [width + gap, head + height + foot + gap] as const;
  const rows = Math.ceil(items.length / columns);
  return (
    <div className="visually-hidden">
      <svg ref={svg} aria-hidden="true" viewBox={`0 0 ${columns * cell[0] - gap} ${Math.max(1, rows * cell[1])}`}>
        {items.map(({ key, name, values }, at) => {
          const last = lastOf(values);
          const mini = minis[at];
          return (
            <g key={key} transform={`translate(${(at % columns) * cell[0]} ${Math.floor(at / columns) * cell[1]})`}>
              <text className="jw-chart-strong" y={14} fontSize={13}>
                {cut(name, width, 13)}
              </text>
              <g transform={`translate(0 ${head})`}>{mini && <MiniPicture mini={mini} size={size} />}</g>
              <text className="jw-chart-key" x={width} y={head + height + 14} textAnchor="end" fontSize={12}>
                {last === null ? '没有数' : short(last)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
