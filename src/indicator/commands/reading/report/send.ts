import { asAsking } from '../../../../../platform/db/index.ts';
import { type Actor, loadActor } from '../../../../access/index.ts';
import { recording, type TakeNote } from '../../../../audit/index.ts';
import { RefusalError } from '../../../../kernel/index.ts';
import { enqueue } from '../../../../notice/index.ts';
import { contentOn } from '../../../contract/reading-api.ts';
import { addIssue, moveOn, nextDue, type StoredReport } from '../../../store/reading/reports.ts';
import type { ReportStop } from '../../../store/reading/tables.ts';
import type { IndicatorDb } from '../../../store.ts';
import { type IndicatorDeps, today } from '../../deps.ts';
import { nextTime } from './schedule.ts';
import { reportWorkbook } from './workbook.ts';

/** Made ones that are kept of a report. */
const kept = 12;

/**
 * Makes the report that is due longest, as the system but with the rights of its owner at this moment, and tells him. One whose
 * owner may not see it any more stops, and he is told why. Gives 1 when one was due, else 0.
 */
export async function sendDueReport(deps: IndicatorDeps): Promise<number> {
  const report = await nextDue(deps.db, deps.clock.now());
  if (report === undefined) return 0;
  const owner = await ownerOf(report, deps);
  if ('why' in owner) await stop(report, owner.why, owner.actor, deps);
  else await send(report, owner.actor, deps);
  return 1;
}

type Owner = { readonly actor: Actor } | { readonly why: ReportStop; readonly actor: Actor };

/** Whoever saved it, in the post he saved it as; without the post he has no rights. */
async function ownerOf({ owner_id, owner_post }: StoredReport, deps: IndicatorDeps): Promise<Owner> {
  const caller = { personId: owner_id, postId: owner_post, sessionId: null, from: '系统' };
  const actor = await loadActor(deps.db, caller, today(deps));
  if (actor === undefined || actor.post === null) return { why: 'post-ended', actor: actor ?? nobody(owner_id) };
  return actor.permissions.has('indicator.read') ? { actor } : { why: 'not-allowed', actor };
}

const nobody = (id: string): Actor => ({
  ...{ id, name: id, post: null, permissions: new Set(), from: '系统', sessionId: null },
  reach: { everything: false, regions: none, units: none, chains: none, unitChains: none, above: none },
});
const none: ReadonlySet<string> = new Set();

async function send(report: StoredReport, actor: Actor, deps: IndicatorDeps): Promise<void> {
  const content = contentOn(report.content, report.follow, dayOf(report.changed_at), today(deps));
  let made: Buffer;
  try {
    const who = { postId: report.owner_post, personId: report.owner_id };
    made = await asAsking(who, () => reportWorkbook(actor, report.name, content, deps));
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    await stop(report, 'refused', actor, deps);
    return;
  }
  const now = deps.clock.now();
  const issueId = deps.newId();
  await once(deps, actor, async (db, note) => {
    note({ action: 'indicator.send-report', record: recordOf(report) });
    await move(db, report, nextTime(report.schedule, now), null);
    await addIssue(db, { id: issueId, reportId: report.id, at: now, content: made }, kept);
    await enqueue(db, deps, {
      ...{ key: `report:${report.id}:${report.next_at}`, kind: 'system', title: `报表「${report.name}」已生成` },
      ...{ text: '按您设定的时间生成，可以下载。', link: linkOf(report), origin: null },
      to: [{ to: 'person', id: report.owner_id }],
    });
  });
}

/** Another server was quicker, or it was changed meanwhile: then nothing is to be done any more. */
class Passed extends Error {}

async function move(db: IndicatorDb, report: StoredReport, next: string | null, stopped: Parameters<typeof moveOn>[3]) {
  if (!(await moveOn(db, report, next, stopped))) throw new Passed();
}

async function once(
  deps: IndicatorDeps,
  actor: Actor,
  work: (db: IndicatorDb, note: TakeNote) => Promise<void>,
): Promise<void> {
  try {
    await recording(deps, actor, work);
  } catch (cause) {
    if (!(cause instanceof Passed)) throw cause;
  }
}

const reasons: Readonly<Record<ReportStop, string>> = {
  'post-ended': '保存它的岗位已经结束。请由现在的岗位重新保存。',
  'not-allowed': '保存它的岗位不再能查看指标。需要时请联系安全管理员。',
  refused: '表里的指标、地方或时期现在已经不能这样看。请打开报表改好再保存。',
};

async function stop(report: StoredReport, why: ReportStop, actor: Actor, deps: IndicatorDeps): Promise<void> {
  const now = deps.clock.now();
  await once(deps, actor, async (db, note) => {
    note({ action: 'indicator.stop-report', record: recordOf(report), reason: reasons[why] });
    await move(db, report, null, { at: now, why });
    await enqueue(db, deps, {
      ...{
        key: `report-stopped:${report.id}:${report.next_at}`,
        kind: 'system',
        title: `报表「${report.name}」不再发送`,
      },
      ...{ text: reasons[why], link: linkOf(report), origin: null },
      to: [{ to: 'person', id: report.owner_id }],
    });
  });
}

const recordOf = ({ id, name }: StoredReport) => ({ kind: 'report' as const, id, name });
const linkOf = ({ id }: StoredReport): string => `/reports/${id}`;
const dayOf = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
