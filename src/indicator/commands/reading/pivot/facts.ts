import type { Actor } from '../../../../access/index.ts';
import type { Definition } from '../../../domain/definition.ts';
import type { CellSeries } from '../../../domain/reading/facts.ts';
import type { Hidden } from '../../../domain/reading/matrix-model.ts';
import { readEnterprises } from '../../../store/reading/enterprises.ts';
import type { IndicatorDeps } from '../../deps.ts';
import { restId } from '../headings.ts';
import { type Known, knownCell, readKnown } from '../known.ts';
import { restOfSeries } from '../rest.ts';
import { cellReached, type Standpoint } from '../standpoint.ts';
import { readTargetsHeld, type TargetsHeld } from '../targets.ts';
import type { Spot } from './axes.ts';

export interface FactsWanted {
  readonly leaves: readonly Definition[];
  readonly indicators: readonly string[];
  readonly axis: Standpoint['axis'];
  readonly places: readonly string[];
  readonly chains: readonly string[];
  readonly enterprises: readonly string[];
  readonly periods: readonly string[];
  /** Periods that are shown; the others are read beside them. */
  readonly shown: readonly string[];
  readonly targets: boolean;
}

export interface PivotFacts {
  readonly seriesOf: (spot: Spot) => CellSeries;
  readonly hiddenOf: (spot: Spot) => Hidden | 'reach' | null;
  readonly targets: TargetsHeld;
}

const noTargets: TargetsHeld = { of: () => [], sourceOf: () => null };

/** Sums and targets of a table. `topOf`: of a rest those beside it that it does not hold. */
export async function readFacts(
  actor: Actor,
  { db }: IndicatorDeps,
  wanted: FactsWanted,
  topOf: (spot: Spot) => readonly string[],
  standpoint: Standpoint,
): Promise<PivotFacts> {
  const { leaves, axis, places, chains, periods } = wanted;
  const known = await readKnown(actor, db, { leaves, axis, places, chains, periods });
  const enterprises = await enterpriseSeries(db, wanted, standpoint);
  const targets = wanted.targets
    ? await readTargetsHeld(db, { indicators: wanted.indicators, axis, places, chains, periods: wanted.shown })
    : noTargets;
  const table = new Table(known, enterprises, topOf, { actor, axis, here: standpoint.place.id });
  return { seriesOf: (spot) => table.series(spot), hiddenOf: (spot) => table.hidden(spot), targets };
}

async function enterpriseSeries(
  db: IndicatorDeps['db'],
  { leaves, enterprises, periods, axis, chains }: FactsWanted,
  { place }: Standpoint,
): Promise<ReadonlyMap<string, CellSeries>> {
  if (enterprises.length === 0) return new Map();
  const found = new Map<string, Map<string, ReturnType<typeof knownCell>[]>>();
  for (const { id, of } of leaves) {
    const asked = { indicators: [id], periods, axis, place: place.id, chain: chains[0] ?? '' };
    for (const cell of await readEnterprises(db, asked, enterprises, of.kind === 'max')) {
      const series = found.get(cell.placeId) ?? new Map();
      found.set(cell.placeId, series);
      series.set(id, [...(series.get(id) ?? []), knownCell(cell)]);
    }
  }
  return found;
}

interface Place {
  readonly actor: Actor;
  readonly axis: Standpoint['axis'];
  readonly here: string;
}

class Table {
  private readonly known: Known;
  private readonly enterprises: ReadonlyMap<string, CellSeries>;
  private readonly topOf: (spot: Spot) => readonly string[];
  private readonly at: Place;

  constructor(
    known: Known,
    enterprises: ReadonlyMap<string, CellSeries>,
    topOf: (spot: Spot) => readonly string[],
    at: Place,
  ) {
    this.known = known;
    this.enterprises = enterprises;
    this.topOf = topOf;
    this.at = at;
  }

  series(spot: Spot): CellSeries {
    if (spot.enterprise !== '' && spot.enterprise !== restId) return this.enterprises.get(spot.enterprise) ?? new Map();
    const rest = this.restOf(spot);
    if (rest === null) return this.known.seriesOf(spot.place, spot.chain);
    const { whole, parts } = rest;
    return restOfSeries(
      this.series(whole),
      parts.map((part) => this.series(part)),
      (period) => [whole, ...parts].every((each) => this.hiddenIn(each, period.slice(0, 4)) === null),
    );
  }

  hidden(spot: Spot): Hidden | 'reach' | null {
    const place = spot.place === restId ? this.at.here : spot.place;
    if (!cellReached(this.at.actor, this.at.axis, place, spot.chain === restId ? '' : spot.chain)) return 'reach';
    const why = this.hiddenIn(spot, spot.period.slice(0, 4));
    return why === null || this.restOf(spot) === null ? why : 'other';
  }

  private hiddenIn(spot: Spot, year: string): Hidden | null {
    const rest = this.restOf(spot);
    if (rest === null) return spot.enterprise === '' ? this.known.hiddenOf(spot.place, spot.chain, year) : null;
    for (const each of [rest.whole, ...rest.parts]) {
      const why = this.hiddenIn(each, year);
      if (why !== null) return why;
    }
    return null;
  }

  /** What a rest is reckoned from: everything, and those beside it. */
  private restOf(spot: Spot): { readonly whole: Spot; readonly parts: readonly Spot[] } | null {
    const top = () => this.topOf(spot);
    if (spot.enterprise === restId)
      return { whole: { ...spot, enterprise: '' }, parts: top().map((enterprise) => ({ ...spot, enterprise })) };
    if (spot.chain === restId)
      return { whole: { ...spot, chain: '' }, parts: top().map((chain) => ({ ...spot, chain })) };
    if (spot.place === restId)
      return { whole: { ...spot, place: this.at.here }, parts: top().map((place) => ({ ...spot, place })) };
    return null;
  }
}
