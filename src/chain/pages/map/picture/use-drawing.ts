import { useMemo } from 'react';
import type { ChainMapJson } from '../../../contract/map.ts';
import { type Chart, folded, type Layout, layoutOf } from '../../../domain/layout/index.ts';
import { chartOf, type Shown, shownBy } from '../chart-of.ts';

export interface Drawing {
  /** The whole chart, nothing folded. */
  readonly whole: Chart;
  readonly layout: Layout;
  readonly shown: ReadonlyMap<string, Shown>;
}

/** The map with its places; folding a stage leaves the others in their order. */
export function useDrawing(map: ChainMapJson, stages: ReadonlySet<string>): Drawing {
  const whole = useMemo(() => chartOf(map), [map]);
  const open = useMemo(() => layoutOf(whole), [whole]);
  return useMemo(() => {
    const chart = folded(whole, stages);
    const seen = open.boxes.toSorted((a, b) => a.y - b.y).map(({ id }) => id);
    const layout = chart === whole ? open : layoutOf(chart, seen);
    return { whole, layout, shown: shownBy(whole, chart, map.nodes) };
  }, [whole, open, stages, map.nodes]);
}
