import type { PivotMeasure, PivotSpec } from '../../../contract/reading-api.ts';
import { restId } from '../headings.ts';
import { combined, type Member, type Spot, spotOf } from './axes.ts';
import type { Readings } from './readings.ts';

/** A row before its cells are told. */
export interface Row {
  readonly keys: readonly Member[];
  readonly kind: 'plain' | 'total' | 'rest';
  /** Of a rest: who is in it, and how many there are. */
  readonly members: number | null;
  /** Of a rest those that are not in it, beside it. */
  readonly top: readonly string[];
}

/** Rows as they come, without order and without a rest. */
export const plainRows = (axes: readonly (readonly Member[])[]): Row[] =>
  combined(axes).map((keys) => ({
    ...{ keys, members: null, top: [] },
    kind: keys.some(({ isTotal }) => isTotal) ? 'total' : 'plain',
  }));

export interface OrderContext {
  readonly spec: PivotSpec;
  readonly readings: Readings;
  readonly columns: readonly (readonly Member[])[];
  readonly usual: Spot;
}

/**
 * Rows of a table whose last axis is put in order, the first few kept and all others put together, group by group; totals stand at
 * the end of their group. What cannot be seen comes last, in its old order: it must not tell its size.
 */
export function orderedRows(axes: readonly (readonly Member[])[], context: OrderContext): Row[] {
  const [last = [], ...before] = axes.toReversed();
  const { spec } = context;
  const most = spec.top ?? Number.POSITIVE_INFINITY;
  return combined(before.toReversed()).flatMap((keys): Row[] => {
    const isTotal = keys.some((key) => key.isTotal);
    const row = (member: Member): Row => ({
      ...{ keys: [...keys, member], members: null, top: [] },
      kind: isTotal || member.isTotal ? 'total' : 'plain',
    });
    const members = last.filter((member) => !member.isTotal);
    const ordered = inOrder(members, keys, context);
    const first = ordered.slice(0, most);
    const rest = ordered.length - first.length;
    const axis = last[0]?.axis ?? 'place';
    const others: Member = { axis, id: restId, name: `其余 ${rest} 个`, isTotal: false };
    const restRow: Row = { keys: [...keys, others], kind: 'rest', members: rest, top: first.map(({ id }) => id) };
    const canRest = rest > 0 && (axis === 'place' || axis === 'chain' || axis === 'enterprise');
    return [...first.map(row), ...(canRest ? [restRow] : []), ...last.filter((member) => member.isTotal).map(row)];
  });
}

function inOrder(members: readonly Member[], keys: readonly Member[], context: OrderContext): readonly Member[] {
  const { spec, readings, columns, usual } = context;
  const sort = spec.sort ?? { measure: firstMeasure(spec), column: 0, descending: true };
  const column = columns[Math.min(sort.column, columns.length - 1)] ?? [];
  const weighed = members.map((member) => ({
    member,
    value: readings.number(spotOf([...keys, member, ...column], usual), sort.measure),
  }));
  const sign = sort.descending ? -1 : 1;
  return weighed
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return a.value === b.value ? 0 : a.value < b.value ? -sign : sign;
    })
    .map(({ member }) => member);
}

const firstMeasure = ({ measures }: PivotSpec): PivotMeasure => measures[0] ?? 'value';
