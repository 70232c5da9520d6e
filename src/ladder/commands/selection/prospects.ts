import { type Actor, permit } from '../../../access/index.ts';
import { loadEnterpriseServer } from '../../../enterprise/index.ts';
import type { SelectionProspectJson } from '../../contract.ts';
import { roundStateNames } from '../../domain/selection/index.ts';
import { entriesOfEnterprise, isInside, listRoundRows, readFiles } from '../../store/selection/index.ts';
import { type SelectionDeps, today } from './deps.ts';
import { entryJson, isOwn } from './entry-json.ts';
import { judgedFor } from './judged.ts';
import { removalsFor } from './removals.ts';
import { mayRun, titleName } from './shared.ts';

const mostRounds = 500;
const standingWords = {
  held: '已有这个称号',
  expiring: '称号快到期，可以再申报',
  expired: '称号已过期',
  none: '',
} as const;

/** What an enterprise in sight may apply for now, whether it meets what is asked and what is short, and what became of what it applied for. */
export async function readProspects(
  actor: Actor,
  { enterpriseId }: { readonly enterpriseId: string },
  deps: SelectionDeps,
): Promise<SelectionProspectJson> {
  permit(actor, 'enterprise.read');
  const { seenEnterprise } = await loadEnterpriseServer();
  const enterprise = await seenEnterprise(actor, enterpriseId, deps.enterprise);
  const entries = await entriesOfEnterprise(deps.db, enterprise.id);
  const files = await readFiles(
    deps.db,
    entries.map(({ id }) => id),
  );
  const day = today(deps);
  const rounds: SelectionProspectJson['rounds'] = [];
  let mayApply = isOwn(actor, enterprise.unit_id);
  for (const row of await listRoundRows(deps.db, actor, mostRounds)) {
    const entry = entries.find(({ round_id }) => round_id === row.id);
    const isOpen = row.state === 'applying' && day <= row.apply_to;
    const place = { regionId: enterprise.region_id, chainId: enterprise.chain_id };
    if (entry === undefined && (!isOpen || !(await isInside(deps.db, place, row)))) continue;
    const judged = isOpen
      ? await judgedFor(actor, { enterpriseId, kind: row.title_kind, measures: row.measures, on: day }, deps)
      : null;
    mayApply ||= isOpen && mayRun(actor, row);
    rounds.push({
      ...{
        id: row.id,
        name: row.name,
        title: titleName(deps.library, row.title_kind),
        state: roundStateNames[row.state],
      },
      ...{ applyFrom: row.apply_from, applyTo: row.apply_to, note: row.note, open: isOpen && day >= row.apply_from },
      standing: judged === null ? '' : standingWords[judged.standing],
      verdict: judged?.verdict ?? entry?.verdict ?? 'none',
      ...{ gaps: judged?.gaps ?? entry?.gaps ?? [], missing: judged?.missing ?? entry?.missing ?? [] },
      edition: judged?.edition?.name ?? row.edition_name,
      entry: entry === undefined ? null : entryJson(actor, entry, row, files),
    });
  }
  return {
    enterprise: { id: enterprise.id, name: enterprise.name },
    ...{ mayApply, rounds, removals: await removalsFor(actor, enterprise.id, deps) },
  };
}
