import { type Catalogue, sift, type Warning } from '../../domain/index.ts';
import { causeOf } from '../../domain/warning/model.ts';
import type { Found } from '../../domain/watch/model.ts';
import { type Due, noteUnits, openCauses, saveFound, saveOver } from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { type LimitsOf, limitsFor } from './limits-of.ts';
import { type Looked, watchRegions } from './watch-regions.ts';
import { watchSheets } from './watch-sheets.ts';
import { recentPeriods, watchUnits } from './watch-units.ts';

export interface Looking {
  readonly catalogue: Catalogue;
  readonly day: string;
  /** Limits that hold instead of those that are kept, to try them out. */
  readonly limits?: LimitsOf;
}

/** Looks at things of one kind: at one, or at several units of one indicator. null: they only say what else is due. */
export async function lookAt(db: IndicatorDb, due: readonly Due[], looking: Looking): Promise<Looked | null> {
  const [first] = due;
  if (first === undefined) return null;
  const { catalogue, day, limits } = looking;
  const limitsOf = limits === undefined ? (regions: readonly string[]) => limitsFor(db, regions) : async () => limits;
  switch (first.axis) {
    case 'regions':
      return watchRegions(db, { indicatorId: first.about, parent: first.placeId, day }, catalogue, limitsOf);
    case 'unit': {
      const units = due.map(({ placeId }) => placeId);
      return watchUnits(db, { indicatorId: first.about, units, day }, catalogue, limitsOf);
    }
    case 'sheets':
      return watchSheets(db, { formId: first.about, day }, limitsOf);
    case 'units':
      return null;
  }
}

/** Notes each unit of an indicator that is to be looked at as a whole. */
export async function spreadUnits(db: IndicatorDb, due: readonly Due[], { catalogue, day }: Looking): Promise<void> {
  for (const { about, axis } of due) {
    const definition = catalogue.get(about);
    if (axis === 'units' && definition !== undefined) await noteUnits(db, about, recentPeriods(definition, day));
  }
}

/** What became of a look: raised and lasting are saved, what is found no more is over. */
export async function keepLooked(db: IndicatorDb, { scope, found }: Looked, deps: IndicatorDeps): Promise<void> {
  const open = await openCauses(db, scope);
  const byCause = new Map<string, Found>(found.map((each) => [causeOf(each.warning), each]));
  const { raised, lasting, over } = sift(
    found.map(({ warning }) => warning),
    open,
  );
  const at = deps.clock.now();
  const saved = [...raised, ...lasting].flatMap((warning: Warning) => byCause.get(causeOf(warning)) ?? []);
  await saveFound(db, saved, { at, day: today(deps), newId: deps.newId });
  await saveOver(db, over, at);
}
