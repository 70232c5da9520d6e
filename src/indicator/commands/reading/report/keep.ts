import { type Actor, permit, permitOwn } from '../../../../access/index.ts';
import { recording } from '../../../../audit/index.ts';
import { RefusalError } from '../../../../kernel/index.ts';
import type { ReportBody, ReportJson } from '../../../contract/reading-api.ts';
import {
  deleteReport,
  type Issue,
  listIssues,
  listReports as listStored,
  putReport,
  readReport as readStored,
  readIssue as readStoredIssue,
  type StoredReport,
} from '../../../store/reading/reports.ts';
import type { IndicatorDeps } from '../../deps.ts';
import { chooseIndicators } from '../catalogue.ts';
import { checkSpec } from '../pivot/spec.ts';
import { nextTime } from './schedule.ts';

/** Reports that one post may keep. */
const mostReports = 200;

/** Own reports and those that are shared with the reader. */
export async function listReports(actor: Actor, { db }: IndicatorDeps): Promise<{ reports: ReportJson[] }> {
  permit(actor, 'indicator.read');
  const stored = await listStored(db);
  const issues = await listIssues(
    db,
    stored.filter((report) => isMine(actor, report)).map(({ id }) => id),
  );
  return { reports: stored.map((report) => reportJson(actor, report, issues.get(report.id) ?? [])) };
}

export async function readReport(actor: Actor, reportId: string, { db }: IndicatorDeps): Promise<ReportJson> {
  permit(actor, 'indicator.read');
  const stored = await found(db, reportId);
  const issues = await listIssues(db, isMine(actor, stored) ? [reportId] : []);
  return reportJson(actor, stored, issues.get(reportId) ?? []);
}

/** Keeps a table under a name, for the post that asks. Refuses one that cannot be shown. */
export async function saveReport(actor: Actor, body: ReportBody, deps: IndicatorDeps): Promise<ReportJson> {
  permit(actor, 'indicator.read');
  permitOwn(actor);
  await checkContent(actor, body, deps);
  const id = deps.newId();
  await recording(deps, actor, async (db, note) => {
    const own = (await listStored(db)).filter((report) => isMine(actor, report));
    if (own.length >= mostReports)
      throw new RefusalError({ code: 'report-many', given: own.length, limit: mostReports });
    await putReport(db, { id, revision: 1, ...rowOf(actor, body, deps) });
    note({ action: 'indicator.save-report', record: { kind: 'report', id, name: body.name }, place: placeOf(actor) });
  });
  return readReport(actor, id, deps);
}

/** Changes one's own report; one that had been stopped begins again. Refuses when it was changed since it was seen. */
export async function changeReport(
  actor: Actor,
  reportId: string,
  { revision, ...body }: ReportBody & { readonly revision: number },
  deps: IndicatorDeps,
): Promise<ReportJson> {
  permit(actor, 'indicator.read');
  permitOwn(actor);
  await checkContent(actor, body, deps);
  await recording(deps, actor, async (db, note) => {
    const stored = await foundOwn(actor, db, reportId);
    if (stored.revision !== revision)
      throw new RefusalError({ code: 'report-changed', given: revision, limit: stored.revision });
    await putReport(db, { id: reportId, revision: revision + 1, ...rowOf(actor, body, deps) });
    const changes = (['name', 'share', 'schedule'] as const)
      .filter((field) => stored[field] !== body[field])
      .map((field) => ({ field, before: stored[field], after: body[field] }));
    note({
      action: 'indicator.change-report',
      record: { kind: 'report', id: reportId, name: body.name },
      place: placeOf(actor),
      changes,
    });
  });
  return readReport(actor, reportId, deps);
}

export async function removeReport(actor: Actor, reportId: string, deps: IndicatorDeps): Promise<{ gone: true }> {
  permit(actor, 'indicator.read');
  await recording(deps, actor, async (db, note) => {
    const { name } = await foundOwn(actor, db, reportId);
    await deleteReport(db, reportId);
    note({ action: 'indicator.remove-report', record: { kind: 'report', id: reportId, name }, place: placeOf(actor) });
  });
  return { gone: true };
}

/** A workbook that was made by schedule; only for the owner of the report. */
export async function readIssue(
  actor: Actor,
  { reportId, issueId }: { readonly reportId: string; readonly issueId: string },
  { db }: IndicatorDeps,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  permit(actor, 'indicator.read');
  const { name } = await foundOwn(actor, db, reportId);
  const content = await readStoredIssue(db, reportId, issueId);
  if (content === undefined) throw new RefusalError({ code: 'report-missing', field: 'issueId', given: issueId });
  return { name, content };
}

const isMine = ({ post }: Actor, { owner_post }: StoredReport): boolean => post !== null && post.id === owner_post;

async function found(db: IndicatorDeps['db'], reportId: string, lock = false): Promise<StoredReport> {
  const stored = await readStored(db, reportId, lock);
  if (stored === undefined) throw new RefusalError({ code: 'report-missing', field: 'reportId', given: reportId });
  return stored;
}

async function foundOwn(actor: Actor, db: IndicatorDeps['db'], reportId: string): Promise<StoredReport> {
  const stored = await found(db, reportId, true);
  if (!isMine(actor, stored)) throw new RefusalError({ code: 'report-not-own', field: 'reportId', given: stored.name });
  return stored;
}

async function checkContent(actor: Actor, { content }: ReportBody, { db }: IndicatorDeps): Promise<void> {
  if (content.kind === 'pivot') {
    checkSpec(actor, content.spec);
    await chooseIndicators(db, content.spec.indicators, 'indicators');
  } else await chooseIndicators(db, content.query.indicators.split(','), 'indicators');
}

function rowOf(actor: Actor, { name, content, share, schedule, follow }: ReportBody, { clock }: IndicatorDeps) {
  const { post } = actor;
  if (post === null) throw new RefusalError({ code: 'report-needs-post', given: actor.name });
  const now = clock.now();
  return {
    ...{ name: name.trim(), content: JSON.stringify(content), share, schedule, follow },
    ...{ owner_id: actor.id, owner_post: post.id, region_id: post.scopeRegionId, unit_id: post.unitId },
    ...{ chain_id: null, changed_at: now, next_at: nextTime(schedule, now), stopped_at: null, stopped_why: null },
  };
}

const placeOf = ({ post }: Actor) => ({
  regionId: post?.scopeRegionId ?? null,
  unitId: post?.unitId ?? null,
  chainId: null,
});

function reportJson(actor: Actor, report: StoredReport, issues: readonly Issue[]): ReportJson {
  const { id, name, content, share, schedule, follow, revision, stopped_at: at, stopped_why: why } = report;
  return {
    ...{ id, name, content, share, schedule, follow, revision, mine: isMine(actor, report) },
    owner: { name: report.owner_name, unit: report.owner_unit },
    ...{ changedAt: report.changed_at, nextAt: report.next_at },
    stopped: at === null || why === null ? null : { at, why },
    issues: issues.map((issue) => ({ id: issue.id, at: issue.at, bytes: issue.bytes })),
  };
}
