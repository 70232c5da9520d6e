import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { closeWork } from '../../../work/index.ts';
import type { SelectionPageJson } from '../../contract.ts';
import {
  handSeat,
  insertRanking,
  type RankingInput,
  type RoundRow,
  readEntries,
  readExperts,
  readSeats,
  readSheets,
  type SelectionDb,
  saveRound,
} from '../../store/selection/index.ts';
import type { SelectionDeps } from './deps.ts';
import { askExpert } from './panel.ts';
import { apartWords, fingerprint, orderOf } from './ranking.ts';
import { readRound } from './read-round.ts';
import { askNext, lockEntry, lockRound, mayRun, recordOf, sheetsOrigin, trace } from './shared.ts';

/**
 * Ends the scoring and ranks. From here on who runs the round sees the marks. Refuses while a sheet is missing, and where experts
 * are further apart than the scheme says unless that is accepted.
 */
export async function closeScoring(
  actor: Actor,
  { acceptSpread, ...ref }: { readonly roundId: string; readonly revision: number; readonly acceptSpread: boolean },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, ref, 'scoring');
    const entries = (await readEntries(db, row.id)).filter(({ state }) => state === 'applied');
    if (entries.length === 0)
      throw new RefusalError({ code: 'selection-entries-none', field: 'roundId', given: row.name });
    const seats = await readSeats(db, row.id);
    const missing = entries.reduce((sum, { id }) => {
      const handed = seats.filter((seat) => seat.entry_id === id && seat.left_at === null && seat.handed_at !== null);
      return sum + Math.max(0, row.scheme.panel - handed.length);
    }, 0);
    if (missing > 0) throw new RefusalError({ code: 'selection-sheets-missing', field: 'roundId', given: missing });
    // The state comes first: before it nobody but their writers is shown the sheets.
    await saveRound(db, row.id, { state: 'ranked', changed_at: deps.clock.now() });
    const input = await keepRanking(db, actor, row, deps);
    const apart = orderOf(input).flatMap(({ id, apart }) =>
      apart === null ? [] : [apartWords(entries.find((entry) => entry.id === id)?.name ?? id, apart)],
    );
    if (apart.length > 0 && !acceptSpread)
      throw new RefusalError({ code: 'selection-apart', field: 'acceptSpread', given: apart.join('、') });
    for (const { person_id } of await readExperts(db, row.id))
      await closeWork(db, deps, actor, { origin: sheetsOrigin(row.id, person_id), outcome: '评分已结束' });
    await trace(
      db,
      deps,
      actor,
      row.id,
      `结束评分并排名${apart.length > 0 ? `，分差大的照算：${apart.join('、')}` : ''}`,
    );
    await askNext(db, deps, actor, row, '已排名', {
      ...{ title: '定名单并公示', detail: '和排名不同的要写明理由。', dueOn: null },
    });
    note({ action: 'ladder.close-scoring', ...recordOf(row) });
  });
  return readRound(actor, ref, deps);
}

/** Keeps what the ranking is made of with its fingerprint. The round is `ranked` already. */
export async function keepRanking(
  db: SelectionDb,
  actor: Actor,
  { id, scheme }: Pick<RoundRow, 'id' | 'scheme'>,
  deps: SelectionDeps,
): Promise<RankingInput> {
  const sheets = await readSheets(db, id);
  const input: RankingInput = {
    scheme,
    entries: (await readEntries(db, id))
      .filter(({ state }) => state === 'applied')
      .map((entry) => ({
        ...{ id: entry.id, quantitative: entry.quantitative ?? 0 },
        sheets: sheets
          .filter(({ entry_id }) => entry_id === entry.id)
          .map(({ person_id, points }) => ({ expertId: person_id, points })),
      })),
  };
  await insertRanking(db, {
    ...{ round_id: id, input: JSON.stringify(input), sm3: fingerprint(input) },
    ...{ at: deps.clock.now(), by_name: actor.name },
  });
  return input;
}

/** Asks the experts of one application to look again, each for himself; nobody is told what the others gave. */
export async function askAgain(
  actor: Actor,
  { entryId }: { readonly entryId: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  const roundId = await recording(deps, actor, async (db, note) => {
    const { entry, round } = await lockEntry(db, entryId, 'scoring');
    if (!mayRun(actor, round))
      throw new RefusalError({ code: 'selection-entry-unknown', field: 'entryId', given: entryId });
    const experts = await readExperts(db, round.id);
    for (const seat of await readSeats(db, round.id)) {
      if (seat.entry_id !== entryId || seat.left_at !== null) continue;
      await handSeat(db, entryId, seat.person_id, null);
      const expert = experts.find(({ person_id }) => person_id === seat.person_id);
      if (expert !== undefined) await askExpert(db, deps, actor, round, expert);
    }
    await trace(db, deps, actor, round.id, `请专家各自再看一遍${entry.name}`);
    note({ action: 'ladder.ask-again', ...recordOf(round) });
    return round.id;
  });
  return readRound(actor, { roundId }, deps);
}
