import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { closeWork, openWork } from '../../../work/index.ts';
import type { SelectionSheetJson } from '../../contract.ts';
import { sheetFaults } from '../../domain/selection/index.ts';
import {
  handSeat,
  insertConflict,
  leaveSeat,
  lockRoundRow,
  putSheet,
  type RoundRow,
  readFiles,
  readSheet,
  type SelectionDb,
  seatsOfPerson,
} from '../../store/selection/index.ts';
import { type SelectionDeps, today } from './deps.ts';
import { filesJson } from './entry-json.ts';
import { fileBytes } from './files.ts';
import { fillSeats } from './panel.ts';
import { linkOf, placeOf, recordOf, refuseState, roundOrigin, sheetsOrigin, trace } from './shared.ts';

type Seat = Awaited<ReturnType<typeof seatsOfPerson>>[number];

/** What an expert was given to look at: only his own marks, and nothing of what others or the reckoning gave. */
export async function listSheets(actor: Actor, deps: SelectionDeps): Promise<{ rows: SelectionSheetJson[] }> {
  permit(actor, 'ladder.score');
  const seats = await seatsOfPerson(deps.db, actor.id);
  const files = await readFiles(
    deps.db,
    seats.map(({ entry_id }) => entry_id),
  );
  return { rows: seats.map((seat) => sheetJson(seat, files, deps)) };
}

function sheetJson(seat: Seat, files: Awaited<ReturnType<typeof readFiles>>, deps: SelectionDeps): SelectionSheetJson {
  const isOver = seat.score_to !== null && seat.score_to < today(deps);
  return {
    ...{
      entryId: seat.entry_id,
      round: { id: seat.round_id, name: seat.round_name },
      name: seat.name,
      code: seat.code,
    },
    ...{ statement: seat.statement, scoreTo: seat.score_to, open: seat.state === 'scoring' && !isOver },
    ...{ handedAt: seat.handed_at, remark: seat.remark ?? '', files: filesJson(files, seat.entry_id) },
    facts: (seat.frozen?.facts ?? []).map(({ name, words, from }) => ({ name, words, from })),
    items: seat.scheme.items.map(({ id, name, most }) => ({ id, name, most, points: seat.points?.[id] ?? null })),
  };
}

/** A seat of the actor's own in a round that is being scored, with the round held. Anybody else's is not there for him. */
async function lockSeat(
  db: SelectionDb,
  actor: Actor,
  entryId: string,
  deps: SelectionDeps,
): Promise<{ readonly seat: Seat; readonly round: RoundRow }> {
  const seat = (await seatsOfPerson(db, actor.id)).find(({ entry_id }) => entry_id === entryId);
  const round = seat === undefined ? undefined : await insideAsSystem(db, () => lockRoundRow(db, seat.round_id));
  if (seat === undefined || round === undefined)
    throw new RefusalError({ code: 'selection-sheet-unknown', field: 'entryId', given: entryId });
  refuseState(round, ['scoring']);
  const day = today(deps);
  if (round.score_to !== null && round.score_to < day)
    throw new RefusalError({ code: 'selection-score-over', field: 'scoreTo', given: round.score_to });
  return { seat, round };
}

/** Saves what an expert gives an application; handed in, every item must have its points. It can be changed until the scoring ends. */
export async function saveSheet(
  actor: Actor,
  asked: {
    readonly entryId: string;
    readonly points: Readonly<Record<string, number>>;
    readonly remark: string;
    readonly hand: boolean;
  },
  deps: SelectionDeps,
): Promise<SelectionSheetJson> {
  permit(actor, 'ladder.score');
  await recording(deps, actor, async (db, note) => {
    const { seat, round } = await lockSeat(db, actor, asked.entryId, deps);
    const ids = round.scheme.items.map(({ id }) => id);
    const strange = Object.keys(asked.points).find((id) => !ids.includes(id));
    if (strange !== undefined)
      throw new RefusalError({ code: 'selection-item-unknown', field: 'points', given: strange });
    const faults = sheetFaults(round.scheme, { expertId: actor.id, points: asked.points })
      .filter(({ code }) => asked.hand || code !== 'selection-points-missing')
      .map((fault) => ({
        ...fault,
        field: round.scheme.items.find(({ id }) => id === fault.field)?.name ?? fault.field,
      }));
    if (faults.length > 0) throw new RefusalError(...faults);
    const at = deps.clock.now();
    await putSheet(db, {
      ...{ round_id: round.id, entry_id: seat.entry_id, person_id: actor.id },
      ...{ points: JSON.stringify(asked.points), remark: asked.remark.trim(), at },
    });
    await handSeat(db, seat.entry_id, actor.id, asked.hand ? at : null);
    if (asked.hand) await closeIfDone(db, actor, round, deps);
    // The marks themselves are not for the log: whoever reads it is not to know them before the others.
    note({ action: asked.hand ? 'ladder.hand-sheet' : 'ladder.save-sheet', ...recordOf(round) });
  });
  return oneSheet(actor, asked.entryId, deps);
}

async function oneSheet(actor: Actor, entryId: string, deps: SelectionDeps): Promise<SelectionSheetJson> {
  const found = (await listSheets(actor, deps)).rows.find((row) => row.entryId === entryId);
  if (found === undefined)
    throw new RefusalError({ code: 'selection-sheet-unknown', field: 'entryId', given: entryId });
  return found;
}

/** Nothing is left to an expert, or nothing to all of them. */
async function closeIfDone(db: SelectionDb, actor: Actor, round: RoundRow, deps: SelectionDeps): Promise<void> {
  const own = (await seatsOfPerson(db, actor.id)).filter(({ round_id }) => round_id === round.id);
  if (own.every(({ handed_at }) => handed_at !== null))
    await closeWork(db, deps, actor, { origin: sheetsOrigin(round.id, actor.id), outcome: '已全部交上' });
}

/** Steps back from one application; somebody else takes the place where there is one, else who runs the round is asked. */
export async function recuse(
  actor: Actor,
  { entryId, reason }: { readonly entryId: string; readonly reason: string },
  deps: SelectionDeps,
): Promise<{ replaced: boolean }> {
  permit(actor, 'ladder.score');
  return recording(deps, actor, async (db, note) => {
    const { seat, round } = await lockSeat(db, actor, entryId, deps);
    if ((await readSheet(db, entryId, actor.id)) !== undefined && seat.handed_at !== null)
      throw new RefusalError({ code: 'selection-handed', field: 'entryId', given: seat.name });
    const at = deps.clock.now();
    const empty = await insideAsSystem(db, async () => {
      await insertConflict(db, {
        ...{ round_id: round.id, person_id: actor.id, enterprise_id: seat.enterprise_id },
        ...{ reason, by_name: actor.name, at },
      });
      await leaveSeat(db, entryId, actor.id, at, reason);
      const left = await fillSeats(db, deps, actor, round);
      await trace(db, deps, actor, round.id, `专家${actor.name}申请回避${seat.name}：${reason}`);
      if (left > 0)
        await openWork(db, deps, actor, {
          ...{
            kind: 'assignment',
            title: `补请专家：${round.name}`,
            link: linkOf(round.id),
            origin: roundOrigin(round.id),
          },
          ...{
            detail: `${actor.name}回避${seat.name}，没有别的专家可以补上。`,
            place: placeOf(round),
            dueOn: round.score_to,
          },
          assignee: { kind: 'holders', id: 'ladder.select', name: '组织遴选的岗位' },
        });
      return left;
    });
    await closeIfDone(db, actor, round, deps);
    note({ action: 'ladder.recuse', ...recordOf(round), reason });
    return { replaced: empty === 0 };
  });
}

/** A paper of an application that the actor was given to look at. */
export async function readSheetFile(
  actor: Actor,
  which: { readonly entryId: string; readonly fileId: string },
  deps: SelectionDeps,
) {
  permit(actor, 'ladder.score');
  await oneSheet(actor, which.entryId, deps);
  return fileBytes(which, deps);
}
