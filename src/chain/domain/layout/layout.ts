import { type Bands, bandsOf } from './bands.ts';
import { type Columns, columnsOf } from './columns.ts';
import { heightsIn } from './heights.ts';
import { gridOf, type Item } from './items.ts';
import * as measure from './measure.ts';
import type { Box, Chart, FlowLabel, Frame, Layout } from './model.ts';
import { type Net, netsOf } from './nets.ts';
import { ordered } from './order.ts';
import { laneKey, piecesOf, wayBack } from './pieces.ts';
import { type Ports, portsOf } from './ports.ts';
import { type Places, spreadOut } from './spread.ts';
import { cutLabel, labelWidth } from './text.ts';
import { waysOf } from './ways.ts';

/**
 * Draws a chain: main stages as columns from upstream to downstream, what supports them in bands above and below. Lines run only
 * between columns and between rows, so that none crosses a box. The same chart gives the same drawing; with `before`, the ids of a
 * drawing that was seen in its order, what was there keeps its order as far as crossings allow.
 */
export function layoutOf(chart: Chart, before: readonly string[] = []): Layout {
  const stages = new Set(chart.stages.map(({ id }) => id));
  const known = { ...chart, nodes: chart.nodes.filter(({ stage }) => stages.has(stage)) };
  const columns = columnsOf(known);
  const nets = netsOf(known, columns);
  const bands = bandsOf(known, columns, nets);
  const grid = gridOf(columns, nets);
  const leaves = (net: Net): 'above' | 'below' => {
    const lane = net.around.length > 0 ? wayBack(net, bands.rowOf) : bands.rowOf.get(net.aside[0] ?? '')?.lane;
    return lane?.startsWith('above') ? 'above' : 'below';
  };
  const order = ordered(grid, nets, leaves, before);
  const pieces = piecesOf(grid, nets, columns, bands);
  const ports = portsOf(order, heightsIn(grid, order), [...pieces.pieces.values()]);
  const bottoms = order.flat().map(({ id, height }) => (ports.middle.get(id) ?? 0) + height / 2);
  const labels = columns.columns.map((_, at) =>
    Math.max(0, ...nets.filter(({ column, text }) => column === at && text !== '').map(({ text }) => labelWidth(text))),
  );
  const places = spreadOut({ pieces, bands, ports, block: Math.max(0, ...bottoms), labels });
  const stageOf = new Map(known.nodes.map(({ id, stage }) => [id, stage]));
  const boxes = boxesOf(order, bands, ports, places, stageOf);
  return {
    ...{ width: Math.ceil(places.width), height: Math.ceil(places.height), boxes },
    frames: framesOf(columns, bands, places, Math.max(0, ...bottoms)),
    ways: waysOf(nets, { columnOf: columns.columnOf, bands, pieces, ports, places }),
    labels: nets.flatMap((net): FlowLabel[] => {
      if (net.text === '') return [];
      const at = labelPlace(net, columns, bands, ports, places, (lane) => pieces.lanes.get(laneKey(net, lane)));
      return at === null ? [] : [{ net: net.id, ...at }];
    }),
  };
}

function boxesOf(
  order: readonly (readonly Item[])[],
  bands: Bands,
  ports: Ports,
  { slotX, blockY, rowY }: Places,
  stageOf: ReadonlyMap<string, string>,
): Box[] {
  const box = (id: string, slot: number, y: number, height: number): Box => ({
    ...{ id, stage: stageOf.get(id) ?? '', x: Math.round(slotX[slot] ?? 0), y: Math.round(y), height },
    width: measure.boxWidth,
  });
  return [
    ...order.flatMap((column, at) =>
      column.flatMap(({ id, net, height }) =>
        net === null ? [box(id, at, blockY + (ports.middle.get(id) ?? 0) - height / 2, height)] : [],
      ),
    ),
    ...bands.rows.flatMap((row) =>
      [...row.slots].map(([id, slot]) => box(id, slot, rowY.get(row) ?? 0, measure.boxHeight)),
    ),
  ];
}

function framesOf({ spans }: Columns, bands: Bands, { slotX, blockY, rowY, width }: Places, block: number): Frame[] {
  const { boxWidth, boxHeight, framePad, headHeight, margin } = measure;
  const main = spans.map(({ stage, first, last }): Frame => {
    const [from, to] = [(slotX[first] ?? 0) - framePad, (slotX[last] ?? 0) + boxWidth + framePad];
    return { ...stage, x: from, width: to - from, y: blockY - headHeight, height: headHeight + block + framePad };
  });
  const stages = [...new Set(bands.rows.map(({ stage }) => stage))];
  const aside = stages.map((stage): Frame => {
    const rows = bands.rows.filter((row) => row.stage === stage).map((row) => rowY.get(row) ?? 0);
    const [above, below] = stage.side === 'above' ? [26, framePad] : [framePad, 26];
    const [top, bottom] = [Math.min(...rows) - above, Math.max(...rows) + boxHeight + below];
    return { ...stage, x: margin - framePad, width: width - 2 * (margin - framePad), y: top, height: bottom - top };
  });
  return [...main, ...aside];
}

function labelPlace(
  net: Net,
  { columnOf }: Columns,
  { rowOf }: Bands,
  ports: Ports,
  { slotX, blockY, rowY, portX }: Places,
  laneOf: (lane: string) => Parameters<Places['portX']>[1] | undefined,
): Omit<FlowLabel, 'net'> | null {
  const column = columnOf.get(net.source);
  if (column !== undefined) {
    const x = (slotX[column] ?? 0) + measure.boxWidth + 6;
    return { text: cutLabel(net.text, measure.mostLabel), x, y: blockY + ports.outs(net.source, net) - 4 };
  }
  const row = rowOf.get(net.source);
  const piece = row && laneOf(row.lane);
  if (row === undefined || piece === undefined) return null;
  const x = portX(net.source, piece) + 5;
  const y = rowY.get(row) ?? 0;
  const below = row.side === 'above' ? y + measure.boxHeight + 15 : y - 6;
  // On top of a box stands its mark, at the right.
  const room = row.side === 'above' ? measure.boxWidth - 20 : measure.boxWidth - 74;
  return { text: cutLabel(net.text, room), x, y: below };
}
