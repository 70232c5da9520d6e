import { type Actor, covers, permit, placeOfPost } from '../../../access/index.ts';
import { changesOf, recording } from '../../../audit/index.ts';
import { type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { FormContentJson, FormJson } from '../../contract.ts';
import { formRefusals } from '../../domain/form/check-form.ts';
import type { FormContent } from '../../domain/form/model.ts';
import { joinsWith } from '../../domain/form/schedule.ts';
import {
  insertForm,
  lockForm,
  namesOf,
  readForm,
  readFormPeriods,
  readFormUnits,
  type StoredForm,
  setFormUnits,
  unitsOf,
  updateForm,
} from '../../store/collection.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { formAnswer } from './read-forms.ts';
import { few } from './sheet.ts';

/** Makes a form, as a draft. Refuses with everything that is wrong with it. */
export async function createForm(actor: Actor, asked: FormContentJson, deps: IndicatorDeps): Promise<FormJson> {
  permit(actor, 'indicator.define');
  const place = placeOfPost(actor);
  return recording(deps, actor, async (db, note) => {
    const { units, chainId, ...content } = asked;
    await refuseWrong(actor, asked, db, deps);
    const form = newForm({ ...place, chainId: chainId ?? place.chainId }, content as FormContent, actor, deps);
    refuseForeign(actor, form);
    await insertForm(db, form);
    await setFormUnits(db, form.id, units, null);
    note({ action: 'indicator.create-form', ...recordOf(form), changes: [] });
    return formAnswer(actor, form, db, today(deps));
  });
}

function newForm(
  place: Pick<StoredForm, 'regionId' | 'unitId' | 'chainId'>,
  content: FormContent,
  actor: Actor,
  deps: IndicatorDeps,
): StoredForm {
  const at = deps.clock.now();
  return {
    ...{ id: deps.newId(), revision: 1, state: 'draft', content, contentRevision: 1, ...place },
    ...{ createdAt: at, createdBy: actor.name, changedAt: at, changedBy: actor.name },
  };
}

/**
 * Changes a form. Sheets that were made keep the content that held then: what is new holds from the next period on, and so
 * do units that join. Refuses another frequency once there are sheets, and what is wrong with the new content.
 */
export async function changeForm(
  actor: Actor,
  asked: { readonly formId: string; readonly revision: number; readonly content: FormContentJson },
  deps: IndicatorDeps,
): Promise<FormJson> {
  permit(actor, 'indicator.define');
  return recording(deps, actor, async (db, note) => {
    const form = await heldForm(actor, asked, db);
    const { units, chainId, ...given } = asked.content;
    const content = given as FormContent;
    const periods = await readFormPeriods(db, form.id);
    await refuseWrong(actor, asked.content, db, deps, periods.length > 0);
    if (periods.length > 0 && content.frequency !== form.content.frequency)
      throw new RefusalError({ code: 'form-frequency-fixed', field: 'frequency', given: content.frequency });
    const isNew = JSON.stringify(sorted(content)) !== JSON.stringify(sorted(form.content));
    const next: StoredForm = {
      ...{ ...form, content, chainId, revision: form.revision + 1 },
      contentRevision: form.contentRevision + (isNew ? 1 : 0),
      ...{ changedAt: deps.clock.now(), changedBy: actor.name },
    };
    refuseForeign(actor, next);
    const before = (await readFormUnits(db, form.id)).map(({ unitId }) => unitId);
    await updateForm(db, next, isNew);
    await setFormUnits(db, form.id, units, periods.length === 0 ? null : joinsWith(content, today(deps)));
    note({
      action: 'indicator.change-form',
      ...recordOf(next),
      changes: changesOf(
        { ...flat(form.content), units: before.toSorted() },
        { ...flat(content), units: units.toSorted() },
        changeable,
      ),
    });
    return formAnswer(actor, next, db, today(deps));
  });
}

const flat = ({ checks, columns, chains, ...rest }: FormContent) => ({
  ...{ ...rest, columns: columns.map(({ indicatorId, required }) => `${indicatorId}${required ? '' : '?'}`) },
  ...{ chains: [...chains], checks: JSON.stringify(checks) },
});
const changeable = [
  ...(['name', 'note', 'columns', 'rows', 'chains', 'role', 'frequency', 'firstPeriod'] as const),
  ...(['opensAfter', 'dueAfter', 'remindBefore', 'checks', 'units'] as const),
];
const sorted = (content: FormContent) => Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Opens a form, so that sheets are made from its first period on, or closes it: no more are made. */
export async function setFormState(
  actor: Actor,
  asked: { readonly formId: string; readonly revision: number; readonly state: 'open' | 'closed' },
  deps: IndicatorDeps,
): Promise<FormJson> {
  permit(actor, 'indicator.define');
  return recording(deps, actor, async (db, note) => {
    const form = await heldForm(actor, asked, db);
    if (form.state === asked.state)
      throw new RefusalError({
        code: 'form-state',
        field: form.id,
        given: asked.state === 'open' ? '填报中' : '已停用',
      });
    const units = await readFormUnits(db, form.id);
    if (asked.state === 'open' && units.length === 0)
      throw new RefusalError({ code: 'form-units-missing', field: 'units' });
    const next: StoredForm = {
      ...{ ...form, state: asked.state, revision: form.revision + 1 },
      ...{ changedAt: deps.clock.now(), changedBy: actor.name },
    };
    await updateForm(db, next, false);
    note({
      action: 'indicator.set-form-state',
      ...recordOf(form),
      changes: [{ field: 'state', before: form.state, after: asked.state }],
    });
    return formAnswer(actor, next, db, today(deps));
  });
}

/** Makes a draft like another form, under another name. */
export async function copyForm(
  actor: Actor,
  { formId, name }: { readonly formId: string; readonly name: string },
  deps: IndicatorDeps,
): Promise<FormJson> {
  permit(actor, 'indicator.define');
  return recording(deps, actor, async (db, note) => {
    const from = await readForm(db, formId);
    if (from === undefined) throw new RefusalError({ code: 'form-unknown', field: 'formId', given: formId });
    const place = placeOfPost(actor);
    const content = { ...from.content, name };
    const form = newForm({ ...place, chainId: from.chainId ?? place.chainId }, content, actor, deps);
    const units = (await readFormUnits(db, formId)).map(({ unitId }) => unitId);
    const places = await unitsOf(db, units);
    // Somebody else's form may ask units that are not for him to ask.
    const own = units.filter((id) =>
      covers(actor.reach, placeOfUnit(places.get(id)?.regionId ?? null, id, form.chainId)),
    );
    await insertForm(db, form);
    await setFormUnits(db, form.id, own, null);
    note({ action: 'indicator.create-form', ...recordOf(form), changes: [] });
    return formAnswer(actor, form, db, today(deps));
  });
}

async function heldForm(
  actor: Actor,
  { formId, revision }: { readonly formId: string; readonly revision: number },
  db: IndicatorDb,
): Promise<StoredForm> {
  const form = await lockForm(db, formId);
  if (form === undefined || !covers(actor.reach, form))
    throw new RefusalError({ code: 'form-unknown', field: 'formId', given: formId });
  if (form.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: form.revision });
  return form;
}

async function refuseWrong(
  actor: Actor,
  asked: FormContentJson,
  db: IndicatorDb,
  deps: IndicatorDeps,
  isRunning = false,
): Promise<void> {
  const { units, chainId, ...given } = asked;
  const content = given as FormContent;
  const definitions = new Map((await readDefinitions(db)).map(({ definition }) => [definition.id, definition]));
  const wrong = formRefusals(content, (id) => definitions.get(id), today(deps)).filter(
    // A form that runs for years began long ago.
    ({ code }) => !(isRunning && code === 'form-too-far-back'),
  );
  const places = await unitsOf(db, units);
  const { chain } = await namesOf(db, { chains: [...content.chains, chainId] });
  const refusals: Refusal[] = [...wrong];
  units.forEach((id, at) => {
    const place = places.get(id);
    if (place === undefined) refusals.push({ code: 'unit-unknown', field: `units.${at}`, given: id });
    else if (!covers(actor.reach, placeOfUnit(place.regionId, id, chainId)))
      refusals.push({ code: 'form-unit-foreign', field: `units.${at}`, given: place.name });
    if (units.indexOf(id) !== at) refusals.push({ code: 'form-unit-twice', field: `units.${at}`, given: id });
  });
  for (const id of [...content.chains, ...(chainId === null ? [] : [chainId])])
    if (!chain.has(id)) refusals.push({ code: 'chain-unknown', field: 'chains', given: id });
  if (refusals.length > 0) throw new RefusalError(...few(refusals));
}

const placeOfUnit = (regionId: string | null, unitId: string, chainId: string | null) => ({
  regionId,
  unitId,
  chainId,
});

/** A post that is narrowed to some chains keeps forms of these only. */
function refuseForeign(actor: Actor, form: StoredForm): void {
  if (!covers(actor.reach, form))
    throw new RefusalError({ code: 'form-beyond-reach', field: 'chainId', given: form.chainId });
}

const recordOf = ({ id, content, regionId, unitId, chainId }: StoredForm) => ({
  record: { kind: 'form' as const, id, name: content.name },
  place: { regionId, unitId, chainId },
});
