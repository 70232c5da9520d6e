import type { ListedRows, RowValue } from '../../../../platform/http/list-rows.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { type FormJson, type FormRowJson, formFields } from '../../contract.ts';
import { windowsUntil } from '../../domain/form/schedule.ts';
import {
  formsFor,
  namesOf,
  readForm,
  readFormPeriods,
  readFormUnits,
  type StoredForm,
  unitsOf,
} from '../../store/collection.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';

/** Forms that have to do with the actor, as rows of a list. */
export async function formList(actor: Actor, deps: IndicatorDeps): Promise<ListedRows<FormRowJson>> {
  permit(actor, 'indicator.read');
  const forms = await formsFor(deps.db, actor.reach);
  const names = await namesOf(deps.db, {
    units: forms.map(({ unitId }) => unitId),
    regions: forms.map(({ regionId }) => regionId),
    chains: forms.map(({ chainId }) => chainId),
  });
  const rows = forms.map((form): FormRowJson => {
    const { name, frequency, rows, columns, firstPeriod } = form.content;
    return {
      ...{ id: form.id, revision: form.revision, name, state: form.state, frequency, rows },
      ...{ columns: columns.length, units: form.units, firstPeriod, changedAt: form.changedAt },
      owner: names.unit.get(form.unitId ?? '') ?? null,
      regionName: names.region.get(form.regionId ?? '') ?? null,
      chain: names.chain.get(form.chainId ?? '') ?? null,
      mayDefine: mayDefine(actor, form),
    };
  });
  return {
    fields: formFields,
    rows,
    fieldOf: (row, key): RowValue => {
      const value = row[key as keyof FormRowJson];
      if (key === 'changedAt') return row.changedAt.slice(0, 10);
      return typeof value === 'boolean' ? null : value;
    },
    searched: ({ name, owner, chain }) => [name, owner ?? '', chain ?? ''].join(' '),
  };
}

export const mayDefine = (actor: Actor, form: StoredForm): boolean =>
  actor.permissions.has('indicator.define') && covers(actor.reach, form);

/** All of one form. Refuses (`form-unknown`) one that there is none of. */
export async function readFormDetail(actor: Actor, formId: string, deps: IndicatorDeps): Promise<FormJson> {
  permit(actor, 'indicator.read');
  const form = await readForm(deps.db, formId);
  if (form === undefined) throw new RefusalError({ code: 'form-unknown', field: 'formId', given: formId });
  return formAnswer(actor, form, deps.db, today(deps));
}

export async function formAnswer(actor: Actor, form: StoredForm, db: IndicatorDb, day: string): Promise<FormJson> {
  const { content } = form;
  const units = await readFormUnits(db, form.id);
  const places = await unitsOf(db, [...units.map(({ unitId }) => unitId), form.unitId ?? '']);
  const names = await namesOf(db, { chains: [...content.chains, form.chainId] });
  const ids = content.columns.map(({ indicatorId }) => indicatorId);
  const definitions = new Map((await readDefinitions(db, ids)).map(({ definition }) => [definition.id, definition]));
  const { next } = windowsUntil(content, day);
  return {
    ...(content as Omit<FormJson, 'units'>),
    ...{ id: form.id, revision: form.revision, state: form.state, chainId: form.chainId },
    chainName: names.chain.get(form.chainId ?? '') ?? null,
    ...{ regionId: form.regionId, unitId: form.unitId, unitName: places.get(form.unitId ?? '')?.name ?? null },
    ...{ createdAt: form.createdAt, createdBy: form.createdBy },
    ...{ changedAt: form.changedAt, changedBy: form.changedBy },
    mayDefine: mayDefine(actor, form),
    mayReview: actor.permissions.has('indicator.review'),
    units: units
      .map(({ unitId, fromPeriod }) => ({
        ...{ id: unitId, name: places.get(unitId)?.name ?? unitId, fromPeriod },
        regionName: places.get(unitId)?.regionName ?? null,
      }))
      .toSorted(
        (a, b) => (a.regionName ?? '').localeCompare(b.regionName ?? '', 'zh') || a.name.localeCompare(b.name, 'zh'),
      ),
    columnNames: ids.map((indicatorId) => {
      const definition = definitions.get(indicatorId);
      return { indicatorId, name: definition?.name ?? indicatorId, unit: definition?.unit ?? '' };
    }),
    chainNames: content.chains.map((id) => ({ id, name: names.chain.get(id) ?? id })),
    periods: (await readFormPeriods(db, form.id)).map(({ period }) => period),
    nextOpening: form.state === 'closed' ? null : next,
  };
}
