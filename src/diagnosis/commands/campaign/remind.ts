import { type Actor, permit, systemActor } from '../../../access/index.ts';
import { recordInside, recording } from '../../../audit/index.ts';
import { dayAt } from '../../../kernel/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { reminderDay } from '../../domain/index.ts';
import {
  campaignsNearEnd,
  type DiagnosisDb,
  dutiesToRemind,
  listDutyRows,
  noteReminded,
  type StoredCampaign,
} from '../../store.ts';
import { type DiagnosisDeps, today } from '../deps.ts';
import { lockOpen, mostInRound, placeOf } from './campaigns.ts';
import { dutyOrigin } from './tell.ts';

type KeepDeps = Pick<DiagnosisDeps, 'db' | 'clock' | 'newId'>;

interface Reminded {
  readonly id: string;
  readonly unit_id: string | null;
  readonly state: string;
}

/** Sends the word and notes that it was sent. */
async function sendReminders(
  db: DiagnosisDb,
  deps: KeepDeps,
  campaign: Pick<StoredCampaign, 'id' | 'name' | 'due_on'>,
  all: readonly Reminded[],
): Promise<void> {
  const at = deps.clock.now();
  for (const one of all)
    await enqueue(db, deps, {
      ...{ key: `diagnosis-duty:${campaign.id}:${one.id}:${dayAt(at)}`, kind: 'due' },
      link: `/enterprises/${one.id}/diagnosis`,
      title: `请做数字化诊断：${campaign.name}`,
      text: `${campaign.due_on} 截止，现在${one.state === 'none' ? '还没有开始' : '填了一部分'}。`,
      ...{ origin: dutyOrigin(campaign.id, one.id), to: [{ to: 'unit', id: one.unit_id ?? '' }] },
    });
  const ids = all.map(({ id }) => id);
  if (ids.length > 0) await noteReminded(db, campaign.id, ids, at);
}

/** Reminds those that have handed in nothing, each once a day. Gives how many, and how many have nobody to be told. */
export async function remindCampaign(
  actor: Actor,
  { campaignId }: { readonly campaignId: string },
  deps: DiagnosisDeps,
): Promise<{ reminded: number; unreachable: number }> {
  permit(actor, 'diagnosis.inspect');
  return recording(deps, actor, async (db, note) => {
    const row = await lockOpen(db, actor, campaignId);
    const day = today(deps);
    const page = { limit: mostInRound, offset: 0 };
    const open = (await listDutyRows(db, actor, { campaignId }, page)).rows.filter(
      ({ state }) => state === 'none' || state === 'filling',
    );
    const due = open.filter(({ reminded_at }) => reminded_at === null || dayAt(reminded_at) < day);
    const told = due.filter(({ unit_id }) => unit_id !== null);
    await sendReminders(db, deps, row, told);
    note({
      action: 'diagnosis.remind',
      record: { kind: 'diagnosis-campaign', id: row.id, name: row.name },
      place: placeOf(row),
    });
    return { reminded: told.length, unreachable: open.length - open.filter(({ unit_id }) => unit_id !== null).length };
  });
}

const atOnce = 500;

/**
 * Reminds of rounds that soon end, a week, three days and a day before: some of those that handed in nothing and were not spoken
 * to since. Gives how many; 0: nobody is left. Ask as the system.
 */
export async function keepCampaigns(deps: KeepDeps): Promise<number> {
  const day = today(deps);
  let reminded = 0;
  for (const campaign of await campaignsNearEnd(deps.db, day)) {
    const since = reminderDay(campaign.due_on, day);
    if (since === null) continue;
    reminded += await deps.db.transaction().execute(async (db) => {
      const due = await dutiesToRemind(db, campaign.id, since, atOnce);
      if (due.length === 0) return 0;
      await sendReminders(db, deps, campaign, due);
      const record = { kind: 'diagnosis-campaign', id: campaign.id, name: campaign.name } as const;
      const changes = [{ field: 'enterprises', before: null, after: due.length }];
      const place = placeOf(campaign);
      await recordInside({ db, clock: deps.clock }, systemActor, [
        { action: 'diagnosis.remind', record, place, changes },
      ]);
      return due.length;
    });
  }
  return reminded;
}
