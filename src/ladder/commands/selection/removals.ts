import { type Actor, covers, permit, systemActor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { loadEnterpriseServer, titleKindNamed, titleKindsOf } from '../../../enterprise/index.ts';
import { type Day, isDayText, RefusalError } from '../../../kernel/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../../work/index.ts';
import type { TitleRemovalJson, TitleReviewJson } from '../../contract.ts';
import {
  dueRemovals,
  type HeldTitle,
  heldTitles,
  insertRemoval,
  listRemovalRows,
  lockRemovalRow,
  openRemovalOf,
  readRemoval,
  removalsOf,
  type SelectionDb,
  type StoredRemoval,
  saveRemoval,
  titleRow,
} from '../../store/selection/index.ts';
import { compiledIfAny } from '../editions.ts';
import { type SelectionDeps, today } from './deps.ts';
import { isOwn } from './entry-json.ts';
import { judgedFor } from './judged.ts';
import { asRegister, titleName } from './shared.ts';

const reviewedAtOnce = 50;
const mostRemovals = 500;
const removalOrigin = (id: string): WorkOrigin => ({ slice: 'ladder', kind: 'title-removal', id });

type Placed = Pick<HeldTitle, 'region_id' | 'unit_id' | 'chain_id' | 'park_id'>;
const placeOf = (row: Placed) => ({ regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id });
const mayDecide = (actor: Actor, row: Placed): boolean =>
  actor.permissions.has('ladder.select') &&
  (covers(actor.reach, placeOf(row)) || (row.park_id !== null && actor.reach.units.has(row.park_id)));

/** Titles that are held, each judged by the edition of today: who no longer meets what is asked. A page at a time. */
export async function reviewTitles(
  actor: Actor,
  { kind, page = 1 }: { readonly kind: string; readonly page?: number | undefined },
  deps: SelectionDeps,
): Promise<{ on: Day; edition: string | null; rows: TitleReviewJson[]; page: number; more: boolean }> {
  permit(actor, 'ladder.select');
  const known = titleKindNamed(titleKindsOf(deps.library), kind);
  if (known === undefined)
    throw new RefusalError({ code: 'ladder-title-unknown', field: 'kind', given: kind, limit: '' });
  const on = today(deps);
  const held = await heldTitles(deps.db, actor, {
    ...{ kind: known.id, on, limit: reviewedAtOnce + 1, offset: (page - 1) * reviewedAtOnce },
  });
  const rows: TitleReviewJson[] = [];
  for (const row of held.slice(0, reviewedAtOnce)) {
    const { verdict, gaps, missing } = await judgedFor(
      actor,
      { enterpriseId: row.id, kind: known.id, measures: [], on },
      deps,
    );
    rows.push({
      ...{ enterprise: { id: row.id, name: row.name }, code: row.code, region: row.region_name, titleId: row.title_id },
      ...{ givenOn: row.given_on, endsOn: row.ends_on, verdict, gaps, missing },
      removal: row.removal_id === null ? null : { id: row.removal_id, endsOn: row.removal_on ?? '' },
    });
  }
  const edition = compiledIfAny(deps.library, known.id, on);
  return { on, edition: edition?.name ?? null, rows, page, more: held.length > reviewedAtOnce };
}

export async function listRemovals(actor: Actor, deps: SelectionDeps): Promise<{ rows: TitleRemovalJson[] }> {
  permit(actor, 'enterprise.read');
  const rows = await listRemovalRows(deps.db, actor, mostRemovals);
  return { rows: rows.map((row) => removalJson(actor, row, deps)) };
}

/** What is under way, or was, for one enterprise in sight. */
export async function removalsFor(
  actor: Actor,
  enterpriseId: string,
  deps: SelectionDeps,
): Promise<TitleRemovalJson[]> {
  permit(actor, 'enterprise.read');
  return (await removalsOf(deps.db, actor, enterpriseId)).map((row) => removalJson(actor, row, deps));
}

/**
 * Tells an enterprise that a title is to be taken away: why, and from which day on it no longer holds. It can say what it has to
 * say until then. Refuses a title that is not held, a day that has come, one after its own end, and a second notice.
 */
export async function noticeRemoval(
  actor: Actor,
  asked: { readonly enterpriseId: string; readonly titleId: string; readonly reason: string; readonly endsOn: Day },
  deps: SelectionDeps,
): Promise<TitleRemovalJson> {
  permit(actor, 'ladder.select');
  const id = deps.newId();
  const day = today(deps);
  await recording(deps, actor, async (db, note) => {
    const title = await titleRow(db, asked.enterpriseId, asked.titleId);
    if (title === undefined || !mayDecide(actor, title))
      throw new RefusalError({ code: 'enterprise-title-gone', field: 'titleId', given: asked.titleId });
    refuseDay(asked.endsOn, day, title);
    const open = await openRemovalOf(db, title.id);
    if (open !== undefined)
      throw new RefusalError({ code: 'title-removal-open', field: 'titleId', given: open.ends_on });
    const judged = await judgedFor(
      actor,
      { enterpriseId: title.enterprise_id, kind: title.kind, measures: [], on: day },
      deps,
      db,
    );
    const at = deps.clock.now();
    await insertRemoval(db, {
      ...{ id, enterprise_id: title.enterprise_id, title_id: title.id, title_kind: title.kind, state: 'noticed' },
      ...{ reason: asked.reason, edition_id: judged.edition?.id ?? null, gaps: judged.gaps },
      ...{ frozen: JSON.stringify(judged.frozen.facts), noticed_on: day, ends_on: asked.endsOn },
      ...{ plea: null, plea_at: null, plea_by: null, kept_reason: null },
      ...{ created_at: at, created_by_id: actor.id, created_by: actor.name, changed_at: at },
    });
    const name = titleName(deps.library, title.kind);
    if (title.unit_id !== null)
      await openWork(db, deps, actor, {
        ...{ kind: 'handle', title: `称号将退出：${name}`, link: `/enterprises/${title.enterprise_id}/selections` },
        ...{
          detail: `理由：${asked.reason}。有不同意见的，请在 ${asked.endsOn} 以前写明。`,
          origin: removalOrigin(id),
        },
        ...{
          place: placeOf(title),
          assignee: { kind: 'unit', id: title.unit_id, name: title.name },
          dueOn: asked.endsOn,
        },
      });
    note({ action: 'ladder.notice-removal', ...recordOf(id, title, name), reason: asked.reason });
  });
  return one(actor, id, deps);
}

/** The enterprise says what it has to say. */
export async function pleadRemoval(
  actor: Actor,
  { removalId, words }: { readonly removalId: string; readonly words: string },
  deps: SelectionDeps,
): Promise<TitleRemovalJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRemoval(db, actor, removalId);
    if (!isOwn(actor, row.unit_id) && !mayDecide(actor, row))
      throw new RefusalError({ code: 'selection-not-yours', field: 'removalId', given: row.name });
    const at = deps.clock.now();
    await saveRemoval(db, row.id, { plea: words, plea_at: at, plea_by: actor.name, changed_at: at });
    const name = titleName(deps.library, row.title_kind);
    await enqueue(db, deps, {
      ...{ key: `title-removal:${row.id}:plea:${at}`, kind: 'progress', link: '/selection-rounds?view=removals' },
      ...{ title: `企业陈述意见：${row.name}`, text: `对${name}退出有意见：${words.slice(0, 200)}` },
      origin: removalOrigin(row.id),
      to: [{ to: 'holders', permission: 'ladder.select', place: placeOf(row) }],
      except: actor.id,
    });
    await closeWork(db, deps, actor, { origin: removalOrigin(row.id), outcome: '已陈述意见' });
    note({ action: 'ladder.plead-removal', ...recordOf(row.id, row, name) });
  });
  return one(actor, removalId, deps);
}

/** The title stays after all. */
export async function keepTitle(
  actor: Actor,
  { removalId, revision, reason }: { readonly removalId: string; readonly revision: number; readonly reason: string },
  deps: SelectionDeps,
): Promise<TitleRemovalJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRemoval(db, actor, removalId);
    if (!mayDecide(actor, row))
      throw new RefusalError({ code: 'title-removal-unknown', field: 'removalId', given: removalId });
    if (row.revision !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
    await saveRemoval(db, row.id, { state: 'kept', kept_reason: reason, changed_at: deps.clock.now() });
    await closeWork(db, deps, actor, { origin: removalOrigin(row.id), outcome: '称号保留', state: 'withdrawn' });
    const name = titleName(deps.library, row.title_kind);
    if (row.unit_id !== null)
      await enqueue(db, deps, {
        ...{
          key: `title-removal:${row.id}:kept`,
          kind: 'progress',
          link: `/enterprises/${row.enterprise_id}/selections`,
        },
        ...{ title: `称号保留：${name}`, text: `不再退出。理由：${reason}`, origin: removalOrigin(row.id) },
        to: [{ to: 'unit', id: row.unit_id }],
      });
    note({ action: 'ladder.keep-title', ...recordOf(row.id, row, name), reason });
  });
  return one(actor, removalId, deps);
}

/**
 * Ends the titles whose day has come, in the register on that day; gives how many were looked at. One that ended otherwise meanwhile
 * only has its notice closed. As the system.
 */
export async function endDueTitles(deps: SelectionDeps): Promise<number> {
  const due = await dueRemovals(deps.db, today(deps), 20);
  const { endTitleInside } = await loadEnterpriseServer();
  for (const { id } of due)
    await recording(deps, systemActor, async (db, note) => {
      const row = await lockRemoval(db, systemActor, id);
      const title = await titleRow(db, row.enterprise_id, row.title_id);
      const holds =
        title !== undefined && title.ended_on === null && (title.ends_on === null || title.ends_on > row.ends_on);
      if (holds)
        await endTitleInside(
          ...([asRegister(db), note, systemActor] as const),
          {
            ...{ enterpriseId: row.enterprise_id, titleId: row.title_id, revision: title.revision },
            ...{ endedOn: row.ends_on, reason: `动态退出：${row.reason}` },
          },
          deps.enterprise,
        );
      await saveRemoval(db, row.id, { state: 'ended', changed_at: deps.clock.now() });
      const name = titleName(deps.library, row.title_kind);
      await closeWork(db, deps, systemActor, { origin: removalOrigin(row.id), outcome: '称号已退出' });
      if (row.unit_id !== null)
        await enqueue(db, deps, {
          ...{ key: `title-removal:${row.id}:ended`, kind: 'progress', link: `/enterprises/${row.enterprise_id}` },
          ...{ title: `称号已退出：${name}`, text: `${row.ends_on} 起不再有效。`, origin: removalOrigin(row.id) },
          to: [{ to: 'unit', id: row.unit_id }],
        });
      note({ action: 'ladder.end-removal', ...recordOf(row.id, row, name), reason: row.reason });
    });
  return due.length;
}

function refuseDay(endsOn: Day, day: Day, title: HeldTitle): void {
  if (!isDayText(endsOn))
    throw new RefusalError({ code: 'day-unknown', field: 'endsOn', given: endsOn, limit: 'YYYY-MM-DD' });
  const end = [title.ends_on, title.ended_on].filter((each) => each !== null).toSorted()[0] ?? null;
  if (title.given_on > day || (end !== null && end <= day))
    throw new RefusalError({ code: 'title-not-held', field: 'titleId', given: title.name });
  if (endsOn <= day) throw new RefusalError({ code: 'title-removal-day', field: 'endsOn', given: endsOn, limit: day });
  if (end !== null && endsOn >= end)
    throw new RefusalError({ code: 'enterprise-title-over', field: 'endsOn', given: endsOn, limit: end });
}

async function lockRemoval(db: SelectionDb, actor: Actor, id: string): Promise<StoredRemoval> {
  const row = await lockRemovalRow(db, actor, id);
  if (row === undefined) throw new RefusalError({ code: 'title-removal-unknown', field: 'removalId', given: id });
  if (row.state !== 'noticed')
    throw new RefusalError({ code: 'title-removal-over', field: 'removalId', given: stateNames[row.state] });
  return row;
}
const stateNames = { noticed: '已告知', ended: '已退出', kept: '已保留' } as const;

async function one(actor: Actor, id: string, deps: SelectionDeps): Promise<TitleRemovalJson> {
  const found = await readRemoval(deps.db, actor, id);
  if (found === undefined) throw new RefusalError({ code: 'title-removal-unknown', field: 'removalId', given: id });
  return removalJson(actor, found, deps);
}

const recordOf = (id: string, row: Placed & { readonly name: string }, title: string) => ({
  record: { kind: 'title-removal', id, name: `${row.name} ${title}` } as const,
  place: placeOf(row),
});

const removalJson = (actor: Actor, row: StoredRemoval, deps: SelectionDeps): TitleRemovalJson => ({
  ...{ id: row.id, revision: row.revision, enterprise: { id: row.enterprise_id, name: row.name }, state: row.state },
  title: { id: row.title_kind, name: titleName(deps.library, row.title_kind) },
  ...{ reason: row.reason, gaps: row.gaps, noticedOn: row.noticed_on, endsOn: row.ends_on, plea: row.plea },
  ...{ pleaBy: row.plea_by, keptReason: row.kept_reason, by: row.created_by },
  mayDecide: row.state === 'noticed' && mayDecide(actor, row),
  mayPlead: row.state === 'noticed' && isOwn(actor, row.unit_id),
});
