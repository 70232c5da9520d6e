import { insideAsSystem } from '../../../../platform/db/index.ts';
import type { Actor } from '../../../access/index.ts';
import { openWork } from '../../../work/index.ts';
import { assignExperts, type Expert } from '../../domain/selection/index.ts';
import {
  insertSeats,
  type RoundRow,
  readConflicts,
  readEntries,
  readExperts,
  readSeats,
  type SelectionDb,
  type StoredEntry,
  type StoredExpert,
} from '../../store/selection/index.ts';
import type { SelectionDeps } from './deps.ts';
import { placeOf, sheetsOrigin } from './shared.ts';

/** The experts of a round who are still asked, each with the applications he must not look at. */
export async function expertsOf(db: SelectionDb, roundId: string, entries: readonly StoredEntry[]) {
  const active = (await readExperts(db, roundId)).filter(({ removed_at }) => removed_at === null);
  const conflicts = await readConflicts(db, roundId);
  const experts = active.map(
    (expert): Expert => ({
      id: expert.person_id,
      conflicts: entries
        .filter(
          ({ enterprise_id, unit_id }) =>
            // Nobody looks at his own house.
            unit_id === expert.unit_id ||
            conflicts.some((each) => each.person_id === expert.person_id && each.enterprise_id === enterprise_id),
        )
        .map(({ id }) => id),
    }),
  );
  return { active, experts };
}

/** Puts what an expert has to look at on his workbench. */
export async function askExpert(
  db: SelectionDb,
  deps: SelectionDeps,
  actor: Actor,
  round: RoundRow,
  expert: Pick<StoredExpert, 'person_id' | 'name'>,
): Promise<void> {
  await openWork(db, deps, actor, {
    ...{ kind: 'review', title: `给申报评分：${round.name}`, link: '/selection-sheets' },
    ...{ detail: '各自独立评分，交上以后在评分结束前还能改。有利害关系的请申请回避。' },
    ...{ origin: sheetsOrigin(round.id, expert.person_id), place: placeOf(round), dueOn: round.score_to },
    assignee: { kind: 'person', id: expert.person_id, name: expert.name },
  });
}

/**
 * Fills the places at each application that somebody left, with whoever has the fewest; gives how many stay empty. On the
 * platform's behalf: an expert who steps back does not see who takes his place.
 */
export const fillSeats = (db: SelectionDb, deps: SelectionDeps, actor: Actor, round: RoundRow): Promise<number> =>
  insideAsSystem(db, async () => {
    const entries = (await readEntries(db, round.id)).filter(({ state }) => state === 'applied');
    const { active, experts } = await expertsOf(db, round.id, entries);
    const seats = await readSeats(db, round.id);
    const load = new Map(
      experts.map(({ id }) => [id, seats.filter((seat) => seat.person_id === id && seat.left_at === null).length]),
    );
    let empty = 0;
    for (const { id } of entries) {
      const own = seats.filter(({ entry_id }) => entry_id === id);
      const missing = round.scheme.panel - own.filter(({ left_at }) => left_at === null).length;
      for (let at = 0; at < missing; at += 1) {
        const least = Math.min(...load.values());
        // Who has ever sat here, and left, does not come back.
        const free = (most: number) =>
          experts.filter(
            (expert) =>
              !expert.conflicts.includes(id) &&
              !own.some(({ person_id }) => person_id === expert.id) &&
              (load.get(expert.id) ?? 0) <= most,
          );
        let some = free(least);
        for (let most = least + 1; some.length === 0 && most <= entries.length; most += 1) some = free(most);
        const drawn = assignExperts([id], some, 1, round.draw);
        const personId = drawn.ok ? drawn.of.get(id)?.[0] : undefined;
        if (personId === undefined) {
          empty += missing - at;
          break;
        }
        await insertSeats(db, round.id, [{ entryId: id, personId }]);
        const expert = active.find((each) => each.person_id === personId);
        const seat = { entry_id: id, person_id: personId, handed_at: null, left_at: null, left_reason: null };
        own.push({ ...seat, round_id: round.id });
        load.set(personId, (load.get(personId) ?? 0) + 1);
        if (expert !== undefined) await askExpert(db, deps, actor, round, expert);
      }
    }
    return empty;
  });
