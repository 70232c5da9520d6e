import type { Chart, ChartLink, ChartNode, ChartStage } from './model.ts';

/** A stage that is taller than this stands in several columns. */
const mostRows = 26;

export interface Columns {
  /** Ids of the nodes of each column, in the order of the chart. */
  readonly columns: readonly (readonly string[])[];
  /** Column of each node of the main stages. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** For each main stage with nodes: its first and its last column. */
  readonly spans: readonly { readonly stage: ChartStage; readonly first: number; readonly last: number }[];
}

/** Every main stage gets as many columns as links inside of it need, so that those too go from left to right. */
export function columnsOf(chart: Chart): Columns {
  const columns: string[][] = [];
  const spans: { stage: ChartStage; first: number; last: number }[] = [];
  for (const stage of chart.stages) {
    if (stage.side !== 'main') continue;
    const nodes = chart.nodes.filter((node) => node.stage === stage.id);
    if (nodes.length === 0) continue;
    const first = columns.length;
    columns.push(...layersOf(nodes, chart.links).flatMap(pieces));
    spans.push({ stage, first, last: columns.length - 1 });
  }
  return {
    ...{ columns, spans },
    columnOf: new Map(columns.flatMap((ids, at) => ids.map((id) => [id, at] as const))),
  };
}

function pieces(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / mostRows);
  const size = Math.ceil(ids.length / count);
  return Array.from({ length: count }, (_, at) => ids.slice(at * size, (at + 1) * size));
}

/** Layers by the longest way from the beginning of the stage; a link that would close a circle does not count. */
function layersOf(nodes: readonly ChartNode[], links: readonly ChartLink[]): string[][] {
  const inside = new Set(nodes.map(({ id }) => id));
  const after = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of links) if (from !== to && inside.has(from) && inside.has(to)) after.get(from)?.push(to);
  const order = downstream(
    nodes.map(({ id }) => id),
    after,
  );
  const place = new Map(order.map((id, at) => [id, at]));
  const layer = new Map(order.map((id) => [id, 0]));
  for (const [at, id] of order.entries())
    for (const to of after.get(id) ?? [])
      if ((place.get(to) ?? 0) > at) layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(id) ?? 0) + 1));
  const layers: string[][] = [];
  for (const { id } of nodes) {
    const at = layer.get(id) ?? 0;
    while (layers.length <= at) layers.push([]);
    layers[at]?.push(id);
  }
  return layers;
}

/** Ids so that each comes before what it leads to, as far as there are no circles; without recursion, since chains may be long. */
function downstream(ids: readonly string[], after: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  // From the last to the first, so that what nothing orders keeps the order of the chart.
  for (const start of ids.toReversed()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const way = [{ id: start, rest: [...(after.get(start) ?? [])] }];
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = here.rest.pop();
      if (next === undefined) {
        finished.push(here.id);
        way.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        way.push({ id: next, rest: [...(after.get(next) ?? [])] });
      }
    }
  }
  return finished.reverse();
}
