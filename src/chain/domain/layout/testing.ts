import type { Box, Chart, ChartLink, Layout, Point, Side, Way } from './model.ts';

/** Numbers that look thrown and are always the same, for charts of tests. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0 || 1;
  return (sides) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
    state = (state + 0x9e3779b9) >>> 0;
    return (state >>> 8) % sides;
  };
}

/** A made-up chain: so many nodes in so many stages, the most of its links to the next stage, some far, some back, some inside. */
export function madeUp(nodes: number, stages: number, seed: number, bands = 2): Chart {
  const roll = dice(seed);
  const sides = (at: number): Side => (at < stages ? 'main' : at % 2 === 0 ? 'above' : 'below');
  const all = Array.from({ length: stages + bands }, (_, at) => ({ id: `s${at}`, name: `阶段${at}`, side: sides(at) }));
  const many = Array.from({ length: nodes }, (_, at) => ({
    id: `k${at}`,
    stage: `s${at % 10 === 9 && bands > 0 ? stages + roll(bands) : Math.floor((at * stages) / nodes)}`,
  }));
  const inStage = (at: number) => many.filter(({ stage }) => stage === `s${at}`);
  const links: ChartLink[] = [];
  for (const { id, stage } of many) {
    const at = Number(stage.slice(1));
    for (let nth = 0; nth <= roll(3); nth += 1) {
      const kind = roll(20);
      const to =
        at >= stages
          ? roll(stages)
          : kind < 14
            ? at + 1
            : kind < 16
              ? at + 2
              : kind < 17
                ? at
                : kind < 18
                  ? at - 1
                  : stages + roll(Math.max(1, bands));
      const targets = inStage(to);
      const target = targets[roll(Math.max(1, targets.length))];
      if (target !== undefined)
        links.push({ from: id, to: target.id, flow: ['棉纱', '坯布', '面料', '', '高支高密色织面料'][roll(5)] ?? '' });
    }
  }
  return { stages: all, nodes: many, links };
}

const inside = ({ x, y, width, height }: Box, [px, py]: Point, slack: number): boolean =>
  px > x + slack && px < x + width - slack && py > y + slack && py < y + height - slack;

const onBorder = ({ x, y, width, height }: Box, [px, py]: Point): boolean => {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1.5;
  const [across, down] = [px > x - 1.5 && px < x + width + 1.5, py > y - 1.5 && py < y + height + 1.5];
  return ((near(px, x) || near(px, x + width)) && down) || ((near(py, y) || near(py, y + height)) && across);
};

interface Segment {
  readonly net: string;
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export const segmentsOf = ({ net, points }: Way): Segment[] =>
  points.slice(1).map(([x, y], at) => {
    const [bx, by] = points[at] ?? [x, y];
    const level = by === y;
    const [a, b] = level ? [bx, x] : [by, y];
    return { net, level, at: level ? y : x, from: Math.min(a, b), to: Math.max(a, b) };
  });

/** Everything wrong with a drawing, in words: for tests. */
export function faultsOf(chart: Chart, layout: Layout): string[] {
  const { boxes, ways } = layout;
  const faults: string[] = [];
  const of = new Map(boxes.map((box) => [box.id, box]));
  for (const { id } of chart.nodes) if (!of.has(id)) faults.push(`${id} is not drawn`);
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1))
      if (a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && a.y < b.y + b.height + 4 && b.y < a.y + a.height + 4)
        faults.push(`${a.id} touches ${b.id}`);
  const wanted = chart.links.filter(({ from, to }) => from !== to && of.has(from) && of.has(to));
  for (const { from, to, flow } of wanted)
    if (!ways.some((way) => way.from === from && way.to === to && way.flow === flow))
      faults.push(`${from}→${to} has no way`);
  for (const way of ways) {
    const [source, target, first, last] = [of.get(way.from), of.get(way.to), way.points[0], way.points.at(-1)];
    if (source === undefined || first === undefined || !onBorder(source, first))
      faults.push(`${way.from}→${way.to} does not begin at its box`);
    if (target === undefined || last === undefined || !onBorder(target, last))
      faults.push(`${way.from}→${way.to} does not end at its box`);
    for (const [at, [x, y]] of way.points.entries()) {
      const next = way.points[at + 1];
      if (x < 0 || y < 0 || x > layout.width || y > layout.height)
        faults.push(`${way.from}→${way.to} leaves the sheet`);
      if (next === undefined) continue;
      if (next[0] !== x && next[1] !== y) faults.push(`${way.from}→${way.to} is slanting at ${x},${y}`);
      for (const box of boxes) {
        const [fx, tx, fy, ty] = [
          Math.min(x, next[0]),
          Math.max(x, next[0]),
          Math.min(y, next[1]),
          Math.max(y, next[1]),
        ];
        if (tx > box.x + 1.5 && fx < box.x + box.width - 1.5 && ty > box.y + 1.5 && fy < box.y + box.height - 1.5)
          faults.push(`${way.from}→${way.to} runs through ${box.id}`);
        else if (inside(box, [x, y], 1.5)) faults.push(`${way.from}→${way.to} turns inside ${box.id}`);
      }
    }
  }
  return [...new Set(faults)];
}

/** How long lines of different nets lie upon each other, in pixels. */
export function shared({ ways }: Layout): number {
  const lines = Map.groupBy(ways.flatMap(segmentsOf), ({ level, at }) => `${level} ${Math.round(at)}`);
  let sum = 0;
  for (const group of lines.values())
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1))
        if (a.net !== b.net) sum += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  return sum;
}

/** How often lines of different nets cross. */
export function crossed({ ways }: Layout): number {
  const seen = new Set<string>();
  const segments = ways.flatMap(segmentsOf);
  for (const a of segments)
    if (a.level)
      for (const b of segments)
        if (!b.level && a.net !== b.net && b.at > a.from && b.at < a.to && a.at > b.from && a.at < b.to)
          seen.add(`${a.net} ${b.net} ${a.at} ${b.at}`);
  return seen.size;
}
