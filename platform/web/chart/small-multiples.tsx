import { type ReactNode, useId, useRef, useState } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { ChartLink } from './chart-link.tsx';
import { GridPicture } from './line/grid-picture.tsx';
import { lastOf, layoutMini, spanOf } from './line/mini.ts';
import { MiniPicture } from './line/mini-picture.tsx';
import './chart.css';

export interface Multiple {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly target?: readonly (number | null)[];
  readonly link?: string;
  /** Beside the last value: a light. */
  readonly mark?: ReactNode;
}

interface Props {
  /** What they say together, in a sentence. */
  readonly summary: string;
  /** What the points along are. */
  readonly along: string;
  readonly points: readonly string[];
  /** What each of them is: 地区. */
  readonly head: string;
  readonly items: readonly Multiple[];
  text(value: number): ReactNode;
  short(value: number): string;
  /** One scale for all at first, so that they can be compared; else each its own, so that each is seen. */
  readonly shared?: boolean;
  readonly picture?: string;
  readonly note?: string;
}

const size = [200, 72] as const;

/** Many small lines beside each other, each a way to its page. */
export function SmallMultiples(props: Props) {
  const { summary, along, points, head, items, text, short, picture, note } = props;
  const [shared, setShared] = useState(props.shared ?? true);
  const svg = useRef<SVGSVGElement>(null);
  const group = useId();
  const all = spanOf(items.flatMap(({ values, target = [] }) => [values, target]));
  const minis = items.map(({ values, target = [] }) =>
    layoutMini(values, target, shared ? all : spanOf([values, target]), size),
  );
  return (
    <ChartFrame
      {...{ summary, picture, note, svg }}
      table={{
        head,
        columns: points,
        rows: items.map(({ key, name, values, link }) => ({
          ...{ key, name: link === undefined ? name : <ChartLink href={link}>{name}</ChartLink> },
          cells: points.map((_, at) => (values[at] == null ? '' : text(values[at]))),
        })),
      }}
    >
      <fieldset className="jw-multiples-scale">
        <legend>{points.length > 0 ? `${along}：${points[0]} 至 ${points.at(-1)}。刻度` : '刻度'}</legend>
        {([true, false] as const).map((one) => (
          <label key={String(one)}>
            <input type="radio" name={group} checked={shared === one} onChange={() => setShared(one)} />
            {one ? '都一样' : '各用各的'}
          </label>
        ))}
      </fieldset>
      <ul className="jw-multiples">
        {items.map((item, at) => (
          <li key={item.key}>
            <Cell item={item} last={lastOf(item.values)} text={text}>
              {minis[at] && <MiniPicture mini={minis[at]} size={size} />}
            </Cell>
          </li>
        ))}
      </ul>
      {picture !== undefined && <GridPicture svg={svg} {...{ items, minis, size, short }} />}
    </ChartFrame>
  );
}

interface CellProps {
  readonly item: Multiple;
  readonly last: number | null;
  readonly children: ReactNode;
  text(value: number): ReactNode;
}

function Cell({ item: { name, link, mark }, last, text, children }: CellProps) {
  const inside = (
    <>
      <span className="jw-multiple-name" title={name}>
        {name}
      </span>
      <svg viewBox={`0 0 ${size[0]} ${size[1]}`} aria-hidden="true">
        {children}
      </svg>
      <span className="jw-multiple-last">
        {last === null ? '没有数' : text(last)} {mark}
      </span>
    </>
  );
  return link === undefined ? <div>{inside}</div> : <ChartLink href={link}>{inside}</ChartLink>;
}
