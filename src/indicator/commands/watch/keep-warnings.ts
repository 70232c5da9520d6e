import {
  limitsChangedSince,
  noteEverything,
  noteFinished,
  noteForDay,
  noteSavedSince,
  noteTargetsSince,
  readWatchState,
  setWatchState,
  takeDue,
  takeTurn,
  type WatchState,
} from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { catalogueOf, usesOf } from './catalogue.ts';
import { noteRegion } from './limits.ts';
import { keepLooked, lookAt, spreadUnits } from './look.ts';
import { tellWarnings } from './tell-warnings.ts';

/** Units of one indicator that are looked at in one transaction; a town may report for a thousand enterprises. */
export const unitsAtOnce = 20;
/** What was saved is looked for no more often. */
const pauseMs = 60_000;
/** A figure counts as saved a little earlier than its transaction holds: so far back is looked again. */
const overlapMs = 2 * 60_000;

/**
 * One step of the watch, as the system: looks at what is due; when nothing is, notes what figures, targets or the day have
 * changed since; and tells whom it concerns. Each step is one transaction, done by one server at a time, so that what is
 * broken off is done again. Gives how much there was to do.
 */
export async function keepWarnings(deps: IndicatorDeps): Promise<number> {
  const looked = await lookAtDue(deps);
  if (looked > 0) return looked;
  return (await noteDueNow(deps)) + (await tellWarnings(deps));
}

/** Looks at the next things that are due; gives how many, 0 also while another server is at it. */
export const lookAtDue = (deps: IndicatorDeps): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    if (!(await takeTurn(db))) return 0;
    const due = await takeDue(db, unitsAtOnce);
    if (due.length === 0) return 0;
    const looking = { catalogue: await catalogueOf(db), day: today(deps) };
    const looked = await lookAt(db, due, looking);
    if (looked === null) await spreadUnits(db, due, looking);
    else await keepLooked(db, looked, deps);
    await noteFinished(db, deps.clock.now());
    return due.length;
  });

const noteDueNow = (deps: IndicatorDeps): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    if (!(await takeTurn(db))) return 0;
    const state = await readWatchState(db);
    const [at, day] = [deps.clock.now(), today(deps)];
    if (state.due > 0 || isTooSoon(state, at, day)) return 0;
    const noted = await noteSince(db, state, day);
    await setWatchState(db, { lookedUntil: at, day });
    if (noted === 0) await noteFinished(db, at);
    return noted;
  });

const isTooSoon = ({ lookedUntil, day: lastDay }: WatchState, at: string, day: string): boolean =>
  lookedUntil !== null && lastDay === day && Date.parse(at) - Date.parse(lookedUntil) < pauseMs;

async function noteSince(db: IndicatorDb, { lookedUntil, day: lastDay }: WatchState, day: string): Promise<number> {
  const uses = usesOf(await catalogueOf(db));
  const year = Number(day.slice(0, 4));
  const newDay = day === lastDay ? 0 : await noteForDay(db, day, [year - 1, year]);
  if (lookedUntil === null || day.slice(0, 7) !== lastDay?.slice(0, 7))
    return newDay + (await noteEverything(db, uses, null));
  const since = new Date(Date.parse(lookedUntil) - overlapMs).toISOString();
  const figures = (await noteSavedSince(db, since, uses.pairs)) + (await noteTargetsSince(db, since));
  let limits = 0;
  for (const region of await limitsChangedSince(db, since)) limits += await noteRegion(db, region);
  return newDay + figures + limits;
}
