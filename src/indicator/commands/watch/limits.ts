import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { WatchLimitsJson } from '../../contract.ts';
import { usualLimits, type WarningLimits } from '../../domain/index.ts';
import { namesOf } from '../../store/collection/names.ts';
import { nearestLimits, noteEverything, putLimits, readAllLimits, regionsWithin } from '../../store/warnings/index.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';
import { usesOf } from './catalogue.ts';

const everywhere = '到处';

/** The region whose limits a person means who names none: that of his grant. */
export const ownRegion = ({ post }: Actor): string => post?.scopeRegionId ?? '';

/** What holds in a region, and where it comes from. Refuses a region that there is not. */
export async function readLimits(
  actor: Actor,
  given: { readonly regionId?: string | undefined },
  { db }: IndicatorDeps,
): Promise<WatchLimitsJson> {
  permit(actor, 'indicator.read');
  const regionId = given.regionId ?? ownRegion(actor);
  const all = new Map((await readAllLimits(db)).map((each) => [each.regionId, each]));
  const nearest = regionId === '' ? '' : ((await nearestLimits(db, [regionId])).get(regionId) ?? '');
  const found = all.get(nearest);
  const holding = found?.limits == null ? undefined : { ...found, limits: found.limits };
  const { region: names } = await namesOf(db, { regions: [regionId, ...all.keys()] });
  if (regionId !== '' && !names.has(regionId))
    throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  const named = (id: string) => ({ id, name: id === '' ? everywhere : (names.get(id) ?? id) });
  return {
    region: named(regionId),
    revision: all.get(regionId)?.revision ?? 0,
    limits: jsonOf(holding?.limits ?? usualLimits),
    usual: jsonOf(usualLimits),
    from: holding === undefined ? null : named(nearest),
    changed: holding === undefined ? null : { by: holding.by, at: holding.at, reason: holding.reason },
    others: [...all.values()]
      .filter((each) => each.regionId !== regionId && each.limits !== null)
      .map((each) => named(each.regionId)),
  };
}

const jsonOf = (limits: WarningLimits): WatchLimitsJson['limits'] =>
  structuredClone(limits) as unknown as WatchLimitsJson['limits'];

/**
 * Sets when rules speak in a region and all below it, or (`limits` null) lets those of above hold again; the watch looks at
 * everything there anew. Refuses a region outside of reach, and limits that somebody else has changed meanwhile.
 */
export async function changeLimits(
  actor: Actor,
  given: {
    readonly regionId: string;
    readonly revision: number;
    readonly limits: WarningLimits | null;
    readonly reason: string;
  },
  deps: IndicatorDeps,
): Promise<void> {
  permit(actor, 'indicator.define');
  const { regionId, revision, limits, reason } = given;
  const name = await nameInReach(deps.db, actor, regionId);
  const before = (await readAllLimits(deps.db)).find((each) => each.regionId === regionId)?.limits ?? null;
  await recording(deps, actor, async (db, note) => {
    const set = { regionId, limits, reason: reason.trim(), seen: revision };
    if (!(await putLimits(db, set, actor, deps.clock.now())))
      throw new RefusalError({ code: 'watch-limits-changed', field: 'revision', given: revision });
    note({
      action: 'indicator.watch-limits',
      record: { kind: 'watch-limits', id: regionId === '' ? 'everywhere' : regionId, name },
      place: { regionId: regionId === '' ? null : regionId, unitId: null, chainId: null },
      changes: changesBetween(before, limits),
      reason: reason.trim(),
    });
  });
}

/** Refuses a region that there is not, and one in which the actor does not set limits. */
export async function nameInReach(db: IndicatorDb, actor: Actor, regionId: string): Promise<string> {
  const { region } = await namesOf(db, { regions: [regionId] });
  const name = regionId === '' ? everywhere : region.get(regionId);
  if (name === undefined) throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  if (!actor.reach.everything && !actor.reach.regions.has(regionId))
    throw new RefusalError({ code: 'watch-region-far', field: 'regionId', given: name });
  return name;
}

function changesBetween(before: WarningLimits | null, after: WarningLimits | null) {
  const text = (limits: WarningLimits | null, key: keyof WarningLimits): string | null =>
    limits === null ? null : JSON.stringify(limits[key]);
  const keys = Object.keys(usualLimits) as (keyof WarningLimits)[];
  return keys
    .map((key) => ({ field: 'watchRule', before: text(before, key), after: text(after, key), key }))
    .filter((each) => each.before !== each.after)
    .map(({ key, ...each }) => ({
      ...each,
      before: each.before === null ? null : `${key} ${each.before}`,
      after: each.after === null ? null : `${key} ${each.after}`,
    }));
}

/** Everything in a region is to be looked at anew; as the system. Gives how much was noted. */
export async function noteRegion(db: IndicatorDb, regionId: string): Promise<number> {
  const stored = await readDefinitions(db);
  const uses = usesOf(new Map(stored.map(({ definition }) => [definition.id, definition])));
  return noteEverything(db, uses, regionId === '' ? null : await regionsWithin(db, regionId));
}
