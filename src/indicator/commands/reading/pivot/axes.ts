import type { Actor } from '../../../../access/index.ts';
import { lastDay } from '../../../../kernel/index.ts';
import type { PivotAxis, PivotSpec } from '../../../contract/reading-api.ts';
import type { Definition } from '../../../domain/definition.ts';
import { periodWords } from '../../../domain/wording/period.ts';
import { readBelow, readChildren } from '../../../store/reading/places.ts';
import { type IndicatorDb, readCells } from '../../../store.ts';
import { chainHeadings, seesAll } from '../headings.ts';
import type { Standpoint } from '../standpoint.ts';
import { stepsFor } from './readings.ts';

/** One of those that an axis goes over. */
export interface Member {
  readonly axis: PivotAxis;
  readonly id: string;
  readonly name: string;
  readonly isTotal: boolean;
}

/** Where a cell stands: one value of every axis. */
export interface Spot {
  readonly indicator: string;
  readonly period: string;
  readonly place: string;
  readonly chain: string;
  /** '' for all together; `restId` for those that are not among the first. */
  readonly enterprise: string;
}

export interface AxesContext {
  readonly actor: Actor;
  readonly db: IndicatorDb;
  readonly spec: PivotSpec;
  readonly standpoint: Standpoint;
  readonly definitions: readonly Definition[];
  /** What their figures are made of. */
  readonly leaves: readonly Definition[];
  readonly periods: readonly string[];
}

/** Those that an axis goes over, in order, its total last where one is asked for. Enterprises are found by their figures. */
export async function membersOf(axis: PivotAxis, context: AxesContext): Promise<Member[]> {
  const { definitions, periods, spec } = context;
  const plain = (id: string, name: string): Member => ({ axis, id, name, isTotal: false });
  switch (axis) {
    case 'indicator':
      return definitions.map(({ id, name }) => plain(id, name));
    case 'period':
      return periods.map((period) => plain(period, periodWords(period)));
    case 'place': {
      const { id } = context.standpoint.place;
      const places = await placesOf(context);
      const isOther = places.length !== 1 || places[0]?.id !== id;
      const total = spec.totals && isOther ? [{ axis, id, name: '合计', isTotal: true }] : [];
      return [...places.map((place) => plain(place.id, place.name)), ...total];
    }
    case 'chain':
      return chainsOf(context);
    case 'enterprise':
      return [];
  }
}

async function placesOf({ db, spec, standpoint, periods }: AxesContext): Promise<{ id: string; name: string }[]> {
  const { axis, place } = standpoint;
  const day = lastDay(periods.at(-1) ?? '');
  if (spec.depth === 'self') return [place];
  if (spec.depth === 'children') return readChildren(db, axis, place.id, day);
  const below = (await readBelow(db, axis, place.id, day)).filter(({ id }) => id !== place.id);
  return below.filter(({ level, opens }) => (spec.depth === 'leaves' ? !opens : level === spec.depth));
}

async function chainsOf(context: AxesContext): Promise<Member[]> {
  const { actor, db, spec, standpoint, periods } = context;
  const asOf = periods.at(-1) ?? '';
  const { headings, far } = await chainHeadings(actor, db, standpoint, spec.chains, asOf);
  const known = await withFigures([...far], context);
  const chains = headings.filter(({ id }) => id !== '' && (!far.has(id) || known.has(id)));
  const total: Member = { axis: 'chain', id: '', name: '全部产业链', isTotal: true };
  const hasTotal = spec.totals && seesAll(actor, standpoint.axis, standpoint.place.id);
  return [
    ...chains.map(({ id, name }): Member => ({ axis: 'chain', id, name, isTotal: false })),
    ...(hasTotal ? [total] : []),
  ];
}

/** Those of some chains of which something was reported here in the periods of the table. */
async function withFigures(chains: readonly string[], context: AxesContext): Promise<ReadonlySet<string>> {
  if (chains.length === 0) return new Set();
  const { db, standpoint, leaves, periods } = context;
  const found = await readCells(db, {
    ...{ indicators: leaves.map(({ id }) => id), axis: standpoint.axis, places: [standpoint.place.id], chains },
    periods: [...new Set(leaves.flatMap((leaf) => periods.flatMap((period) => stepsFor(leaf, 'value', period))))],
  });
  return new Set(found.map(({ chainId }) => chainId));
}

/** Every combination of some axes, the last one running fastest; a table without axes has one. */
export const combined = (axes: readonly (readonly Member[])[]): Member[][] =>
  axes.reduce<Member[][]>((all, members) => all.flatMap((keys) => members.map((member) => [...keys, member])), [[]]);

/** The spot of a row and a column: what is on no axis has its one value. */
export function spotOf(keys: readonly Member[], usual: Spot): Spot {
  const found: Record<PivotAxis, string> = { ...usual };
  for (const { axis, id } of keys) found[axis] = id;
  return found;
}
