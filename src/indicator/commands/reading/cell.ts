import { type Actor, permit } from '../../../access/index.ts';
import { periodsBetween, RefusalError, shifted, yearBefore, yearOf } from '../../../kernel/index.ts';
import type { CellJson, HeadingJson } from '../../contract/reading-api.ts';
import { basisOf, type Definition } from '../../domain/definition.ts';
import { ruleWords } from '../../domain/definition-words.ts';
import type { Vintage } from '../../domain/figure.ts';
import { readCell as readingOf } from '../../domain/reading/cell.ts';
import type { CellFacts, CellSeries, KnownCell } from '../../domain/reading/facts.ts';
import type { Hidden } from '../../domain/reading/matrix-model.ts';
import type { CellReading } from '../../domain/reading/model.ts';
import { isAdditive } from '../../domain/reading/nature.ts';
import { shareOf } from '../../domain/reading/pivot.ts';
import { readOwn, readThen, readUncorrected } from '../../store/reading/behind.ts';
import { readChains, readChildren } from '../../store/reading/places.ts';
import type { Cell } from '../../store/totals.ts';
import type { IndicatorDeps } from '../deps.ts';
import { type Chosen, chooseIndicators, leafDefinitions } from './catalogue.ts';
import { chainHeadings } from './headings.ts';
import { amountJson, headJson, placeJson, rateOrNull, readingJson, textOrNull } from './json.ts';
import { type Known, knownCell, periodsRead, readKnown } from './known.ts';
import { ownSeries } from './own.ts';
import { cellReached, type Standpoint, standAt } from './standpoint.ts';
import { targetJson } from './target-json.ts';
import { readTargetsHeld, type TargetsHeld } from './targets.ts';

const yearsLearned = 8;

export interface CellQuery {
  readonly indicator: string;
  readonly period: string;
  readonly axis?: Standpoint['axis'] | undefined;
  readonly place?: string | undefined;
  readonly chain?: string | undefined;
  readonly by?: 'place' | 'chain' | undefined;
  readonly at?: string | undefined;
}

/**
 * What is behind one cell: its reading, definition and basis, its targets with their sentences, its periods, the cells below it,
 * and what the place reports itself. With `at` as it stood at that moment, for those who may see small groups: two moments beside
 * each other would tell the one enterprise that was corrected between them.
 */
export async function readCell(actor: Actor, query: CellQuery, deps: IndicatorDeps): Promise<CellJson> {
  permit(actor, 'indicator.read');
  const { db } = deps;
  const chosen = await chooseIndicators(db, [query.indicator], 'indicator');
  const [definition] = chosen.definitions;
  if (definition === undefined)
    throw new RefusalError({ code: 'indicator-missing', field: 'indicator', given: query.indicator });
  const standpoint = await standAt(actor, db, { ...query, asOf: query.period });
  const chain = query.chain ?? '';
  if (query.at !== undefined && !actor.permissions.has('indicator.detail'))
    throw new RefusalError({ code: 'detail-needed', field: 'at', given: query.at });
  const open = await openCell(actor, { ...query, chain }, { deps, chosen, definition, standpoint });
  return cellJson(open);
}

interface Context {
  readonly deps: IndicatorDeps;
  readonly chosen: Chosen;
  readonly definition: Definition;
  readonly standpoint: Standpoint;
}

interface OpenCell extends Context {
  readonly actor: Actor;
  readonly query: CellQuery & { readonly chain: string };
  readonly hidden: Hidden | 'reach' | null;
  readonly reading: CellReading | null;
  readonly leaves: readonly Definition[];
  readonly series: CellSeries;
  readonly known: Known;
  readonly parts: readonly HeadingJson[];
  readonly chainHeading: HeadingJson | null;
  readonly targets: TargetsHeld;
  readonly own: Awaited<ReturnType<typeof readOwn>>;
}

async function openCell(actor: Actor, query: OpenCell['query'], context: Context): Promise<OpenCell> {
  const { deps, chosen, definition, standpoint } = context;
  const { db } = deps;
  const { axis, place, above } = standpoint;
  const leaves = leafDefinitions([definition], chosen.catalogue);
  const periods = periodsRead(leaves, query.period, yearsLearned, (year, leaf) =>
    periodsBetween(year, year, leaf.frequency),
  );
  const near = periods.filter((period) => yearOf(period) >= yearOf(query.period) - 1);
  const { parts, chainHeading } = await partsOf(actor, query, context);
  const byPlace = query.by !== 'chain';
  const lender = above.at(-1)?.id;
  const asked = { leaves, axis };
  const [known, below, lent, targets, own, greatest] = await Promise.all([
    readKnown(actor, db, { ...asked, periods, places: [place.id], chains: [query.chain] }),
    readKnown(actor, db, {
      ...{ ...asked, periods: near, places: byPlace ? parts.map(({ id }) => id) : [place.id] },
      chains: byPlace ? [query.chain] : parts.map(({ id }) => id),
    }),
    lender === undefined ? null : readKnown(actor, db, { ...asked, periods, places: [lender], chains: [query.chain] }),
    readTargetsHeld(db, {
      indicators: [definition.id],
      axis,
      places: [place.id],
      chains: [query.chain],
      periods: [query.period],
    }),
    readOwn(db, {
      indicators: leaves.map(({ id }) => id),
      axis,
      places: [place.id],
      chains: [query.chain],
      periods: near,
    }),
    greatestFirst(actor, query, { ...context, leaves }),
  ]);
  const earlier = await firstSaved(
    actor,
    query,
    { ...context, leaves },
    known.seriesOf(place.id, query.chain),
    greatest,
  );
  const isReached = cellReached(actor, axis, place.id, query.chain);
  const hidden = isReached ? known.hiddenOf(place.id, query.chain, query.period.slice(0, 4)) : 'reach';
  const series =
    query.at === undefined ? known.seriesOf(place.id, query.chain) : await asStood(query, near, { ...context, leaves });
  const facts: CellFacts = {
    ...{
      series,
      own: ownSeries(own, place.id, query.chain),
      earlier,
      targets: targets.of(definition.id, place.id, query.chain),
    },
    lender: lender === undefined ? undefined : lent?.seriesOf(lender, query.chain),
  };
  const reading = hidden === null ? readingOf(definition, facts, query.period, chosen.options) : null;
  return { ...context, actor, query, hidden, reading, leaves, series, known: below, parts, chainHeading, targets, own };
}

/** Headings right below the cell, by place or by chain. */
async function partsOf(actor: Actor, query: OpenCell['query'], { deps: { db }, standpoint }: Context) {
  const { axis, place } = standpoint;
  const { headings } = await chainHeadings(actor, db, standpoint, [], query.period);
  const chains = await chainHeadings(actor, db, standpoint, query.chain === '' ? [] : [query.chain], query.period);
  const chainHeading = query.chain === '' ? null : (chains.headings.find(({ id }) => id === query.chain) ?? null);
  if (query.chain !== '' && chainHeading === null)
    throw new RefusalError({ code: 'reading-chain-missing', field: 'chain', given: query.chain });
  if (query.by === 'chain') {
    const below =
      query.chain === '' ? headings.filter(({ id }) => id !== '') : await chainsBelow(db, query.chain, query.period);
    return { parts: below, chainHeading };
  }
  const children = await readChildren(db, axis, place.id, `${query.period.slice(0, 4)}-12-31`);
  return {
    parts: children.map(({ id, name, opens }): HeadingJson => ({ id, name, opens, parent: place.id })),
    chainHeading,
  };
}

async function chainsBelow(db: IndicatorDeps['db'], chain: string, period: string): Promise<HeadingJson[]> {
  const all = await readChains(db, `${period.slice(0, 4)}-12-31`);
  return all
    .filter(({ parent }) => parent === chain)
    .map(({ id, name }) => ({ id, name, parent: chain, opens: all.some((each) => each.parent === id) }));
}

type Leaves = Context & { readonly leaves: readonly Definition[] };

/** The periods that bases of growth are put together from. */
function basePeriods(period: string, { leaves }: Leaves): string[] {
  const base = yearBefore(period);
  const all = leaves.flatMap(({ frequency }) => [
    ...periodsBetween(base.slice(0, 4), base, frequency),
    ...periodsBetween(shifted(period, -1), shifted(period, -1), frequency),
  ]);
  return [...new Set(all)];
}

/**
 * The bases of growth as they were first published: what is known now, and what corrections have changed since. Only for those who
 * may see single enterprises: a correction is often of one.
 */
async function firstSaved(
  actor: Actor,
  { period, chain }: OpenCell['query'],
  context: Leaves,
  now: CellSeries,
  greatest: CellSeries,
): Promise<CellSeries | null> {
  if (!actor.permissions.has('indicator.detail')) return null;
  const { deps, standpoint, leaves } = context;
  const periods = basePeriods(period, context);
  const sums = leaves.filter(({ of }) => of.kind !== 'max').map(({ id }) => id);
  const asked = { indicators: sums, periods, axis: standpoint.axis, place: standpoint.place.id, chain };
  const changed = sums.length === 0 ? [] : await readUncorrected(deps.db, asked);
  const series = sums.map((id) => {
    const cells = (now.get(id) ?? []).filter((cell) => periods.includes(cell.period));
    const of = (cell: KnownCell) => changed.find((each) => each.indicatorId === id && each.period === cell.period);
    return [id, cells.map((cell) => added(cell, of(cell)))] as const;
  });
  return new Map([...series, ...greatest]);
}

function added(cell: KnownCell, change: Cell | undefined): KnownCell {
  if (change === undefined) return cell;
  const { total, figures, firms, vintages } = knownCell(change);
  const count = (vintage: Vintage) => (cell.vintages[vintage] ?? 0) + (vintages[vintage] ?? 0);
  return {
    ...{ period: cell.period, total: cell.total + total, figures: cell.figures + figures, firms: cell.firms + firms },
    vintages: { preliminary: count('preliminary'), revised: count('revised'), final: count('final') },
    reporters: null,
  };
}

/** The same of maxima, which no difference tells: every figure is asked for. */
async function greatestFirst(actor: Actor, { period, chain }: OpenCell['query'], context: Leaves): Promise<CellSeries> {
  const maxima = context.leaves.filter(({ of }) => of.kind === 'max');
  if (maxima.length === 0 || !actor.permissions.has('indicator.detail')) return new Map();
  const periods = basePeriods(period, context);
  return seriesThen(context.deps, maxima, { periods, standpoint: context.standpoint, chain, at: null });
}

/** The cell of this year and the last as it stood at a moment. */
const asStood = (
  { at, chain }: OpenCell['query'],
  periods: readonly string[],
  { deps, standpoint, leaves }: Context & { readonly leaves: readonly Definition[] },
): Promise<CellSeries> => seriesThen(deps, leaves, { periods, standpoint, chain, at: at ?? null });

async function seriesThen(
  { db }: IndicatorDeps,
  leaves: readonly Definition[],
  asked: {
    readonly periods: readonly string[];
    readonly standpoint: Standpoint;
    readonly chain: string;
    readonly at: string | null;
  },
): Promise<CellSeries> {
  const { periods, standpoint, chain, at } = asked;
  const found = await Promise.all(
    leaves.map(async ({ id, of }) => {
      const cell = { indicators: [id], periods, axis: standpoint.axis, place: standpoint.place.id, chain };
      return [id, (await readThen(db, cell, at, of.kind === 'max')).map(knownCell)] as const;
    }),
  );
  return new Map(found);
}

function cellJson(open: OpenCell): CellJson {
  const { definition, standpoint, query, hidden, reading, targets, actor, chosen, own } = open;
  const lender = standpoint.above.at(-1) ?? null;
  const basis = basisOf(definition, query.period);
  const bases = definition.bases.map((each) => ({ ...each }));
  return {
    indicator: headJson(definition),
    rule: ruleWords(definition, (id) => chosen.catalogue.get(id)),
    source: definition.source,
    ...{ basis: bases.find(({ id }) => id === basis) ?? null, bases },
    ...{ place: placeJson(standpoint), chain: open.chainHeading, period: query.period, at: query.at ?? null, hidden },
    reading: reading === null ? null : readingJson(reading, definition.decimals, lender, targets.sourceOf),
    targets: reading === null ? [] : reading.targets.map((each) => targetJson(each, targets.sourceOf)),
    series: hidden === null ? seriesJson(open) : [],
    parts: hidden === 'reach' || query.at !== undefined ? [] : partsJson(open),
    own: hidden === null ? own.map((each) => ({ ...ownJson(each) })) : [],
    mayFigures:
      actor.permissions.has('indicator.detail') &&
      cellReached(actor, standpoint.axis, standpoint.place.id, query.chain),
  };
}

const ownJson = ({ id, period, unitId, unitName, value, reason, vintage, savedAt, by }: OpenCell['own'][number]) => ({
  ...{ id: String(id), period, unit: { id: unitId, name: unitName }, value, reason, vintage, savedAt, by },
});

/** The reported periods of this year and the last; of what is made of several only where there is one series. */
function seriesJson({ leaves, series, query }: OpenCell): CellJson['series'] {
  const [leaf] = leaves;
  if (leaf === undefined || leaves.length > 1) return [];
  return (series.get(leaf.id) ?? [])
    .filter(({ period }) => yearOf(period) >= yearOf(query.period) - 1)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .map(({ period, total, figures, firms, vintages }) => ({
      ...{ period, value: textOrNull(total), hidden: null, figures, firms },
      vintages: { preliminary: vintages.preliminary ?? 0, revised: vintages.revised ?? 0, final: vintages.final ?? 0 },
    }));
}

function partsJson({
  parts,
  known,
  query,
  standpoint,
  definition,
  chosen,
  reading,
  actor,
}: OpenCell): CellJson['parts'] {
  const whole = isAdditive(definition) ? (reading?.actual.value ?? null) : null;
  return parts.map((heading) => {
    const [place, chain] = query.by === 'chain' ? [standpoint.place.id, heading.id] : [heading.id, query.chain];
    const isReached = cellReached(actor, standpoint.axis, place, chain);
    const hidden = isReached ? known.hiddenOf(place, chain, query.period.slice(0, 4)) : 'reach';
    if (hidden !== null) return { heading, hidden, actual: null, share: null, toDate: null };
    const facts = { series: known.seriesOf(place, chain), own: null, earlier: null, targets: [] };
    const { actual, growth } = readingOf(definition, facts, query.period, chosen.options);
    const change = growth?.toDate;
    return {
      ...{ heading, hidden, actual: amountJson(actual), share: rateOrNull(shareOf(actual.value, whole)) },
      toDate: change?.of === 'figure' ? rateOrNull(change.growth.rate) : null,
    };
  });
}
