import type { ChainMapJson, ChainMapNodeJson, StandingJson } from '../../contract/map.ts';
import { type Chart, type ChartStage, foldedStage } from '../../domain/layout/index.ts';

/** Bands of what serves the chain, by where it serves it. */
const bands = [
  { id: 'serves-upstream', name: '上游配套', side: 'above' },
  { id: 'serves-downstream', name: '下游配套', side: 'below' },
] as const satisfies readonly ChartStage[];

/** The map as it is drawn: main nodes in the columns of the map, supporting ones above or below where they serve. */
export function chartOf({ stages, nodes, links }: Pick<ChainMapJson, 'stages' | 'nodes' | 'links'>): Chart {
  const place = new Map(stages.map(({ id }, at) => [id, at]));
  const supporting = nodes.filter(({ kind }) => kind === 'support');
  const sorted = supporting.toSorted((a, b) => (place.get(a.stage) ?? 0) - (place.get(b.stage) ?? 0));
  // A few fit into one band; more are shared out, so that their lines stay short.
  const above = new Set(
    sorted.slice(0, supporting.length <= 3 ? undefined : Math.ceil(supporting.length / 2)).map(({ id }) => id),
  );
  const bandOf = (id: string): string => (above.has(id) ? bands[0].id : bands[1].id);
  const one = supporting.length <= 3;
  return {
    stages: [
      ...stages.map(({ id, name }): ChartStage => ({ id, name, side: 'main' })),
      ...bands.map((band) => (one ? { ...band, name: '配套' } : band)),
    ],
    nodes: nodes.map(({ id, stage, kind }) => ({ id, stage: kind === 'support' ? bandOf(id) : stage })),
    links: links.map(({ from, to, flows }) => ({ from, to, flow: flows })),
  };
}

/** What a box shows: a node, or a folded stage with how its nodes stand together. */
export type Shown =
  | { readonly of: 'node'; readonly node: ChainMapNodeJson }
  | { readonly of: 'stage'; readonly id: string; readonly name: string; readonly nodes: readonly ChainMapNodeJson[] };

/** What each box of a drawn chart shows. */
export function shownBy(chart: Chart, drawn: Chart, nodes: readonly ChainMapNodeJson[]): ReadonlyMap<string, Shown> {
  const known = new Map(nodes.map((node) => [node.id, node]));
  return new Map(
    drawn.nodes.flatMap(({ id }): (readonly [string, Shown])[] => {
      const stage = foldedStage(id);
      const node = known.get(id);
      if (stage === null) return node === undefined ? [] : [[id, { of: 'node', node }]];
      const inside = chart.nodes.filter((each) => each.stage === stage).flatMap((each) => known.get(each.id) ?? []);
      const name = chart.stages.find((each) => each.id === stage)?.name ?? stage;
      return [[id, { of: 'stage', id: stage, name, nodes: inside }]];
    }),
  );
}

/** How many nodes of a stage stand how. */
export const countStates = (nodes: readonly ChainMapNodeJson[]): Readonly<Record<StandingJson['state'], number>> => {
  const counts = { strong: 0, fair: 0, weak: 0, missing: 0, unknown: 0 };
  for (const { standing } of nodes) counts[standing.state] += 1;
  return counts;
};

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly flows: string;
}

/** What a node gets from whom, and gives to whom. */
export function neighboursOf(
  id: string,
  { nodes, links }: Pick<ChainMapJson, 'nodes' | 'links'>,
): { readonly before: readonly Neighbour[]; readonly after: readonly Neighbour[] } {
  const nameOf = new Map(nodes.map((node) => [node.id, node.name]));
  const neighbour = (other: string, flows: string): Neighbour => ({
    id: other,
    name: nameOf.get(other) ?? other,
    flows,
  });
  return {
    before: links.filter(({ to }) => to === id).map(({ from, flows }) => neighbour(from, flows)),
    after: links.filter(({ from }) => from === id).map(({ to, flows }) => neighbour(to, flows)),
  };
}
