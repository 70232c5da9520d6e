import { type Actor, permit } from '../../access/index.ts';
import { recording, type TakeNote } from '../../audit/index.ts';
import { type Day, isDayText, RefusalError } from '../../kernel/index.ts';
import type { EnterpriseChangeJson, EnterpriseJson } from '../contract.ts';
import {
  changed,
  corrected,
  type EnterpriseContent,
  enterpriseParts,
  heldOn,
  nowOf,
  type Patch,
  partsChanged,
} from '../domain/index.ts';
import {
  type EnterpriseDb,
  insertChange,
  putSpans,
  readHistory,
  type StoredEnterprise,
  saveEnterprise,
  settleRows,
} from '../store.ts';
import { checkedContent } from './content.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { lockEnterprise, recordOf } from './lock.ts';
import { readEnterprise } from './read-enterprise.ts';

interface Asked {
  readonly enterpriseId: string;
  readonly revision: number;
  readonly change: EnterpriseChangeJson;
}

/**
 * The enterprise became something else on a day: a new name, code, address, region. What it was until then stays in its
 * history, and a name that it had is a name that it is found by. Refuses a day to come, one before the enterprise was, what
 * nothing changes, and what may not be.
 */
export async function changeEnterprise(
  actor: Actor,
  asked: Asked & { readonly holdsFrom: Day; readonly reason?: string | undefined },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, asked.enterpriseId, asked.revision);
    const { change, holdsFrom, reason } = asked;
    await applyChange(db, actor, row, { kind: 'changed', change, holdsFrom, reason }, deps, note);
  });
  return readEnterprise(actor, { enterpriseId: asked.enterpriseId }, deps);
}

/** Puts right what was written down wrongly, now and back to where it was written; says why. */
export async function correctEnterprise(
  actor: Actor,
  asked: Asked & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, asked.enterpriseId, asked.revision);
    const { change, reason } = asked;
    await applyChange(db, actor, row, { kind: 'corrected', change, holdsFrom: row.since, reason }, deps, note);
  });
  return readEnterprise(actor, { enterpriseId: asked.enterpriseId }, deps);
}

export interface Applied {
  readonly kind: 'changed' | 'corrected';
  readonly change: Patch;
  readonly holdsFrom: Day;
  readonly reason?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Works a change into the history of a locked enterprise; gives the parts that are another now or were on some day. */
export async function applyChange(
  db: EnterpriseDb,
  actor: Actor,
  row: StoredEnterprise,
  asked: Applied,
  deps: EnterpriseDeps,
  note: TakeNote,
): Promise<readonly string[]> {
  const day = today(deps);
  const history = await readHistory(db, row);
  if (asked.kind === 'changed') refuseDay(asked.holdsFrom, asked.change.foundedOn ?? row.founded_on, day);
  const was = (asked.kind === 'changed' ? heldOn(history, asked.holdsFrom) : nowOf(history)) ?? history[0];
  const patch = await checkedPatch(db, actor, row, asked, was.content, deps);
  const parts = partsChanged(was.content, patch);
  if (parts.length === 0) throw new RefusalError({ code: 'enterprise-same', field: row.name });
  const next = asked.kind === 'changed' ? changed(history, asked.holdsFrom, patch) : corrected(history, patch);
  const { from: since, content } = nowOf(next);
  const doing = doingOf(deps, actor);
  await putSpans(db, row.id, next);
  const revision = await saveEnterprise(db, { id: row.id, content, since, ...doing });
  const of = (from: EnterpriseContent) => Object.fromEntries(parts.map((part) => [part, from[part]]));
  const [before, after] = [of(was.content), of({ ...was.content, ...patch })];
  await insertChange(db, {
    ...{ id: deps.newId(), enterpriseId: row.id, revision, kind: asked.kind, holdsFrom: asked.holdsFrom, parts },
    ...{ before, after, reason: asked.reason, requestId: asked.requestId, ...doing },
  });
  await settleRows(db, { ids: [row.id] }, day, deps.tags);
  note({
    action: asked.kind === 'changed' ? 'enterprise.change' : 'enterprise.correct',
    ...recordOf(row),
    changes: parts.map((field) => ({ field, before: before[field], after: after[field] })),
    ...(asked.reason === undefined || asked.reason === '' ? {} : { reason: asked.reason }),
  });
  return parts;
}

/** Refuses a day that the calendar has not, one to come, and one before the enterprise was. */
export function refuseDay(holdsFrom: Day, foundedOn: Day | null, day: Day): void {
  if (!isDayText(holdsFrom))
    throw new RefusalError({ code: 'day-unknown', field: 'holdsFrom', given: holdsFrom, limit: 'YYYY-MM-DD' });
  if (holdsFrom > day)
    throw new RefusalError({ code: 'enterprise-day-future', field: 'holdsFrom', given: holdsFrom, limit: day });
  if (foundedOn !== null && holdsFrom < foundedOn)
    throw new RefusalError({ code: 'enterprise-day-early', field: 'holdsFrom', given: holdsFrom, limit: foundedOn });
}

/** The parts of a change as they are stored: checked as part of what stood there, with the old name kept for finding. */
async function checkedPatch(
  db: EnterpriseDb,
  actor: Actor,
  row: StoredEnterprise,
  { change, kind }: Applied,
  was: EnterpriseContent,
  deps: EnterpriseDeps,
): Promise<Patch> {
  const renamed =
    kind === 'changed' && change.name !== undefined && change.name !== was.name && change.otherNames === undefined;
  const asked: Patch = renamed ? { ...change, otherNames: [...was.otherNames, was.name] } : change;
  const withCode: Patch =
    asked.code !== undefined && asked.codeReason === undefined ? { ...asked, codeReason: null } : asked;
  const content = await checkedContent(db, actor, { ...was, ...withCode }, { id: row.id, before: was }, deps);
  return Object.fromEntries(
    enterpriseParts.filter((part) => withCode[part] !== undefined).map((part) => [part, content[part]]),
  );
}
