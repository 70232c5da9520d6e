import type { Actor } from '../../../access/index.ts';
import { openWork, type WorkOrigin } from '../../../work/index.ts';
import type { DiagnosisDb, StoredCampaign } from '../../store.ts';
import type { DiagnosisDeps } from '../deps.ts';

/** What a round asks of one enterprise. */
export const dutyOrigin = (campaignId: string, enterpriseId: string): WorkOrigin => ({
  ...{ slice: 'diagnosis', kind: 'duty', id: `${campaignId}-${enterpriseId}` },
});

/** Puts it on the desk of the enterprise's own unit; without one nobody can be told. */
export async function askEnterprise(
  db: DiagnosisDb,
  deps: DiagnosisDeps,
  actor: Actor,
  campaign: Pick<StoredCampaign, 'id' | 'name' | 'due_on'>,
  one: {
    readonly id: string;
    readonly name: string;
    readonly unit_id: string | null;
    readonly unit_name: string | null;
    readonly region_id: string;
    readonly chain_id: string | null;
  },
): Promise<boolean> {
  if (one.unit_id === null) return false;
  await openWork(db, deps, actor, {
    ...{ kind: 'report', title: `做数字化诊断：${campaign.name}`, link: `/enterprises/${one.id}/diagnosis` },
    ...{ detail: '逐项回答，附上证明材料，然后报送。手机上也能填。', origin: dutyOrigin(campaign.id, one.id) },
    place: { regionId: one.region_id, unitId: one.unit_id, chainId: one.chain_id },
    assignee: { kind: 'unit', id: one.unit_id, name: one.unit_name ?? one.name },
    dueOn: campaign.due_on,
  });
  return true;
}
