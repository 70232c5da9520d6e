import { type Actor, covers } from '../../access/index.ts';
import type { SourceText } from '../../document/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { Page } from '../domain/draft/place.ts';
import { type PlanDb, type PlanRecord, readPlan, readSourceText, readVersion, type StoredVersion } from '../store.ts';

/** How much of a plan somebody is to see: all of it with its drafts, or what is published. */
export type Sight = 'whole' | 'published';

/** True when all of a plan is in the actor's reach; else at most its editions are. */
export const seesWhole = (actor: Actor, { place }: PlanRecord): boolean => covers(actor.reach, place);

/**
 * The plan with this id. Refused, as if there were none, when it is not in the actor's reach; to see what is published
 * it is enough that it was published for the actor's region or one above it.
 */
export async function loadPlan(db: PlanDb, actor: Actor, planId: string, sight: Sight = 'whole'): Promise<PlanRecord> {
  const plan = await readPlan(db, planId);
  if (plan !== undefined && (seesWhole(actor, plan) || (sight === 'published' && isForAll(actor, plan)))) return plan;
  throw new RefusalError({ code: 'plan-unknown', field: 'planId', given: planId });
}

const isForAll = (actor: Actor, { place, latestEdition }: PlanRecord): boolean =>
  latestEdition !== null && place.regionId !== null && actor.reach.above.has(place.regionId);

/** The open draft of a plan; refused when it has none. */
export async function loadDraft(db: PlanDb, planId: string): Promise<StoredVersion> {
  const draft = await readVersion(db, planId, 'draft');
  if (draft === undefined) throw new RefusalError({ code: 'draft-missing', field: 'planId', given: planId });
  return draft;
}

/** An edition of a plan; refused when there is none of this number. */
export async function loadEdition(db: PlanDb, planId: string, number: number): Promise<StoredVersion> {
  const edition = await readVersion(db, planId, number);
  if (edition === undefined) throw new RefusalError({ code: 'edition-unknown', field: 'number', given: number });
  return edition;
}

/** The stretch of the file that a version is about. */
export const pageOf = ({ source, structure }: StoredVersion, text: SourceText): Page => ({
  start: source.start,
  end: source.end,
  text: text.text.slice(source.start, source.end),
  outline: structure.outline,
});

export const loadText = (db: PlanDb, version: StoredVersion): Promise<SourceText> =>
  readSourceText(db, version.source.id);
