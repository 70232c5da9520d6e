import { type Actor, covers, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { DiagnosisProviderJson } from '../contract.ts';
import {
  type DiagnosisDb,
  insertProvider,
  listProviderRows,
  lockProviderRow,
  regionOrChainMissing,
  type StoredProvider,
  saveProvider as storeProvider,
} from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';

const mostProviders = 500;

type Content = Pick<DiagnosisProviderJson, 'name' | 'sides' | 'services' | 'cases' | 'contact'> & {
  readonly regionId: string;
};

const placeOf = (row: Pick<StoredProvider, 'region_id' | 'unit_id' | 'chain_id'>) => ({
  ...{ regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
});
const providerJson = (actor: Actor, row: StoredProvider): DiagnosisProviderJson => ({
  ...{ id: row.id, revision: row.revision, name: row.name, region: { id: row.region_id, name: row.region_name } },
  unit: { id: row.unit_id, name: row.unit_name },
  ...{ sides: row.sides, services: row.services, cases: row.cases, contact: row.contact },
  mayManage: actor.permissions.has('diagnosis.inspect') && covers(actor.reach, placeOf(row)),
});

/** Sides of all questionnaires, each once. */
const sidesOf = ({ questionnaires }: DiagnosisDeps) => [
  ...new Map(
    questionnaires.forms.flatMap(({ sides }) => sides.map(({ id, name }) => [id, { id, name }] as const)),
  ).values(),
];

export async function listProviders(actor: Actor, deps: DiagnosisDeps) {
  permit(actor, 'enterprise.read');
  const rows = await listProviderRows(deps.db, mostProviders);
  return { rows: rows.map((row) => providerJson(actor, row)), sides: sidesOf(deps) };
}

async function checked(db: DiagnosisDb, actor: Actor, asked: Content, unitId: string, deps: DiagnosisDeps) {
  const { regionId, sides } = asked;
  const unknown = sides.find((side) => !sidesOf(deps).some(({ id }) => id === side));
  if (unknown !== undefined) throw new RefusalError({ code: 'diagnosis-side-unknown', field: 'sides', given: unknown });
  if ((await regionOrChainMissing(db, regionId, null)) !== null)
    throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  if (!covers(actor.reach, { regionId, unitId, chainId: null }))
    throw new RefusalError({ code: 'diagnosis-beyond-reach', field: 'regionId', given: regionId });
  return {
    ...{ name: asked.name.trim(), region_id: regionId, sides: [...sides], services: asked.services.trim() },
    ...{
      cases: asked.cases.trim(),
      contact: asked.contact.trim(),
      changed_at: deps.clock.now(),
      changed_by: actor.name,
    },
  };
}

/** Registers somebody who helps enterprises with it. */
export async function saveProvider(actor: Actor, asked: Content, deps: DiagnosisDeps): Promise<DiagnosisProviderJson> {
  permit(actor, 'diagnosis.inspect');
  const id = deps.newId();
  const unitId = actor.post?.unitId ?? '';
  return recording(deps, actor, async (db, note) => {
    await insertProvider(db, id, unitId, await checked(db, actor, asked, unitId, deps));
    const row = await locked(db, id);
    note({
      action: 'diagnosis.provider',
      record: { kind: 'diagnosis-provider', id, name: row.name },
      place: placeOf(row),
    });
    return providerJson(actor, row);
  });
}

async function locked(db: DiagnosisDb, id: string): Promise<StoredProvider> {
  const row = await lockProviderRow(db, id);
  if (row === undefined) throw new RefusalError({ code: 'diagnosis-provider-unknown', field: 'providerId', given: id });
  return row;
}

async function lockOwn(db: DiagnosisDb, actor: Actor, id: string, revision: number): Promise<StoredProvider> {
  const row = await locked(db, id);
  if (!covers(actor.reach, placeOf(row)))
    throw new RefusalError({ code: 'diagnosis-provider-unknown', field: 'providerId', given: id });
  if (row.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
  return row;
}

export async function changeProvider(
  actor: Actor,
  asked: Content & { readonly providerId: string; readonly revision: number },
  deps: DiagnosisDeps,
): Promise<DiagnosisProviderJson> {
  permit(actor, 'diagnosis.inspect');
  return recording(deps, actor, async (db, note) => {
    const row = await lockOwn(db, actor, asked.providerId, asked.revision);
    await storeProvider(db, row.id, await checked(db, actor, asked, row.unit_id, deps));
    const next = await locked(db, row.id);
    note({
      ...{
        action: 'diagnosis.provider',
        record: { kind: 'diagnosis-provider', id: row.id, name: next.name },
        place: placeOf(row),
      },
      changes: [{ field: 'name', before: row.name, after: next.name }],
    });
    return providerJson(actor, next);
  });
}

export async function removeProvider(
  actor: Actor,
  { providerId, revision }: { readonly providerId: string; readonly revision: number },
  deps: DiagnosisDeps,
): Promise<{ removed: boolean }> {
  permit(actor, 'diagnosis.inspect');
  return recording(deps, actor, async (db, note) => {
    const row = await lockOwn(db, actor, providerId, revision);
    await storeProvider(db, row.id, { removed_at: deps.clock.now() });
    note({
      action: 'diagnosis.remove-provider',
      record: { kind: 'diagnosis-provider', id: row.id, name: row.name },
      place: placeOf(row),
    });
    return { removed: true };
  });
}
