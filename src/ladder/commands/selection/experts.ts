import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { closeWork } from '../../../work/index.ts';
import type { SelectionPageJson } from '../../contract.ts';
import {
  insertConflict,
  insertExpert,
  leaveSeat,
  readCandidates,
  readEntries,
  readExperts,
  readSeats,
  removeExpertRow,
  type SelectionDb,
  type StoredExpert,
} from '../../store/selection/index.ts';
import type { SelectionDeps } from './deps.ts';
import { fillSeats } from './panel.ts';
import { readRound } from './read-round.ts';
import { lockRound, recordOf, sheetsOrigin, trace } from './shared.ts';

/** Who may be asked. */
export async function listCandidates(
  actor: Actor,
  { db }: SelectionDeps,
): Promise<{ rows: { personId: string; name: string; unit: string }[] }> {
  permit(actor, 'ladder.select');
  return {
    rows: (await readCandidates(db)).map(({ person_id, name, unit_name }) => ({
      ...{ personId: person_id, name, unit: unit_name },
    })),
  };
}

type OfExpert = { readonly roundId: string; readonly personId: string };
const before = ['draft', 'applying', 'scoring'] as const;

/** Asks somebody to score. During the scoring he fills what is empty. */
export async function addExpert(
  actor: Actor,
  { roundId, personId }: OfExpert,
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, { roundId, revision: null }, ...before);
    const candidate = (await readCandidates(db)).find(({ person_id }) => person_id === personId);
    if (candidate === undefined)
      throw new RefusalError({ code: 'selection-expert-unknown', field: 'personId', given: personId });
    const already = (await readExperts(db, roundId)).find(({ person_id }) => person_id === personId);
    if (already !== undefined && already.removed_at === null)
      throw new RefusalError({ code: 'selection-expert-twice', field: 'personId', given: candidate.name });
    if (candidate.person_id === actor.id)
      throw new RefusalError({ code: 'selection-expert-self', field: 'personId', given: candidate.name });
    await insertExpert(db, { ...candidate, round_id: roundId, added_at: deps.clock.now(), added_by: actor.name });
    await trace(db, deps, actor, roundId, `请专家${candidate.name}`);
    if (row.state === 'scoring') await fillSeats(db, deps, actor, row);
    note({
      action: 'ladder.add-expert',
      ...recordOf(row),
      changes: [{ field: 'person', before: null, after: candidate.name }],
    });
  });
  return readRound(actor, { roundId }, deps);
}

async function expertOf(db: SelectionDb, roundId: string, personId: string): Promise<StoredExpert> {
  const expert = (await readExperts(db, roundId)).find(
    (each) => each.person_id === personId && each.removed_at === null,
  );
  if (expert === undefined)
    throw new RefusalError({ code: 'selection-expert-unknown', field: 'personId', given: personId });
  return expert;
}

/** Takes an expert off: what he has not handed in goes to others; what he has stays. */
export async function removeExpert(
  actor: Actor,
  { roundId, personId, reason }: OfExpert & { readonly reason: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, { roundId, revision: null }, ...before);
    const expert = await expertOf(db, roundId, personId);
    const at = deps.clock.now();
    await removeExpertRow(db, roundId, personId, at, reason);
    for (const seat of await readSeats(db, roundId))
      if (seat.person_id === personId && seat.handed_at === null)
        await leaveSeat(db, seat.entry_id, personId, at, reason);
    await closeWork(db, deps, actor, {
      origin: sheetsOrigin(roundId, personId),
      outcome: '已退出',
      state: 'withdrawn',
    });
    const empty = row.state === 'scoring' ? await fillSeats(db, deps, actor, row) : 0;
    await trace(
      db,
      deps,
      actor,
      roundId,
      `专家${expert.name}退出：${reason}${empty > 0 ? `，还缺 ${empty} 份评分` : ''}`,
    );
    note({ action: 'ladder.remove-expert', ...recordOf(row), reason });
  });
  return readRound(actor, { roundId }, deps);
}

/** Keeps an expert from looking at one enterprise. What he gave it, if he did, no longer counts. */
export async function noteConflict(
  actor: Actor,
  { roundId, personId, enterpriseId, reason }: OfExpert & { readonly enterpriseId: string; readonly reason: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, { roundId, revision: null }, ...before);
    const expert = await expertOf(db, roundId, personId);
    const entry = (await readEntries(db, roundId)).find(({ enterprise_id }) => enterprise_id === enterpriseId);
    if (entry === undefined)
      throw new RefusalError({ code: 'selection-entry-unknown', field: 'enterpriseId', given: enterpriseId });
    const at = deps.clock.now();
    await insertConflict(db, {
      ...{ round_id: roundId, person_id: personId, enterprise_id: enterpriseId, reason, by_name: actor.name, at },
    });
    await leaveSeat(db, entry.id, personId, at, reason);
    const empty = row.state === 'scoring' ? await fillSeats(db, deps, actor, row) : 0;
    const rest = empty > 0 ? `，还缺 ${empty} 份评分` : '';
    await trace(db, deps, actor, roundId, `专家${expert.name}回避${entry.name}：${reason}${rest}`);
    note({ action: 'ladder.note-conflict', ...recordOf(row), reason });
  });
  return readRound(actor, { roundId }, deps);
}
