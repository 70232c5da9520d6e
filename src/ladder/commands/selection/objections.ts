import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Day, RefusalError } from '../../../kernel/index.ts';
import type { SelectionPageJson } from '../../contract.ts';
import {
  answerObjectionRow,
  insertObjection,
  lockObjection,
  readEntries,
  saveEntry,
} from '../../store/selection/index.ts';
import { type SelectionDeps, today } from './deps.ts';
import { readRound } from './read-round.ts';
import { lockRound, recordOf, tellEntries, trace } from './shared.ts';

/** Keeps an objection that came in; on a day of the publicity, to an application of the round. */
export async function noteObjection(
  actor: Actor,
  asked: {
    readonly roundId: string;
    readonly entryId: string;
    readonly raisedOn: Day;
    readonly raisedBy: string;
    readonly words: string;
  },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, { roundId: asked.roundId, revision: null }, 'publicity');
    const entry = (await readEntries(db, row.id)).find(({ id, state }) => id === asked.entryId && state === 'applied');
    if (entry === undefined)
      throw new RefusalError({ code: 'selection-entry-unknown', field: 'entryId', given: asked.entryId });
    const [from, to, day] = [row.publicity_from ?? '', row.publicity_to ?? '', today(deps)];
    if (asked.raisedOn < from || asked.raisedOn > to || asked.raisedOn > day)
      throw new RefusalError({
        code: 'selection-objection-day',
        field: 'raisedOn',
        given: asked.raisedOn,
        limit: `${from} 至 ${to}`,
      });
    await insertObjection(db, {
      ...{
        id: deps.newId(),
        round_id: row.id,
        entry_id: entry.id,
        raised_on: asked.raisedOn,
        raised_by: asked.raisedBy,
      },
      ...{ words: asked.words, noted_at: deps.clock.now(), noted_by_id: actor.id, noted_by: actor.name },
      ...{ upheld: null, answer: null, answered_at: null, answered_by: null },
    });
    await trace(db, deps, actor, row.id, `收到对${entry.name}的异议`);
    note({ action: 'ladder.note-objection', ...recordOf(row) });
  });
  return readRound(actor, asked, deps);
}

/** Answers an objection. Upheld: the application leaves the list, and the round's history says so. */
export async function answerObjection(
  actor: Actor,
  { objectionId, upheld, answer }: { readonly objectionId: string; readonly upheld: boolean; readonly answer: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  const roundId = await recording(deps, actor, async (db, note) => {
    const objection = await lockObjection(db, objectionId);
    if (objection === undefined)
      throw new RefusalError({ code: 'selection-objection-unknown', field: 'objectionId', given: objectionId });
    const row = await lockRound(db, actor, { roundId: objection.round_id, revision: null }, 'publicity');
    if (objection.upheld !== null)
      throw new RefusalError({
        code: 'selection-objection-answered',
        field: 'objectionId',
        given: objection.answered_by ?? '',
      });
    const at = deps.clock.now();
    await answerObjectionRow(db, objection.id, { upheld, answer, answered_at: at, answered_by: actor.name });
    const entry = (await readEntries(db, row.id)).find(({ id }) => id === objection.entry_id);
    const leaves = upheld && entry?.chosen === true;
    if (entry !== undefined && leaves) {
      await saveEntry(db, entry.id, {
        chosen: false,
        chosen_reason: `异议成立：${answer}`.slice(0, 500),
        changed_at: at,
      });
      await tellEntries(db, deps, row, [entry], {
        ...{ key: `objection-${objection.id}`, title: `退出名单：${row.name}`, text: () => `异议成立：${answer}` },
      });
    }
    const words = upheld ? `成立${leaves ? '，退出名单' : ''}` : '不成立';
    await trace(db, deps, actor, row.id, `对${entry?.name ?? ''}的异议${words}：${answer}`);
    note({
      action: 'ladder.answer-objection',
      ...recordOf(row),
      changes: [{ field: 'answer', before: null, after: answer }],
    });
    return row.id;
  });
  return readRound(actor, { roundId }, deps);
}
