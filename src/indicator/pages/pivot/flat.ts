import type { PivotAxis, PivotCellJson, PivotJson } from '../../contract/reading-api.ts';
import type { CellSearch } from '../cell/address.ts';

/** A table taken apart, for charts: one entry for each cell, with where it stands on every axis. */

type Keys = PivotJson['rows'][number]['keys'];

export interface Entry {
  readonly keys: Keys;
  /** A total or a rest: no part beside the others. */
  readonly isSum: boolean;
  readonly indicatorId: string | null;
  readonly cell: PivotCellJson;
}

export const entriesOf = ({ rows, columns }: PivotJson): Entry[] =>
  rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      const column = columns[at];
      if (column === undefined) return [];
      return {
        ...{ keys: [...row.keys, ...column.keys], cell, indicatorId: row.indicatorId ?? column.indicatorId },
        isSum: row.kind !== 'plain' || column.kind !== 'plain',
      };
    }),
  );

export interface Group {
  readonly key: string;
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Entries that differ in one axis alone, under the name of the others. */
export function groupedWithout(entries: readonly Entry[], axis: PivotAxis, whole: string): Group[] {
  const groups = new Map<string, { name: string; entries: Entry[] }>();
  for (const entry of entries) {
    const others = entry.keys.filter((key) => key.axis !== axis);
    const key = JSON.stringify(others.map(({ id }) => id));
    const group = groups.get(key) ?? { name: others.map(({ name }) => name).join(' · ') || whole, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups].map(([key, { name, entries: found }]) => ({ key, name, entries: found }));
}

export const keyOn = ({ keys }: Entry, axis: PivotAxis): Keys[number] | undefined =>
  keys.find((key) => key.axis === axis);

/** What stands along an axis, in the order of the table. */
export function along(entries: readonly Entry[], axis: PivotAxis): Keys {
  const found = new Map<string, Keys[number]>();
  for (const entry of entries) {
    const key = keyOn(entry, axis);
    if (key !== undefined) found.set(key.id, key);
  }
  return [...found.values()];
}

export interface Standing {
  readonly place: string;
  readonly axis: 'region' | 'unit';
  readonly period: string;
  /** The one chain that the whole table is of. */
  readonly chain: string | null;
}

/** The way to what is behind a cell; null where it stands for no single one. */
export function behind(
  { keys, indicatorId }: Pick<Entry, 'keys' | 'indicatorId'>,
  standing: Standing,
): CellSearch | null {
  if (indicatorId === null || keys.some(({ id }) => id === '-')) return null;
  const on = (axis: PivotAxis): string | undefined => keys.find((key) => key.axis === axis)?.id || undefined;
  const chain = on('chain') ?? (keys.some(({ axis }) => axis === 'chain') ? null : standing.chain);
  return {
    ...{ indicator: indicatorId, period: on('period') ?? standing.period, place: on('place') ?? standing.place },
    ...(standing.axis === 'unit' && { axis: 'unit' as const }),
    ...(chain !== null && { chain }),
  };
}

/** The same as an address, for charts. */
export const addressOfCell = (search: CellSearch): string =>
  `/cells?${new URLSearchParams(Object.entries(search).filter((each): each is [string, string] => each[1] !== undefined))}`;
