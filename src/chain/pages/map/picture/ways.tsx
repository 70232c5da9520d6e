import { memo } from 'react';
import { type FlowLabel, type Point, pathOf, type Way } from '../../../domain/layout/index.ts';
import { StillGroup } from './groups.ts';

interface Props {
  readonly ways: readonly Way[];
  readonly labels: readonly FlowLabel[];
  readonly look: string;
  readonly coarse: boolean;
}

const head = 7;

/** The end of an arrow, in the direction of the last piece of the way. */
function headOf(points: readonly Point[]): string {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (before === undefined || end === undefined) return '';
  const [dx, dy] = [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])];
  const [x, y] = end;
  const back = (side: number): string => `${x - dx * head + dy * side * 3.5} ${y - dy * head + dx * side * 3.5}`;
  return `M${x} ${y}L${back(1)}L${back(-1)}Z`;
}

/** Lines of goods. What they say is told at the boxes, so that screen readers pass over them. */
export const Ways = memo(function Ways({ ways, labels, look, coarse }: Props) {
  return (
    <StillGroup className={look}>
      {ways.map(({ net, from, to, flow, points }) => (
        <g key={`${net} ${from} ${to} ${flow}`}>
          <path className="cm-way" d={pathOf(points)} />
          <path className="cm-head" d={headOf(points)} />
        </g>
      ))}
      {!coarse &&
        labels.map(({ net, text, x, y }) => (
          <text key={net} className="cm-flow" x={x} y={y} fontSize={12}>
            {text}
          </text>
        ))}
    </StillGroup>
  );
});
