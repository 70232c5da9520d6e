import { mostExported } from '../../../../platform/http/list-query.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../../access/index.ts';
import type { TargetRowJson } from '../../contract.ts';
import { type ListedTarget, listTargetIds, listTargets, readListedTargets } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';

interface OfYear {
  readonly year: number | null;
}

/** One page of the targets in force that the actor may see. */
export async function findTargets(
  actor: Actor,
  { year }: OfYear,
  request: ListRequest,
  deps: IndicatorDeps,
): Promise<{ rows: TargetRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'indicator.read');
  const { rows, ...counted } = await listTargets(deps.db, { day: today(deps), reach: actor.reach, year }, request);
  return { rows: rows.map(rowAnswer), ...counted };
}

/** Ids of an export in order, and how rows are read by them. */
export async function targetsToExport(
  actor: Actor,
  { year }: OfYear,
  request: ExportRequest,
  deps: IndicatorDeps,
): Promise<{ ids: string[]; read: (ids: readonly string[]) => Promise<TargetRowJson[]> }> {
  permit(actor, 'indicator.read');
  const day = today(deps);
  const ids = await listTargetIds(deps.db, { day, reach: actor.reach, year }, request, mostExported);
  return {
    ids,
    read: async (some) => (await readListedTargets(deps.db, { day, reach: actor.reach }, some)).map(rowAnswer),
  };
}

function rowAnswer(row: ListedTarget): TargetRowJson {
  const { regionId, regionName, chainId, chainName, unitId, unitName } = row;
  return {
    ...{ id: row.id, indicatorId: row.indicatorId, indicator: row.indicator, unit: row.unit, decimals: row.decimals },
    ...{ mode: row.mode, op: row.op, period: row.period, enterprise: row.enterprise },
    place: { regionId, regionName, chainId, chainName, unitId, unitName },
    ...{
      value: row.value,
      value2: row.value2,
      first: row.first,
      origin: row.origin,
      handed: row.handed,
      rest: row.rest,
    },
    ...{ planId: row.planId, plan: row.plan, edition: row.edition },
  };
}
