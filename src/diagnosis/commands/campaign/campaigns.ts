import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { isDayText, RefusalError } from '../../../kernel/index.ts';
import { closeWork } from '../../../work/index.ts';
import type { DiagnosisBoardJson, DiagnosisCampaignJson, DiagnosisDutyJson } from '../../contract.ts';
import {
  boardGroups,
  campaignCounts,
  type DiagnosisDb,
  type DutyCounts,
  type DutySearch,
  endCampaign,
  enterprisesFor,
  insertCampaign,
  insertDuties,
  listCampaignRows,
  listDutyRows,
  lockCampaignRow,
  readCampaignRow,
  regionOrChainMissing,
  type StoredCampaign,
} from '../../store.ts';
import { type DiagnosisDeps, today } from '../deps.ts';
import { askEnterprise, dutyOrigin } from './tell.ts';

const mostCampaigns = 200;
/** A round is of a city's enterprises at most; each gets its own work. */
export const mostInRound = 20_000;
const noCounts: DutyCounts = { all: 0, none: 0, filling: 0, submitted: 0, inspected: 0 };

type Content = Pick<DiagnosisCampaignJson, 'name' | 'industries' | 'scales' | 'beginsOn' | 'dueOn' | 'note'> & {
  readonly regionId: string;
  readonly chainId?: string | null | undefined;
  readonly questionnaireId: string;
};

export const placeOf = (row: Pick<StoredCampaign, 'region_id' | 'unit_id' | 'chain_id'>) => ({
  ...{ regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id },
});

function campaignJson(
  actor: Actor,
  row: StoredCampaign,
  counts: DutyCounts,
  deps: DiagnosisDeps,
): DiagnosisCampaignJson {
  const form = deps.questionnaires.forms.find(({ questionnaireId }) => questionnaireId === row.questionnaire_id);
  return {
    ...{ id: row.id, revision: row.revision, name: row.name, region: { id: row.region_id, name: row.region_name } },
    unit: { id: row.unit_id, name: row.unit_name },
    chain: row.chain_id === null ? null : { id: row.chain_id, name: row.chain_name ?? row.chain_id },
    questionnaire: { id: row.questionnaire_id, name: form?.questionnaireName ?? row.questionnaire_id },
    ...{ industries: row.industries, scales: row.scales, beginsOn: row.begins_on, dueOn: row.due_on, note: row.note },
    ...{ closedAt: row.closed_at, createdAt: row.created_at, createdBy: row.created_by },
    overdue: row.closed_at === null && row.due_on < today(deps) && counts.none + counts.filling > 0,
    mayManage:
      row.closed_at === null && actor.permissions.has('diagnosis.inspect') && covers(actor.reach, placeOf(row)),
    ...counts,
  };
}

/** The rounds in sight, those under way first. */
export async function listCampaigns(actor: Actor, deps: DiagnosisDeps): Promise<{ rows: DiagnosisCampaignJson[] }> {
  permit(actor, 'enterprise.read');
  const rows = await listCampaignRows(deps.db, actor, mostCampaigns);
  const counts = await campaignCounts(
    deps.db,
    rows.map(({ id }) => id),
  );
  return { rows: rows.map((row) => campaignJson(actor, row, counts.get(row.id) ?? noCounts, deps)) };
}

/**
 * Begins a round: every enterprise that it is about is written down and asked through its own unit. Refuses days that are
 * none, a region beyond the actor's reach, and a round of nobody or of too many.
 */
export async function createCampaign(actor: Actor, asked: Content, deps: DiagnosisDeps): Promise<DiagnosisBoardJson> {
  permit(actor, 'diagnosis.inspect');
  const id = deps.newId();
  const { regionId, chainId = null, questionnaireId, beginsOn, dueOn } = asked;
  for (const [field, given] of [
    ['beginsOn', beginsOn],
    ['dueOn', dueOn],
  ] as const)
    if (!isDayText(given)) throw new RefusalError({ code: 'day-unknown', field, given, limit: 'YYYY-MM-DD' });
  if (dueOn < beginsOn)
    throw new RefusalError({ code: 'diagnosis-campaign-days', field: 'dueOn', given: dueOn, limit: beginsOn });
  if (!deps.questionnaires.forms.some((form) => form.questionnaireId === questionnaireId))
    throw new RefusalError({ code: 'diagnosis-form-none', field: 'questionnaireId', given: questionnaireId });
  const unitId = actor.post?.unitId ?? '';
  await recording(deps, actor, async (db, note) => {
    const missing = await regionOrChainMissing(db, regionId, chainId);
    if (missing !== null)
      throw new RefusalError({
        code: `${missing}-unknown`,
        field: `${missing}Id`,
        given: missing === 'region' ? regionId : chainId,
      });
    const place = { regionId, unitId, chainId };
    if (!covers(actor.reach, place))
      throw new RefusalError({ code: 'diagnosis-beyond-reach', field: 'regionId', given: regionId });
    const { name, industries, scales } = asked;
    const found = await enterprisesFor(db, actor, { regionId, chainId, industries, scales }, mostInRound + 1);
    if (found.length === 0) throw new RefusalError({ code: 'diagnosis-campaign-none', field: 'regionId' });
    if (found.length > mostInRound)
      throw new RefusalError({
        code: 'diagnosis-campaign-many',
        field: 'regionId',
        given: mostInRound,
        limit: mostInRound,
      });
    await insertCampaign(db, {
      ...{ id, name: name.trim(), region_id: regionId, unit_id: unitId, chain_id: chainId },
      ...{ questionnaire_id: questionnaireId, industries: [...industries], scales: [...scales], note: asked.note },
      ...{
        begins_on: beginsOn,
        due_on: dueOn,
        created_at: deps.clock.now(),
        created_by_id: actor.id,
        created_by: actor.name,
      },
    });
    await insertDuties(
      db,
      id,
      found.map((one) => one.id),
    );
    for (const one of found) await askEnterprise(db, deps, actor, { id, name: name.trim(), due_on: dueOn }, one);
    note({
      ...{ action: 'diagnosis.campaign', record: { kind: 'diagnosis-campaign', id, name }, place },
      changes: [{ field: 'enterprises', before: null, after: found.length }],
    });
  });
  return readCampaign(actor, { campaignId: id }, deps);
}

/** How far a round is, by region and by chain. */
export async function readCampaign(
  actor: Actor,
  { campaignId }: { readonly campaignId: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisBoardJson> {
  permit(actor, 'enterprise.read');
  const row = await readCampaignRow(deps.db, actor, campaignId);
  if (row === undefined)
    throw new RefusalError({ code: 'diagnosis-campaign-unknown', field: 'campaignId', given: campaignId });
  const counts = (await campaignCounts(deps.db, [row.id])).get(row.id) ?? noCounts;
  const groups = async (by: 'region' | 'chain') =>
    (await boardGroups(deps.db, row.id, by)).map((group) => ({ ...group, levels: [...group.levels] }));
  return {
    campaign: campaignJson(actor, row, counts, deps),
    ...{ regions: await groups('region'), chains: await groups('chain') },
  };
}

/** The enterprises of a round, those that have not begun first. */
export async function listDuties(
  actor: Actor,
  {
    page = 1,
    pageSize = 50,
    ...search
  }: DutySearch & { readonly page?: number | undefined; readonly pageSize?: number | undefined },
  deps: DiagnosisDeps,
): Promise<{ rows: DiagnosisDutyJson[]; total: number; capped: boolean; page: number; pageSize: number }> {
  permit(actor, 'enterprise.read');
  const found = await listDutyRows(deps.db, actor, search, { limit: pageSize, offset: (page - 1) * pageSize });
  const rows = found.rows.map(
    (row): DiagnosisDutyJson => ({
      enterprise: { id: row.id, name: row.name, code: row.code },
      region: { id: row.region_id, name: row.region_name },
      chain: row.chain_id === null ? null : { id: row.chain_id, name: row.chain_name ?? row.chain_id },
      ...{ state: row.state, diagnosisId: row.diagnosis_id, levelName: row.level_name },
      ...{
        answered: row.answered ?? 0,
        wanted: row.wanted ?? 0,
        reminders: row.reminders,
        remindedAt: row.reminded_at,
      },
      reachable: row.unit_id !== null,
    }),
  );
  return { rows, total: found.total, capped: found.capped, page, pageSize };
}

export async function lockOpen(db: DiagnosisDb, actor: Actor, id: string): Promise<StoredCampaign> {
  const row = await lockCampaignRow(db, actor, id);
  if (row === undefined) throw new RefusalError({ code: 'diagnosis-campaign-unknown', field: 'campaignId', given: id });
  if (row.closed_at !== null)
    throw new RefusalError({ code: 'diagnosis-campaign-closed', field: 'campaignId', given: row.name });
  return row;
}

/** Ends a round: what it asked for and nobody did is taken back. */
export async function closeCampaign(
  actor: Actor,
  { campaignId, revision }: { readonly campaignId: string; readonly revision: number },
  deps: DiagnosisDeps,
): Promise<DiagnosisBoardJson> {
  permit(actor, 'diagnosis.inspect');
  await recording(deps, actor, async (db, note) => {
    const row = await lockOpen(db, actor, campaignId);
    if (row.revision !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
    await endCampaign(db, row.id, deps.clock.now(), actor.name);
    const open = await insideAsSystem(db, () =>
      listDutyRows(db, actor, { campaignId }, { limit: mostInRound, offset: 0 }),
    );
    for (const { id, state } of open.rows)
      if (state === 'none' || state === 'filling')
        await closeWork(db, deps, actor, {
          origin: dutyOrigin(row.id, id),
          outcome: '这一轮已经结束',
          state: 'withdrawn',
        });
    note({
      action: 'diagnosis.close-campaign',
      record: { kind: 'diagnosis-campaign', id: row.id, name: row.name },
      place: placeOf(row),
    });
  });
  return readCampaign(actor, { campaignId }, deps);
}
