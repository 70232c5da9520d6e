import type { SourceText } from '../../document/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { Page } from '../domain/draft/place.ts';
import { type PlanDb, type PlanRecord, readPlan, readSourceText, readVersion, type StoredVersion } from '../store.ts';

/** The plan with this id; refused when there is none. */
export async function loadPlan(db: PlanDb, planId: string): Promise<PlanRecord> {
  const plan = await readPlan(db, planId);
  if (plan === undefined) throw new RefusalError({ code: 'plan-unknown', field: 'planId', given: planId });
  return plan;
}

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
