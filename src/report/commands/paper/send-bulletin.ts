import { type Actor, permit } from '../../../access/index.ts';
import { recording, type TakeNote } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { type Audience, enqueue } from '../../../notice/index.ts';
import { loadTaskServer } from '../../../task/index.ts';
import { closeWork, openWork, type Party, partiesOf } from '../../../work/index.ts';
import type { BulletinJson } from '../../contract.ts';
import { bulletinKindNames, dutiesNamed } from '../../domain/index.ts';
import { insertRecipients, keepAnswer, type ReportDb, readRecipients, type StoredBulletin } from '../../store.ts';
import { type ReportDeps, today } from '../deps.ts';
import { composeBulletin } from './compose-bulletin.ts';
import { blocksOf, factsOf, heldBulletin, noteStep, numberOf, placeOf, recordOf, seenBulletin } from './load.ts';
import { readBulletinDetail } from './read-bulletin.ts';
import { waitsFor } from './show.ts';
import { linkOf, originOf, type StepAsked, step } from './sign-bulletin.ts';

/** Those who get a paper: as named, and of a letter always the unit that it is about. */
type Getting = Awaited<ReturnType<typeof partiesOf>>[number];

/**
 * Sends a signed paper: each unit and post is told, and the unit of a supervision letter has its answer on the workbench.
 * Refuses parties that there are not and one that is named twice.
 */
export async function sendBulletin(
  actor: Actor,
  { to, ...asked }: StepAsked & { readonly to: readonly Party[] },
  deps: ReportDeps,
): Promise<BulletinJson> {
  permit(actor, 'report.write');
  await step(actor, 'send', asked, deps, async (db, row, note) => {
    const subject = row.kind === 'letter' ? row.subject_id : null;
    const isNamed = to.some(({ kind, id }) => kind === 'unit' && id === subject);
    const wanted: readonly Party[] = subject === null || isNamed ? to : [{ kind: 'unit', id: subject }, ...to];
    if (wanted.length === 0) throw new RefusalError({ code: 'bulletin-to-nobody', field: 'to' });
    const parties = await partiesOf(db as unknown as Parameters<typeof partiesOf>[0], wanted, 'to', today(deps));
    const place = placeOf(row);
    await insertRecipients(
      db,
      parties.map((party) => ({
        ...{ bulletin_id: row.id, kind: party.kind === 'post' ? 'post' : 'unit', party_id: party.id, name: party.name },
        ...{
          must_answer: mustAnswer(party, subject),
          region_id: party.regionId,
          unit_id: party.unitId,
          chain_id: null,
        },
        ...{ by_region_id: place.regionId, by_unit_id: place.unitId, by_chain_id: place.chainId },
      })),
    );
    await tell(
      db,
      deps,
      actor,
      row,
      parties.filter((party) => !mustAnswer(party, subject)),
    );
    for (const party of parties.filter((each) => mustAnswer(each, subject)))
      await askAnswer(db, deps, actor, row, party);
    if (row.kind === 'letter') await noteInTasks(actor, row, { db, note, deps });
    return { sent_at: deps.clock.now() };
  });
  return readBulletinDetail(actor, asked.bulletinId, deps);
}

const mustAnswer = ({ kind, id }: Getting, subject: string | null): boolean => kind === 'unit' && id === subject;

/** A letter stands in every task that it still names, so that whoever opens one sees it there. */
async function noteInTasks(actor: Actor, row: StoredBulletin, inside: InsideTasks): Promise<void> {
  const number = numberOf(row);
  if (number === null) return;
  const { letterOnTasks } = await loadTaskServer();
  const duties = dutiesNamed(factsOf(row), blocksOf(row));
  await letterOnTasks(actor, { paperId: row.id, number, replyBy: row.reply_by, duties }, inTasks(inside));
}

interface InsideTasks {
  readonly db: ReportDb;
  readonly note: TakeNote;
  readonly deps: ReportDeps;
}
/** The tables of tasks are in the same database. */
const inTasks = ({ db, ...rest }: InsideTasks) => ({ db: db as never, ...rest });

const nameOf = (row: StoredBulletin): string => `${bulletinKindNames[row.kind]}“${row.title}”`;

async function tell(
  db: ReportDb,
  deps: ReportDeps,
  actor: Actor,
  row: StoredBulletin,
  parties: readonly Getting[],
): Promise<void> {
  const to = parties.map(({ kind, id }): Audience => ({ to: kind === 'post' ? 'post' : 'unit', id }));
  if (to.length === 0) return;
  await enqueue(db, deps, {
    ...{ key: `bulletin:${row.id}:sent`, kind: 'copy', title: `收到${nameOf(row)}` },
    ...{ text: numberOf(row) ?? '', link: linkOf(row.id), origin: originOf(row.id), to, except: actor.id },
  });
}

const askAnswer = (
  db: ReportDb,
  deps: ReportDeps,
  actor: Actor,
  row: StoredBulletin,
  { id, name, regionId, unitId }: Getting,
): Promise<void> =>
  openWork(db, deps, actor, {
    ...{ kind: 'handle', title: `回复${nameOf(row)}`.slice(0, 120), link: linkOf(row.id), origin: originOf(row.id) },
    ...{ detail: `${numberOf(row) ?? ''}。请办理并书面回复。`, dueOn: row.reply_by, importance: 'high' },
    place: { regionId, unitId, chainId: null },
    assignee: { kind: 'unit', id, name },
  });

/** Answers a letter in the name of the unit that it was sent to. An answer stands; a second one is refused. */
export async function answerBulletin(
  actor: Actor,
  { bulletinId, words }: { readonly bulletinId: string; readonly words: string },
  deps: ReportDeps,
): Promise<BulletinJson> {
  permit(actor, 'task.report');
  await recording(deps, actor, async (db, note) => {
    const row = await seenBulletin(actor, bulletinId, db);
    const recipient = (await readRecipients(db, bulletinId)).find((each) => waitsFor(actor, each));
    const at = deps.clock.now();
    const kept =
      recipient !== undefined && (await keepAnswer(db, recipient, { at, by: actor.name, words: words.trim() }));
    if (!kept) throw new RefusalError({ code: 'bulletin-answer-none', given: row.title });
    await noteStep(db, actor, bulletinId, { step: 'answer', at, words: `${recipient.name}：${words.trim()}` });
    await closeWork(db, deps, actor, { origin: originOf(bulletinId), kinds: ['handle'], outcome: '已回复' });
    const { answerOnTasks } = await loadTaskServer();
    await answerOnTasks(actor, { paperId: bulletinId, words: words.trim() }, inTasks({ db, note, deps }));
    await enqueue(db, deps, {
      ...{ key: `bulletin:${bulletinId}:answer:${recipient.party_id}`, kind: 'progress' },
      ...{ title: `${recipient.name}回复了${nameOf(row)}`, text: words.trim().slice(0, 200), link: linkOf(bulletinId) },
      ...{ origin: originOf(bulletinId), except: actor.id, to: row.author_ids.map((id) => ({ to: 'person', id })) },
    });
    note({ action: 'report.answer', ...recordOf(row), reason: words.trim() });
  });
  return readBulletinDetail(actor, bulletinId, deps);
}

/** A new draft about the same, which names the paper that it puts right. Refuses a paper that is not out. */
export async function correctBulletin(
  actor: Actor,
  { bulletinId, revision, reason }: StepAsked,
  deps: ReportDeps,
): Promise<BulletinJson> {
  permit(actor, 'report.write');
  const row = await heldBulletin(actor, bulletinId, deps.db);
  if (row.state !== 'sent' && row.state !== 'archived')
    throw new RefusalError({ code: 'bulletin-correct-early', given: row.title });
  if (row.revision !== revision)
    throw new RefusalError({ code: 'bulletin-changed', given: revision, limit: row.revision });
  if (reason === undefined || reason.trim() === '')
    throw new RefusalError({ code: 'bulletin-reason', field: 'reason' });
  return composeBulletin(
    actor,
    {
      ...{ kind: row.kind, cycleId: row.cycle_id, sign: row.sign, templateId: row.template_id },
      ...{ unitId: row.subject_id, replyBy: replyAgain(row, deps) },
      corrects: { id: row.id, number: numberOf(row), title: row.title, reason: reason.trim() },
    },
    deps,
  );
}

/** A day of answer that has passed is not asked for again. */
const replyAgain = (row: StoredBulletin, deps: ReportDeps): string | null =>
  row.reply_by !== null && row.reply_by >= today(deps) ? row.reply_by : null;
