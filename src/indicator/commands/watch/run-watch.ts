import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import type { LimitsPreviewJson } from '../../contract.ts';
import { sift, type WarningLimits, type WarningRule, warningRules } from '../../domain/index.ts';
import { countIn, type Due, listEverything, readWatchState, regionsWithin } from '../../store/warnings/index.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { catalogueOf, usesOf } from './catalogue.ts';
import { lookAtDue, unitsAtOnce } from './keep-warnings.ts';
import { nameInReach, noteRegion, ownRegion } from './limits.ts';
import { lookAt } from './look.ts';

/** A person waits no longer; what is left the watch goes on with by itself. */
const patienceMs = 8_000;

export interface Run {
  readonly noted: number;
  readonly looked: number;
  readonly due: number;
}

/** Looks at everything in the region of the actor's grant now. Refuses whoever sets no limits there. */
export async function runWatch(actor: Actor, deps: IndicatorDeps): Promise<Run> {
  permit(actor, 'indicator.define');
  const regionId = ownRegion(actor);
  const name = await nameInReach(deps.db, actor, regionId);
  return asSystem(async () => {
    const noted = await recording(deps, actor, async (db, note) => {
      const count = await noteRegion(db, regionId);
      note({
        action: 'indicator.watch-run',
        record: { kind: 'watch-limits', id: regionId === '' ? 'everywhere' : regionId, name },
        place: { regionId: regionId === '' ? null : regionId, unitId: null, chainId: null },
      });
      return count;
    });
    const looked = await lookOn(deps);
    const { due } = await readWatchState(deps.db);
    return { noted, looked, due };
  });
}

/** Looks at what is due until nothing is, or a person has waited long enough; as the system. */
export async function lookOn(deps: IndicatorDeps): Promise<number> {
  const until = Date.parse(deps.clock.now()) + patienceMs;
  let looked = 0;
  for (;;) {
    const some = await lookAtDue(deps);
    looked += some;
    if (some === 0 || Date.parse(deps.clock.now()) > until) return looked;
  }
}

/**
 * How many warnings of each rule there are in a region, and how many there would be today with other limits for all of it.
 * Saves nothing. Of a very large region only a part is looked at, and it says so.
 */
export async function previewLimits(
  actor: Actor,
  { regionId, limits }: { readonly regionId: string; readonly limits: WarningLimits },
  deps: IndicatorDeps,
): Promise<LimitsPreviewJson> {
  permit(actor, 'indicator.define');
  await nameInReach(deps.db, actor, regionId);
  return asSystem(() => tryOut(deps, regionId, limits));
}

async function tryOut(deps: IndicatorDeps, regionId: string, limits: WarningLimits): Promise<LimitsPreviewJson> {
  const { db } = deps;
  const until = Date.parse(deps.clock.now()) + patienceMs;
  const looking = { catalogue: await catalogueOf(db), day: today(deps), limits: () => limits };
  const regions = await regionsWithin(db, regionId === '' ? null : regionId);
  const batches = batchesOf(await listEverything(db, usesOf(looking.catalogue), regions));
  const inside = new Set(regions);
  const would = new Map<WarningRule, number>();
  let looked = 0;
  for (const batch of batches) {
    if (Date.parse(deps.clock.now()) > until) break;
    const found = (await lookAt(db, batch, looking))?.found ?? [];
    const here = found.filter(({ place }) => inside.has(place.regionId)).map(({ warning }) => warning);
    for (const { evidence } of sift(here, []).raised) would.set(evidence.rule, (would.get(evidence.rule) ?? 0) + 1);
    looked += 1;
  }
  const now = new Map((await countIn(db, regions)).map(({ rule, count }) => [rule, count]));
  return {
    rules: warningRules.map((rule) => ({ rule, now: now.get(rule) ?? 0, would: would.get(rule) ?? 0 })),
    ...{ looked, of: batches.length, whole: looked === batches.length },
  };
}

/** Units of one indicator together, everything else by itself. */
function batchesOf(due: readonly Due[]): Due[][] {
  const batches: Due[][] = [];
  for (const each of due) {
    const last = batches.at(-1);
    const [first] = last ?? [];
    const joins = each.axis === 'unit' && first?.axis === 'unit' && first.about === each.about;
    if (last !== undefined && joins && last.length < unitsAtOnce) last.push(each);
    else batches.push([each]);
  }
  return batches;
}
