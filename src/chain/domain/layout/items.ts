import type { Columns } from './columns.ts';
import { boxHeight, inGap, outGap, passHeight } from './measure.ts';
import type { Net } from './nets.ts';

/** What stands in a column: a box, or the room that a line takes where it passes the column. */
export interface Item {
  readonly id: string;
  readonly net: Net | null;
  readonly height: number;
}

/** Something that joins an item with one of the next column. */
export interface Joint {
  readonly left: string;
  readonly right: string;
  readonly net: Net;
}

export interface Grid {
  readonly columns: readonly (readonly Item[])[];
  /** `joints[c]` lead from column c to column c + 1. */
  readonly joints: readonly (readonly Joint[])[];
}

/** Name of the room that a net takes in a column. */
export const passId = (net: Net, column: number): string => `${net.id}@${column}`;

/** Boxes and passing lines of all columns, in the order of the chart, with what joins them. */
export function gridOf({ columns, columnOf }: Columns, nets: readonly Net[]): Grid {
  const passes: Item[][] = columns.map(() => []);
  const joints: Joint[][] = columns.map(() => []);
  for (const net of nets) {
    if (net.column === null || net.ahead.length === 0) continue;
    const last = Math.max(...net.ahead.map(({ column }) => column));
    let left = net.source;
    for (let column = net.column; column < last; column += 1) {
      for (const target of net.ahead)
        if (target.column === column + 1) joints[column]?.push({ left, right: target.id, net });
      if (column + 1 === last) break;
      const pass = passId(net, column + 1);
      passes[column + 1]?.push({ id: pass, net, height: passHeight });
      joints[column]?.push({ left, right: pass, net });
      left = pass;
    }
  }
  const heights = heightsOf(nets, columnOf);
  return {
    joints,
    columns: columns.map((ids, at) => [
      ...ids.map((id) => ({ id, net: null, height: heights.get(id) ?? boxHeight })),
      ...(passes[at] ?? []),
    ]),
  };
}

/** A box grows where more lines end or begin than it has room for. */
function heightsOf(nets: readonly Net[], columnOf: ReadonlyMap<string, number>): Map<string, number> {
  const [ins, outs] = [new Map<string, number>(), new Map<string, number>()];
  const more = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const net of nets) {
    if (net.column !== null) more(outs, net.source);
    for (const { id } of [...net.ahead, ...net.around]) more(ins, id);
  }
  return new Map(
    [...columnOf.keys()].map((id) => [
      id,
      Math.max(boxHeight, ((ins.get(id) ?? 0) + 1) * inGap, ((outs.get(id) ?? 0) + 0.5) * outGap),
    ]),
  );
}
