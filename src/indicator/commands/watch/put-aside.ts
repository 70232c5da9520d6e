import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { readWarning, type StoredWarning, setAside } from '../../store/warnings/index.ts';
import type { IndicatorDb } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { unknown } from './read-warnings.ts';
import { isWithin, placeOfWarning } from './row.ts';
import { sayWarnings } from './say.ts';

interface Which {
  readonly warningId: string;
  /** The revision that was seen. */
  readonly revision: number;
}

/**
 * Puts a warning aside: nobody need do anything about it until a day (exclusive), or for as long as its cause lasts. Refuses a
 * day that is not after today, and what is over or was changed meanwhile.
 */
export async function putAside(
  actor: Actor,
  given: Which & { readonly reason: string; readonly until?: string | null | undefined },
  deps: IndicatorDeps,
): Promise<void> {
  permit(actor, 'indicator.review');
  const until = given.until ?? null;
  const day = today(deps);
  if (until !== null && until <= day)
    throw new RefusalError({ code: 'aside-in-past', field: 'until', given: until, limit: day });
  await recording(deps, actor, async (db, note) => {
    const warning = await lockedWarning(db, actor, given);
    const [said] = await sayWarnings(db, [warning], () => false);
    const { id: byId, name: by } = actor;
    await setAside(db, warning.id, { byId, by, at: deps.clock.now(), reason: given.reason.trim(), until });
    note({
      action: 'indicator.warning-aside',
      record: { kind: 'warning', id: warning.id, name: said?.title ?? warning.id },
      place: placeOfWarning(warning),
      changes: [{ field: 'until', before: null, after: until }],
      reason: given.reason.trim(),
    });
  });
}

/** Takes back what was put aside. */
export async function takeBack(actor: Actor, given: Which, deps: IndicatorDeps): Promise<void> {
  permit(actor, 'indicator.review');
  await recording(deps, actor, async (db, note) => {
    const warning = await lockedWarning(db, actor, given);
    if (warning.state !== 'aside') throw new RefusalError({ code: 'warning-not-aside', field: 'warningId' });
    const [said] = await sayWarnings(db, [warning], () => false);
    await setAside(db, warning.id, null);
    note({
      action: 'indicator.warning-take-back',
      record: { kind: 'warning', id: warning.id, name: said?.title ?? warning.id },
      place: placeOfWarning(warning),
      changes: [{ field: 'until', before: warning.aside?.until ?? null, after: null }],
    });
  });
}

/** A warning in reach that is not over, at the revision that was seen, held until the transaction ends. */
async function lockedWarning(db: IndicatorDb, actor: Actor, { warningId, revision }: Which): Promise<StoredWarning> {
  const warning = await readWarning(db, warningId, 'locked');
  if (warning === undefined || !isWithin(actor, warning)) throw unknown(warningId);
  if (warning.state === 'over') throw new RefusalError({ code: 'warning-over', field: 'warningId' });
  if (warning.revision !== revision)
    throw new RefusalError({ code: 'warning-changed', field: 'revision', given: revision, limit: warning.revision });
  return warning;
}
