import { type Actor, permit } from '../../access/index.ts';
import { type AuditNote, recording, type TakeNote } from '../../audit/index.ts';
import { type Day, isDayText, type Refusal, RefusalError } from '../../kernel/index.ts';
import type { EnterpriseJson } from '../contract.ts';
import { type TitleLevel, titleEnd } from '../domain/index.ts';
import {
  deleteTitle,
  type EnterpriseDb,
  insertChange,
  insertTitle,
  lockTitle,
  putTitleEnd,
  type StoredEnterprise,
  type StoredTitle,
  sameTitle,
  saveTitle,
  settleRows,
  type TitleFacts,
  touchEnterprise,
} from '../store.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { lockEnterprise, recordOf } from './lock.ts';
import { readEnterprise } from './read-enterprise.ts';

/** A title as it is asked for: `endsOn` left out is reckoned from the years that the kind holds. */
export interface TitleAsked {
  readonly kind: string;
  readonly level: TitleLevel;
  readonly number: string;
  readonly givenOn: Day;
  readonly endsOn?: Day | null | undefined;
  readonly edition: string | null;
  readonly source: string;
}

type Of = { readonly enterpriseId: string };
type OfTitle = Of & { readonly titleId: string; readonly revision: number };

/** Notes a title that an enterprise was given. Refuses a kind that there is not, days that cannot be, and the same one twice. */
export async function giveTitle(actor: Actor, asked: TitleAsked & Of, deps: EnterpriseDeps): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, (db, note) => giveTitleInside(db, note, actor, asked, deps));
  return readEnterprise(actor, asked, deps);
}

/**
 * The same inside the transaction in which another slice decides it, by a command that has asked for its own permission; gives
 * the id of the title.
 */
export async function giveTitleInside(
  db: EnterpriseDb,
  note: TakeNote,
  actor: Actor,
  asked: TitleAsked & Of,
  deps: EnterpriseDeps,
): Promise<string> {
  const id = deps.newId();
  await changingInside(db, note, actor, asked.enterpriseId, 'enterprise.give-title', deps, async (row) => {
    const facts = checkedTitle(asked, deps);
    await refuseTwice(db, row.id, facts, null);
    await insertTitle(db, { id, enterpriseId: row.id, ...facts, ...doingOf(deps, actor) });
    return { holdsFrom: facts.givenOn, before: {}, after: { ...facts } };
  });
  return id;
}

/** Puts right what was noted of a title. */
export async function changeTitle(
  actor: Actor,
  asked: TitleAsked & OfTitle & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.change-title', deps, async (db, row) => {
    const title = await lockedTitle(db, row, asked);
    const facts = checkedTitle(asked, deps);
    if (title.ended_on !== null && title.ended_on <= facts.givenOn)
      throw new RefusalError({
        code: 'enterprise-title-days',
        field: 'givenOn',
        given: facts.givenOn,
        limit: title.ended_on,
      });
    await refuseTwice(db, row.id, facts, title.id);
    await saveTitle(db, title.id, facts, doingOf(deps, actor));
    return { holdsFrom: facts.givenOn, before: factsOf(title), after: { ...facts }, reason: asked.reason };
  });
}

/** A title was taken away before its time; without a day: it was not after all. */
export async function endTitle(
  actor: Actor,
  asked: OfTitle & { readonly endedOn: Day | null; readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, (db, note) => endTitleInside(db, note, actor, asked, deps));
  return readEnterprise(actor, asked, deps);
}

/** The same inside the transaction in which another slice decides it, like `giveTitleInside`. */
export async function endTitleInside(
  db: EnterpriseDb,
  note: TakeNote,
  actor: Actor,
  asked: OfTitle & { readonly endedOn: Day | null; readonly reason: string },
  deps: EnterpriseDeps,
): Promise<void> {
  await changingInside(db, note, actor, asked.enterpriseId, 'enterprise.end-title', deps, async (row) => {
    const title = await lockedTitle(db, row, asked);
    const { endedOn, reason } = asked;
    if (endedOn === title.ended_on) throw new RefusalError({ code: 'enterprise-same', field: row.name });
    if (endedOn !== null) refuseEnd(endedOn, title, today(deps));
    await putTitleEnd(db, title.id, { on: endedOn, reason: endedOn === null ? null : reason }, doingOf(deps, actor));
    return {
      holdsFrom: endedOn ?? title.ended_on ?? title.given_on,
      ...{ before: { kind: title.kind, endedOn: title.ended_on }, after: { kind: title.kind, endedOn }, reason },
    };
  });
}

/** Takes out a title that should never have been noted. */
export async function removeTitle(
  actor: Actor,
  asked: OfTitle & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.remove-title', deps, async (db, row) => {
    const title = await lockedTitle(db, row, asked);
    await deleteTitle(db, title.id);
    return { holdsFrom: title.given_on, before: factsOf(title), after: {}, reason: asked.reason };
  });
}

interface Done {
  readonly holdsFrom: Day;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

async function changing(
  actor: Actor,
  enterpriseId: string,
  action: AuditNote['action'],
  deps: EnterpriseDeps,
  work: (db: EnterpriseDb, row: StoredEnterprise) => Promise<Done>,
): Promise<EnterpriseJson> {
  await recording(deps, actor, (db, note) =>
    changingInside(db, note, actor, enterpriseId, action, deps, (row) => work(db, row)),
  );
  return readEnterprise(actor, { enterpriseId }, deps);
}

async function changingInside(
  db: EnterpriseDb,
  note: TakeNote,
  actor: Actor,
  enterpriseId: string,
  action: AuditNote['action'],
  deps: EnterpriseDeps,
  work: (row: StoredEnterprise) => Promise<Done>,
): Promise<void> {
  const row = await lockEnterprise(db, actor, enterpriseId, null);
  const done = await work(row);
  const doing = doingOf(deps, actor);
  const revision = await touchEnterprise(db, row.id, doing);
  await insertChange(db, {
    ...{ id: deps.newId(), enterpriseId: row.id, revision, kind: 'title', parts: ['titles'], ...done, ...doing },
  });
  await settleRows(db, { ids: [row.id] }, today(deps), deps.tags);
  const { reason } = done;
  const changes = [{ field: 'titles', before: done.before, after: done.after }];
  note({ action, ...recordOf(row), changes, ...(reason === undefined ? {} : { reason }) });
}

const factsOf = (title: StoredTitle) => ({
  ...{ kind: title.kind, level: title.level, number: title.number, givenOn: title.given_on, endsOn: title.ends_on },
  ...{ edition: title.edition, source: title.source },
});

function checkedTitle(asked: TitleAsked, deps: Pick<EnterpriseDeps, 'titles' | 'clock'>): TitleFacts {
  const { kind, level, number, givenOn, edition, source } = asked;
  const known = deps.titles.find(({ id }) => id === kind);
  const faults: Refusal[] = [];
  if (known === undefined) faults.push({ code: 'enterprise-title-unknown', field: 'kind', given: kind });
  for (const [field, day] of [
    ['givenOn', givenOn],
    ['endsOn', asked.endsOn],
  ] as const)
    if (typeof day === 'string' && !isDayText(day))
      faults.push({ code: 'day-unknown', field, given: day, limit: 'YYYY-MM-DD' });
  if (faults.length > 0) throw new RefusalError(...faults);
  const day = today(deps);
  if (givenOn > day)
    throw new RefusalError({ code: 'enterprise-day-future', field: 'givenOn', given: givenOn, limit: day });
  const endsOn = asked.endsOn === undefined ? titleEnd(givenOn, known?.yearsValid ?? null) : asked.endsOn;
  if (endsOn !== null && endsOn <= givenOn)
    throw new RefusalError({ code: 'enterprise-title-days', field: 'endsOn', given: endsOn, limit: givenOn });
  return { kind, level, number: number.trim(), givenOn, endsOn, edition, source: source.trim() };
}

async function refuseTwice(
  db: EnterpriseDb,
  enterpriseId: string,
  { kind, givenOn }: TitleFacts,
  but: string | null,
): Promise<void> {
  if ((await sameTitle(db, enterpriseId, kind, givenOn, but)) !== undefined)
    throw new RefusalError({ code: 'enterprise-title-twice', field: 'givenOn', given: givenOn });
}

async function lockedTitle(
  db: EnterpriseDb,
  row: StoredEnterprise,
  { titleId, revision }: OfTitle,
): Promise<StoredTitle> {
  const title = await lockTitle(db, row.id, titleId);
  if (title === undefined) throw new RefusalError({ code: 'enterprise-title-gone', field: 'titleId', given: titleId });
  if (title.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: title.revision });
  return title;
}

function refuseEnd(endedOn: Day, title: StoredTitle, day: Day): void {
  if (!isDayText(endedOn))
    throw new RefusalError({ code: 'day-unknown', field: 'endedOn', given: endedOn, limit: 'YYYY-MM-DD' });
  if (endedOn > day)
    throw new RefusalError({ code: 'enterprise-day-future', field: 'endedOn', given: endedOn, limit: day });
  if (endedOn <= title.given_on)
    throw new RefusalError({ code: 'enterprise-title-days', field: 'endedOn', given: endedOn, limit: title.given_on });
  if (title.ends_on !== null && endedOn >= title.ends_on)
    throw new RefusalError({ code: 'enterprise-title-over', field: 'endedOn', given: endedOn, limit: title.ends_on });
}
