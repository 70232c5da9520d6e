import type { Chart, ChartLink } from './model.ts';

/** The box that stands for a whole stage; no node has such an id, since ids of packs hold no colon. */
export const foldedId = (stage: string): string => `stage:${stage}`;

/** The stage that a box stands for; null for the box of a node. */
export const foldedStage = (id: string): string | null => (id.startsWith('stage:') ? id.slice(6) : null);

/** The chart with some stages as one box each; what flows between the same two boxes becomes one link. */
export function folded(chart: Chart, stages: ReadonlySet<string>): Chart {
  if (stages.size === 0) return chart;
  const boxOf = new Map(chart.nodes.map(({ id, stage }) => [id, stages.has(stage) ? foldedId(stage) : id]));
  const links = new Map<string, ChartLink & { readonly flows: Set<string> }>();
  for (const link of chart.links) {
    const [from, to] = [boxOf.get(link.from), boxOf.get(link.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const merged = foldedStage(from) !== null || foldedStage(to) !== null;
    const key = JSON.stringify(merged ? [from, to] : [from, to, link.flow]);
    const found = links.get(key) ?? { from, to, flow: link.flow, flows: new Set<string>() };
    if (link.flow !== '') found.flows.add(link.flow);
    links.set(key, found);
  }
  const seen = new Set<string>();
  return {
    stages: chart.stages,
    nodes: chart.nodes.flatMap(({ id, stage }) => {
      const box = boxOf.get(id) ?? id;
      if (seen.has(box)) return [];
      seen.add(box);
      return [{ id: box, stage }];
    }),
    links: [...links.values()].map(({ from, to, flow, flows }) => ({
      from,
      to,
      flow: flows.size > 1 ? [...flows].join('、') : flow,
    })),
  };
}
