import { periodsBetween, yearOf } from '../../../kernel/index.ts';
import {
  type Catalogue,
  type Definition,
  leavesOf,
  noFacts,
  usualReading,
  type WarningRule,
} from '../../domain/index.ts';
import type { Found } from '../../domain/watch/model.ts';
import { lastOver } from '../../domain/watch/periods.ts';
import { type WatchedCell, watchSisters, watchTarget } from '../../domain/watch/region.ts';
import { chainsIn, regionsBelow, type Scope, smallCells } from '../../store/warnings/index.ts';
import { type IndicatorDb, readTargets } from '../../store.ts';
import { cellKey, seriesOf, targetsBy } from './cells.ts';
import type { LimitsOf } from './limits-of.ts';

/** What was looked at, and what is wrong there. */
export interface Looked {
  readonly scope: Scope;
  readonly found: readonly Found[];
}

const rules: readonly WarningRule[] = ['pace', 'streak', 'outlier'];

interface Asked {
  readonly indicatorId: string;
  /** '' for the topmost regions. */
  readonly parent: string;
  readonly day: string;
}

/** An indicator in the regions right below one: targets that fall behind, and sisters unlike the others. */
export async function watchRegions(
  db: IndicatorDb,
  { indicatorId, parent, day }: Asked,
  catalogue: Catalogue,
  limitsFor: (regions: readonly string[]) => Promise<LimitsOf>,
): Promise<Looked> {
  const regions = await regionsBelow(db, parent, day);
  const scope: Scope = { about: indicatorId, rules, regions };
  const definition = catalogue.get(indicatorId);
  if (definition === undefined || regions.length === 0) return { scope, found: [] };
  const asOf = lastOver(day, definition.frequency);
  const [year, options] = [yearOf(asOf), { ...usualReading, catalogue }];
  const limitsOf = await limitsFor([...regions, parent]);
  const stored = await readTargets(db, {
    ...{ indicatorIds: [indicatorId], regionIds: regions, unitIds: [''], years: [year, year - 1] },
  });
  const targets = targetsBy(stored);
  const leaves = leavesOf(definition, catalogue);
  const sisterLimits = limitsOf(parent === '' ? (regions[0] ?? '') : parent);
  const compares = sisterLimits.outlier !== null && regions.length >= sisterLimits.outlier.peers;
  const ofTargets = new Set(stored.map(({ target }) => target.place.chainId));
  // Of every small chain somebody is always odd: only those are compared for which somebody has set a target.
  const chains = (compares ? await chainsIn(db, leaves, regions) : []).filter((id) => id === '' || ofTargets.has(id));
  const chainIds = [...new Set([...chains, ...ofTargets])];
  if (chainIds.length === 0) return { scope, found: [] };
  const where = { axis: 'region', places: regions, chains: chainIds } as const;
  const series = await seriesOf(db, definition, catalogue, asOf, where);
  const isSmall = await smallness(db, definition, leaves, regions, year);
  const cellAt = (regionId: string, chainId: string): WatchedCell => {
    const key = cellKey(regionId, chainId);
    return {
      ...{ place: { regionId, unitId: '' }, chainId, limits: limitsOf(regionId), isSmall: isSmall(regionId, chainId) },
      facts: { ...noFacts, series: series.get(key) ?? new Map(), targets: targets.get(key) ?? [] },
    };
  };
  const behind = [...targets.keys()].flatMap((key) => {
    const [regionId = '', chainId = ''] = key.split(' ');
    return watchTarget(definition, cellAt(regionId, chainId), asOf, options);
  });
  const unlike = chains.flatMap((chainId) => {
    const cells = regions.filter((region) => series.has(cellKey(region, chainId))).map((each) => cellAt(each, chainId));
    return watchSisters(definition, cells, asOf, sisterLimits, options);
  });
  return { scope, found: [...behind, ...unlike] };
}

/**
 * Whether a cell is of fewer than three enterprises, or such a one follows from it and what stands around it: a sister of its
 * chain, or another chain of its region. More is hidden so than must be, and nothing too little.
 */
async function smallness(
  db: IndicatorDb,
  { frequency }: Definition,
  leaves: readonly string[],
  regions: readonly string[],
  year: number,
): Promise<(regionId: string, chainId: string) => boolean> {
  const periods = [year - 1, year].flatMap((each) => periodsBetween(String(each), String(each), frequency));
  const small = await smallCells(db, leaves, regions, periods);
  const [inRegion, ofChain] = [
    new Set(small.map(({ regionId }) => regionId)),
    new Set(small.map(({ chainId }) => chainId)),
  ];
  return (regionId, chainId) => inRegion.has(regionId) || ofChain.has(chainId);
}
