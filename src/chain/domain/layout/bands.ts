import type { Columns } from './columns.ts';
import type { Chart, ChartNode, ChartStage } from './model.ts';
import type { Net } from './nets.ts';

/** A row of boxes above or below the columns; between it and them runs its lane. */
export interface BandRow {
  /** 'above0' is the row next to the columns, 'above1' the one beyond it. */
  readonly lane: string;
  readonly side: 'above' | 'below';
  /** 0: next to the columns. */
  readonly rank: number;
  readonly stage: ChartStage;
  /** The slot of each node; slots are the columns, so that the ways between them stay free. */
  readonly slots: ReadonlyMap<string, number>;
}

export interface Bands {
  readonly rows: readonly BandRow[];
  readonly rowOf: ReadonlyMap<string, BandRow>;
  /** How many slots there are: as many as columns, more where a short chain has wide bands. */
  readonly slots: number;
}

const leastSlots = 6;

/** Nodes of the bands, each as near as can be to the columns that it is joined with. */
export function bandsOf(chart: Chart, { columns, columnOf }: Columns, nets: readonly Net[]): Bands {
  const inBand = (side: ChartStage['side']) =>
    chart.stages.flatMap((stage) => {
      const nodes = stage.side === side ? chart.nodes.filter((node) => node.stage === stage.id) : [];
      return nodes.length === 0 ? [] : [{ stage, nodes }];
    });
  const widest = Math.max(0, ...[...inBand('above'), ...inBand('below')].map(({ nodes }) => nodes.length));
  const slots = Math.max(columns.length, Math.min(leastSlots, widest));
  const pulls = pullsOf(nets, columnOf);
  const rows: BandRow[] = [];
  for (const side of ['above', 'below'] as const) {
    // The band that is listed last of those above, and first of those below, is next to the columns.
    const bands = side === 'above' ? inBand(side).reverse() : inBand(side);
    for (const { stage, nodes } of bands) {
      const wished = nodes.map((node, at) => ({
        node,
        wish: wishOf(node, pulls) ?? ((at + 0.5) * slots) / nodes.length - 0.5,
      }));
      wished.sort((a, b) => a.wish - b.wish);
      const count = Math.ceil(nodes.length / slots);
      for (let nth = 0; nth < count; nth += 1) {
        const rank = rows.filter((row) => row.side === side).length;
        const mine = wished.filter((_, at) => at % count === nth);
        const places = placesFor(
          mine.map(({ wish }) => wish),
          slots,
        );
        const at = new Map(mine.map(({ node }, no) => [node.id, places[no] ?? 0]));
        rows.push({ lane: `${side}${rank}`, side, rank, stage, slots: at });
      }
    }
  }
  return { rows, slots, rowOf: new Map(rows.flatMap((row) => [...row.slots.keys()].map((id) => [id, row] as const))) };
}

function pullsOf(nets: readonly Net[], columnOf: ReadonlyMap<string, number>): Map<string, number[]> {
  const pulls = new Map<string, number[]>();
  const pull = (id: string, other: string): void => {
    const column = columnOf.get(other);
    if (column !== undefined) pulls.set(id, [...(pulls.get(id) ?? []), column]);
  };
  for (const { links } of nets)
    for (const { from, to } of links) {
      if (!columnOf.has(from)) pull(from, to);
      if (!columnOf.has(to)) pull(to, from);
    }
  return pulls;
}

function wishOf({ id }: ChartNode, pulls: ReadonlyMap<string, readonly number[]>): number | null {
  const columns = pulls.get(id) ?? [];
  return columns.length === 0 ? null : columns.reduce((sum, column) => sum + column, 0) / columns.length;
}

/** Slots for wishes in rising order, each its own, with the least sum of distances. */
function placesFor(wishes: readonly number[], slots: number): number[] {
  // best[i][s]: the cost of the first i wishes within the first s slots.
  const best = [Array.from({ length: slots + 1 }, () => 0)];
  for (const [at, wish] of wishes.entries()) {
    const row = [Number.POSITIVE_INFINITY];
    for (let slot = 0; slot < slots; slot += 1) {
      const taken = (best[at]?.[slot] ?? Number.POSITIVE_INFINITY) + Math.abs(wish - slot);
      row.push(Math.min(row[slot] ?? Number.POSITIVE_INFINITY, taken));
    }
    best.push(row);
  }
  const places: number[] = [];
  let slot = slots;
  for (let at = wishes.length; at > 0; at -= 1) {
    while (slot > 1 && best[at]?.[slot] === best[at]?.[slot - 1]) slot -= 1;
    slot -= 1;
    places.unshift(slot);
  }
  return places;
}
