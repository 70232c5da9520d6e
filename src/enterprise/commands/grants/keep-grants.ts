import { type Actor, permit } from '../../../access/index.ts';
import { type AuditNote, recording } from '../../../audit/index.ts';
import { type Day, isDayText, type Refusal, RefusalError } from '../../../kernel/index.ts';
import type { EnterpriseGrantsJson } from '../../contract.ts';
import {
  deleteGrant,
  type EnterpriseDb,
  type GrantFacts,
  insertChange,
  insertGrant,
  lockGrant,
  type StoredEnterprise,
  type StoredGrant,
  sameGrants,
  saveGrant,
  touchEnterprise,
} from '../../store.ts';
import { doingOf, type EnterpriseDeps, type FilePartDeps, today } from '../deps.ts';
import { lockEnterprise, recordOf } from '../lock.ts';
import { listGrants } from './list-grants.ts';

type Of = { readonly enterpriseId: string };
type OfGrant = Of & { readonly grantId: string; readonly revision: number; readonly reason: string };

/** Notes what an enterprise was granted. Refuses an unknown clause, days that cannot be, and the same one twice. */
export async function addGrant(
  actor: Actor,
  asked: GrantFacts & Of,
  deps: FilePartDeps,
): Promise<EnterpriseGrantsJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.add-grant', deps, async (db, row) => {
    const facts = checkedGrant(asked, deps);
    await refuseTwice(db, row.id, facts, null);
    await insertGrant(db, { id: deps.newId(), enterpriseId: row.id, ...facts, ...doingOf(deps, actor) });
    return { holdsFrom: facts.grantedOn, before: {}, after: { ...facts } };
  });
}

/** Puts right what was noted; what stood there stays in the history of the enterprise. */
export async function changeGrant(
  actor: Actor,
  asked: GrantFacts & OfGrant,
  deps: FilePartDeps,
): Promise<EnterpriseGrantsJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.change-grant', deps, async (db, row) => {
    const grant = await lockedGrant(db, row, asked);
    const facts = checkedGrant(asked, deps);
    const before = factsOf(grant);
    if (JSON.stringify(before) === JSON.stringify(facts))
      throw new RefusalError({ code: 'enterprise-same', field: grant.title });
    await refuseTwice(db, row.id, facts, grant.id);
    await saveGrant(db, grant.id, facts, doingOf(deps, actor));
    return { holdsFrom: facts.grantedOn, before, after: { ...facts }, reason: asked.reason };
  });
}

/** Takes out what should never have been noted. */
export async function removeGrant(actor: Actor, asked: OfGrant, deps: FilePartDeps): Promise<EnterpriseGrantsJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.remove-grant', deps, async (db, row) => {
    const grant = await lockedGrant(db, row, asked);
    await deleteGrant(db, grant.id);
    return { holdsFrom: grant.granted_on, before: factsOf(grant), after: {}, reason: asked.reason };
  });
}

export interface GrantChange {
  readonly holdsFrom: Day;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

async function changing(
  actor: Actor,
  enterpriseId: string,
  action: AuditNote['action'],
  deps: FilePartDeps,
  work: (db: EnterpriseDb, row: StoredEnterprise) => Promise<GrantChange>,
): Promise<EnterpriseGrantsJson> {
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, enterpriseId, null);
    const done = await work(db, row);
    await writeGrantChange(db, actor, row.id, done, deps);
    const changes = [{ field: 'grant', before: done.before, after: done.after }];
    note({ action, ...recordOf(row), changes, ...(done.reason === undefined ? {} : { reason: done.reason }) });
  });
  return listGrants(actor, { enterpriseId }, deps);
}

/** Leaves the trace in the history of the enterprise. */
export async function writeGrantChange(
  db: EnterpriseDb,
  actor: Actor,
  enterpriseId: string,
  done: GrantChange,
  deps: EnterpriseDeps,
): Promise<void> {
  const doing = doingOf(deps, actor);
  const revision = await touchEnterprise(db, enterpriseId, doing);
  const change = { id: deps.newId(), enterpriseId, revision, kind: 'grant', parts: ['grants'] } as const;
  await insertChange(db, { ...change, ...done, ...doing });
}

export const factsOf = (grant: StoredGrant): GrantFacts & Readonly<Record<string, unknown>> => ({
  ...{ clause: grant.clause, title: grant.title, docNumber: grant.doc_number, grantedOn: grant.granted_on },
  ...{ amountFen: grant.amount_fen, payer: grant.payer, paidYear: grant.paid_year, source: grant.source },
});

/** The facts of a grant, cleaned; refuses what cannot be. */
function checkedGrant(asked: GrantFacts, deps: Pick<FilePartDeps, 'clauses' | 'clock'>): GrantFacts {
  const facts = cleanedGrant(asked);
  const faults = grantFaults(facts, deps);
  if (faults.length > 0) throw new RefusalError(...faults);
  return facts;
}

export const cleanedGrant = (asked: GrantFacts): GrantFacts => ({
  ...{ clause: asked.clause, title: asked.title.trim(), docNumber: asked.docNumber.trim() },
  ...{ grantedOn: asked.grantedOn, amountFen: asked.amountFen, payer: asked.payer.trim() },
  ...{ paidYear: asked.paidYear, source: asked.source.trim() },
});

/** Everything that is wrong with a grant by itself. */
export function grantFaults(
  { clause, grantedOn, paidYear }: GrantFacts,
  deps: Pick<FilePartDeps, 'clauses' | 'clock'>,
): Refusal[] {
  const day = today(deps);
  const faults: Refusal[] = [];
  if (clause !== null && !deps.clauses().has(clause))
    faults.push({ code: 'enterprise-clause-unknown', field: 'clause', given: clause });
  if (!isDayText(grantedOn))
    faults.push({ code: 'day-unknown', field: 'grantedOn', given: grantedOn, limit: 'YYYY-MM-DD' });
  else if (grantedOn > day)
    faults.push({ code: 'enterprise-day-future', field: 'grantedOn', given: grantedOn, limit: day });
  const year = Number(day.slice(0, 4));
  if (paidYear !== null && (!Number.isInteger(paidYear) || paidYear < 1990 || paidYear > year))
    faults.push({ code: 'enterprise-grant-year', field: 'paidYear', given: paidYear, limit: year });
  return faults;
}

async function refuseTwice(
  db: EnterpriseDb,
  enterpriseId: string,
  facts: GrantFacts,
  but: string | null,
): Promise<void> {
  const { title, grantedOn, payer } = facts;
  const same = await sameGrants(db, [{ enterpriseId, title, grantedOn, payer }]);
  if (same.some(({ id }) => id !== but))
    throw new RefusalError({ code: 'enterprise-grant-twice', field: 'title', given: title, limit: grantedOn });
}

async function lockedGrant(
  db: EnterpriseDb,
  row: StoredEnterprise,
  { grantId, revision }: Pick<OfGrant, 'grantId' | 'revision'>,
): Promise<StoredGrant> {
  const grant = await lockGrant(db, row.id, grantId);
  if (grant === undefined) throw new RefusalError({ code: 'enterprise-grant-gone', field: 'grantId', given: grantId });
  if (grant.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: grant.revision });
  return grant;
}
