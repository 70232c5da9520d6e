import { mostExported } from '../../../../platform/http/list-query.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { RosterRowJson } from '../../contract.ts';
import { fateOfEntry, type RosterEntry } from '../../domain/roster.ts';
import {
  listRoster,
  listRosterIds,
  lockEntry,
  lockRosters,
  namesOf,
  openEnterpriseSheets,
  putEntries,
  type RosterSearch,
  readRosterEntries,
  rosterOfUnits,
  type StoredEntry,
  syncRows,
  unitsOf,
} from '../../store/collection.ts';
import type { IndicatorDb } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';

/** One page of the enterprises that units in reach report. */
export async function findRoster(
  actor: Actor,
  search: RosterSearch,
  page: { readonly limit: number; readonly offset: number },
  deps: IndicatorDeps,
): Promise<{ rows: RosterRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'indicator.read');
  const { entries, ...count } = await listRoster(deps.db, search, actor, page);
  return { rows: entries.map((entry) => entryRow(actor, entry)), ...count };
}

export async function rosterToExport(
  actor: Actor,
  {
    ids,
    except,
    ...search
  }: RosterSearch & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: IndicatorDeps,
) {
  permit(actor, 'indicator.read');
  const found = await listRosterIds(deps.db, search, actor, mostExported + 1);
  if (found.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  const [wanted, without] = [ids === null ? null : new Set(ids), new Set(except)];
  return {
    ids: found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true)),
    read: async (some: readonly string[]): Promise<RosterRowJson[]> =>
      (await readRosterEntries(deps.db, some, actor)).map((entry) => entryRow(actor, entry)),
  };
}

export function entryRow(actor: Actor, entry: StoredEntry): RosterRowJson {
  const { regionId: _place, ...row } = entry;
  return { ...row, mayChange: actor.permissions.has('indicator.enter') && covers(actor.reach, placeOf(entry)) };
}
const placeOf = ({ regionId, unitId, chainId }: StoredEntry) => ({ regionId, unitId, chainId });

/** Adds an enterprise; sheets that are being filled in get its row. Refuses what overlaps an entry of the same enterprise. */
export async function addToRoster(actor: Actor, asked: RosterEntry, deps: IndicatorDeps): Promise<RosterRowJson> {
  permit(actor, 'indicator.enter');
  const id = deps.newId();
  await recording(deps, actor, async (db, note) => {
    const place = (await unitsOf(db, [asked.unitId])).get(asked.unitId);
    if (place === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'unitId', given: asked.unitId });
    const { chain } = await namesOf(db, { chains: [asked.chainId] });
    if (asked.chainId !== null && !chain.has(asked.chainId))
      throw new RefusalError({ code: 'chain-unknown', field: 'chainId', given: asked.chainId });
    refuseBeyond(actor, asked, place.regionId, place.name);
    await lockRosters(db, [asked.unitId]);
    const fate = fateOfEntry(asked, await rosterOfUnits(db, [asked.unitId]));
    if (fate.fate === 'wrong') throw new RefusalError(fate.refusal);
    if (fate.fate !== 'added')
      throw new RefusalError({ code: 'roster-overlaps', field: 'from', given: asked.name, limit: asked.from });
    await putEntries(db, [{ ...asked, id, regionId: place.regionId }], actor.name, deps.clock.now());
    await syncOpenSheets(db, [asked.unitId]);
    note({
      action: 'indicator.add-roster',
      record: { kind: 'roster', id, name: asked.name },
      place: { regionId: place.regionId, unitId: asked.unitId, chainId: asked.chainId },
      changes: [{ field: 'since', before: null, after: asked.from }],
    });
  });
  return seenEntry(actor, id, deps.db);
}

/** Says until when an enterprise is reported; null takes the end back. */
export async function endInRoster(
  actor: Actor,
  asked: { readonly rosterId: string; readonly revision: number; readonly until: string | null },
  deps: IndicatorDeps,
): Promise<RosterRowJson> {
  permit(actor, 'indicator.enter');
  await recording(deps, actor, async (db, note) => {
    const entry = await lockEntry(db, asked.rosterId);
    if (entry === undefined || !covers(actor.reach, placeOf(entry)))
      throw new RefusalError({ code: 'roster-unknown', field: 'rosterId', given: asked.rosterId });
    if (entry.revision !== asked.revision)
      throw new RefusalError({
        code: 'record-changed',
        field: 'revision',
        given: asked.revision,
        limit: entry.revision,
      });
    await lockRosters(db, [entry.unitId]);
    const next = { ...entry, until: asked.until };
    const fate = fateOfEntry(next, await rosterOfUnits(db, [entry.unitId]));
    if (fate.fate === 'wrong') throw new RefusalError(fate.refusal);
    await putEntries(db, [next], actor.name, deps.clock.now());
    await syncOpenSheets(db, [entry.unitId]);
    note({
      action: 'indicator.end-roster',
      record: { kind: 'roster', id: entry.id, name: entry.name },
      place: placeOf(entry),
      changes: [{ field: 'until', before: entry.until, after: asked.until }],
    });
  });
  return seenEntry(actor, asked.rosterId, deps.db);
}

async function seenEntry(actor: Actor, id: string, db: IndicatorDb): Promise<RosterRowJson> {
  const [entry] = await readRosterEntries(db, [id], actor);
  if (entry === undefined) throw new RefusalError({ code: 'roster-unknown', field: 'rosterId', given: id });
  return entryRow(actor, entry);
}

export function refuseBeyond(actor: Actor, entry: RosterEntry, regionId: string, unitName: string): void {
  if (!covers(actor.reach, { regionId, unitId: entry.unitId, chainId: entry.chainId }))
    throw new RefusalError({ code: 'roster-beyond-reach', field: 'unitId', given: unitName });
}

/** Sheets that are being filled in follow the roster. */
export async function syncOpenSheets(db: IndicatorDb, unitIds: readonly string[]): Promise<void> {
  for (const { id, content, chainId } of await openEnterpriseSheets(db, unitIds))
    await syncRows(db, { ids: [id], form: content, chainId });
}
