import type { Columns } from './columns.ts';
import type { Chart, ChartLink } from './model.ts';

/** All that leaves one node with the same goods: drawn as one trunk with branches. */
export interface Net {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly links: readonly ChartLink[];
  /** Column of the source; null where it stands in a band. */
  readonly column: number | null;
  /** Targets in columns to the right of it. */
  readonly ahead: readonly { readonly id: string; readonly column: number }[];
  /** Targets in the columns at or before it, reached through a lane; all targets in columns where the source stands in a band. */
  readonly around: readonly { readonly id: string; readonly column: number }[];
  /** Targets in bands. */
  readonly aside: readonly string[];
}

/** Links gathered to nets. Links from a node to itself and to nodes that are not there are left out, doubles are drawn once. */
export function netsOf(chart: Chart, { columnOf }: Columns): readonly Net[] {
  const known = new Set(chart.nodes.map(({ id }) => id));
  const seen = new Set<string>();
  const groups = new Map<string, ChartLink[]>();
  for (const link of chart.links) {
    const { from, to, flow } = link;
    const key = JSON.stringify([from, to, flow]);
    if (from === to || !known.has(from) || !known.has(to) || seen.has(key)) continue;
    seen.add(key);
    // What serves the whole chain has one trunk, or its lane would be as wide as the map.
    const net = JSON.stringify(columnOf.has(from) ? [from, flow] : [from]);
    const group = groups.get(net);
    if (group === undefined) groups.set(net, [link]);
    else group.push(link);
  }
  return [...groups.values()].map((links, at) => netOf(`n${at}`, links, columnOf));
}

function netOf(id: string, links: readonly ChartLink[], columnOf: ReadonlyMap<string, number>): Net {
  const source = links[0]?.from ?? '';
  const column = columnOf.get(source) ?? null;
  const targets = [...new Set(links.map(({ to }) => to))];
  const placed = targets.flatMap((target) => {
    const at = columnOf.get(target);
    return at === undefined ? [] : [{ id: target, column: at }];
  });
  const isAhead = (target: { readonly column: number }): boolean => column !== null && target.column > column;
  return {
    ...{ id, source, links, column },
    text: [...new Set(links.map(({ flow }) => flow).filter((flow) => flow !== ''))].join('、'),
    ahead: placed.filter(isAhead),
    around: placed.filter((target) => !isAhead(target)),
    aside: targets.filter((target) => !columnOf.has(target)),
  };
}
