import { type Period, shifted, yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import type { Role } from '../figure.ts';
import { type OwnFigure, warnOfCopies } from '../warning/copy-forward.ts';
import { warnOfHeaping } from '../warning/heaping.ts';
import type { WarningLimits } from '../warning/limits.ts';
import { type Sides, warnOfMismatch } from '../warning/mismatch.ts';
import type { Subject, Warning } from '../warning/model.ts';
import { placeKey, type WatchedPlace } from '../warning/place.ts';
import { type Behind, behindOf, type Found } from './model.ts';

/** A number that a unit reported. */
export interface Reported {
  readonly period: Period;
  readonly enterpriseId: string;
  readonly chainId: string;
  readonly role: Role;
  readonly value: bigint;
}

/** What the parts below a unit come to, of one chain. */
export interface Parts {
  readonly period: Period;
  readonly chainId: string;
  readonly total: bigint;
  readonly firms: number;
}

export interface WatchedUnit {
  readonly place: WatchedPlace;
  readonly reported: readonly Reported[];
  /** Sums beside which its own reports stand; of a period that is not in it nothing is known. */
  readonly parts: readonly Parts[];
  readonly limits: WarningLimits;
}

/** Rows of a table behind a warning: enough to see what is meant. */
const mostRows = 36;
const leastFirms = 3;

/** What is odd about the figures that one unit writes for one indicator. */
export const watchUnit = (definition: Definition, unit: WatchedUnit): Found[] => [
  ...heapingOf(definition, unit),
  ...copiesOf(definition, unit),
  ...mismatchesOf(definition, unit),
];

const oneOf = ({ decimals }: Definition): bigint => 10n ** BigInt(decimals);
const cellOf = ({ enterpriseId, chainId, role }: Reported): string => JSON.stringify([enterpriseId, chainId, role]);
const subjectOf = ({ id }: Definition, { place }: WatchedUnit, chainId = ''): Subject => ({
  ...{ indicatorId: id, placeId: placeKey(place), chainId },
});
const rowOf = ({ place }: WatchedUnit, { period, chainId, enterpriseId, value }: Reported): Behind =>
  behindOf({ ...place, period, chainId }, { enterpriseId, value });

function heapingOf(definition: Definition, unit: WatchedUnit): Found[] {
  const written = unit.reported.map((each) => ({ cell: cellOf(each), period: each.period, value: each.value }));
  const warning = warnOfHeaping(subjectOf(definition, unit), written, oneOf(definition), unit.limits);
  if (warning?.evidence.rule !== 'heaping') return [];
  const step = oneOf(definition) * BigInt(warning.evidence.step);
  const round = unit.reported.filter(({ value }) => value !== 0n && value % step === 0n);
  const isSmall = round.some(({ enterpriseId }) => enterpriseId !== '');
  return [{ warning, place: unit.place, isSmall, behind: newest(round).map((each) => rowOf(unit, each)) }];
}

const newest = (reported: readonly Reported[]): Reported[] =>
  reported.toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0)).slice(0, mostRows);

/** One warning for a unit, however many of its rows stand still: the longest speaks for all. */
function copiesOf(definition: Definition, unit: WatchedUnit): Found[] {
  // People and equipment stay the same for months; that is no sign of anything.
  if (definition.measures === 'stock' && definition.frequency !== 'year') return [];
  const cells = [...Map.groupBy(unit.reported, cellOf).values()];
  const found = cells.flatMap((cell) => {
    const figures = ownFigures(definition, cell);
    const warning = warnOfCopies(subjectOf(definition, unit), figures, oneOf(definition), unit.limits);
    return warning === null ? [] : [{ warning, cell }];
  });
  const longest = found.toSorted((a, b) => (a.warning.since < b.warning.since ? -1 : 1))[0];
  if (longest === undefined) return [];
  const rows = found.flatMap(({ warning, cell }) => cell.filter(({ period }) => period >= warning.since));
  const isSmall = found.some(({ cell }) => cell.some(({ enterpriseId }) => enterpriseId !== ''));
  const behind = rows.slice(0, mostRows).map((each) => rowOf(unit, each));
  return [{ warning: longest.warning, place: unit.place, isSmall, behind }];
}

/** What came in each period by itself; of a cumulative figure after one that is not known nothing is said. */
function ownFigures({ measures }: Definition, cell: readonly Reported[]): OwnFigure[] {
  const sorted = cell.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  if (measures !== 'cumulative') return sorted.map(({ period, value }) => ({ period, value }));
  const values = new Map(sorted.map(({ period, value }) => [period, value]));
  return sorted.flatMap(({ period, value }) => {
    const before = shifted(period, -1);
    if (yearOf(before) !== yearOf(period)) return [{ period, value }];
    const last = values.get(before);
    return last === undefined ? [] : [{ period, value: value - last }];
  });
}

function mismatchesOf(definition: Definition, unit: WatchedUnit): Found[] {
  const own = unit.reported.filter(({ role, enterpriseId }) => role === 'own' && enterpriseId === '');
  return [...Map.groupBy(own, ({ chainId }) => chainId)].flatMap(([chainId, reports]) => {
    const parts = new Map(unit.parts.filter((each) => each.chainId === chainId).map((each) => [each.period, each]));
    const sides = reports
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
      .map(({ period, value }): Sides => ({ period, own: value, parts: parts.get(period)?.total ?? null }));
    const warning = warnOfMismatch(subjectOf(definition, unit, chainId), sides, unit.limits);
    return warning === null ? [] : [foundMismatch(warning, sides, parts, unit, chainId)];
  });
}

function foundMismatch(
  warning: Warning,
  sides: readonly Sides[],
  parts: ReadonlyMap<Period, Parts>,
  { place }: WatchedUnit,
  chainId: string,
): Found {
  const meant = sides.filter(({ period }) => period >= warning.since);
  const firms = meant.map(({ period }) => parts.get(period)?.firms ?? 0);
  return {
    ...{ warning, place, isSmall: firms.some((count) => count > 0 && count < leastFirms) },
    behind: meant.map(({ period, own, parts: other }) =>
      behindOf({ ...place, period, chainId }, { value: own, other }),
    ),
  };
}
