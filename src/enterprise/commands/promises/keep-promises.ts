import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Day, isDayText, type Refusal, RefusalError } from '../../../kernel/index.ts';
import { closeWork, type WorkOrigin } from '../../../work/index.ts';
import type { EnterprisePromiseJson } from '../../contract.ts';
import { promiseKindOf, promiseStateNames } from '../../domain/index.ts';
import {
  deletePromise,
  type EnterpriseDb,
  insertChange,
  insertPromise,
  known,
  lockPromiseRow,
  type PromiseFacts,
  putOutcome,
  type StoredPromise,
  savePromise,
  touchEnterprise,
} from '../../store.ts';
import { doingOf, type EnterpriseDeps, today } from '../deps.ts';
import { lockEnterprise, recordOf } from '../lock.ts';
import { reachesEnterprise, readPromise } from './list-promises.ts';

export const originOf = (promiseId: string): WorkOrigin => ({ slice: 'enterprise', kind: 'promise', id: promiseId });

/** Writes down what was promised. Refuses a kind that the side does not promise, days that cannot be, and an unknown unit. */
export async function addPromise(
  actor: Actor,
  asked: PromiseFacts & { readonly enterpriseId: string },
  deps: EnterpriseDeps,
): Promise<EnterprisePromiseJson> {
  permit(actor, 'enterprise.keep');
  const id = deps.newId();
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, asked.enterpriseId, null);
    const facts = await checkedPromise(db, asked, today(deps));
    await insertPromise(db, { id, enterpriseId: row.id, enterpriseName: row.name, ...facts, ...doingOf(deps, actor) });
    await writeChange(db, actor, row.id, { holdsFrom: facts.signedOn, before: {}, after: { ...facts } }, deps);
    note({
      action: 'enterprise.add-promise',
      ...recordOf(row),
      changes: [{ field: 'promise', before: null, after: { ...facts } }],
    });
  });
  return readPromise(actor, id, deps);
}

type OfPromise = { readonly promiseId: string; readonly revision: number };

/** Puts right what was written down. */
export async function changePromise(
  actor: Actor,
  asked: PromiseFacts & OfPromise & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterprisePromiseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, async (db, note) => {
    const promise = await keptPromise(db, actor, asked, deps);
    const row = await lockEnterprise(db, actor, promise.enterprise_id, null);
    const facts = await checkedPromise(db, asked, today(deps));
    const before = factsOf(promise);
    if (JSON.stringify(before) === JSON.stringify(facts))
      throw new RefusalError({ code: 'enterprise-same', field: promise.words });
    await savePromise(db, promise.id, facts, doingOf(deps, actor));
    // Whom to ask, and when, may have become another.
    await closeWork(db, deps, actor, { origin: originOf(promise.id), outcome: '承诺已更正', state: 'withdrawn' });
    const { reason } = asked;
    await writeChange(db, actor, row.id, { holdsFrom: facts.signedOn, before, after: { ...facts }, reason }, deps);
    const changes = [{ field: 'promise', before, after: { ...facts } }];
    note({ action: 'enterprise.change-promise', ...recordOf(row), changes, reason });
  });
  return readPromise(actor, asked.promiseId, deps);
}

/** Takes out what should never have been written down. */
export async function removePromise(
  actor: Actor,
  asked: OfPromise & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<{ removed: true }> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, async (db, note) => {
    const promise = await keptPromise(db, actor, asked, deps);
    const row = await lockEnterprise(db, actor, promise.enterprise_id, null);
    await deletePromise(db, promise.id);
    await closeWork(db, deps, actor, { origin: originOf(promise.id), outcome: '承诺已删去', state: 'withdrawn' });
    const { reason } = asked;
    const before = factsOf(promise);
    await writeChange(db, actor, row.id, { holdsFrom: promise.signed_on, before, after: {}, reason }, deps);
    const changes = [{ field: 'promise', before, after: null }];
    note({ action: 'enterprise.remove-promise', ...recordOf(row), changes, reason });
  });
  return { removed: true };
}

/** Says how a promise came out, with the ground; without an outcome: it is open again. The unit that has to do with it may, too. */
export async function settlePromise(
  actor: Actor,
  asked: OfPromise & {
    readonly outcome: 'kept' | 'broken' | null;
    readonly on: Day;
    readonly words: string;
    readonly amount: number | null;
  },
  deps: EnterpriseDeps,
): Promise<EnterprisePromiseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, async (db, note) => {
    const promise = await lockedPromise(db, actor, asked, deps);
    const { outcome, on, amount } = asked;
    const words = asked.words.trim();
    if (!isDayText(on)) throw new RefusalError({ code: 'day-unknown', field: 'on', given: on, limit: 'YYYY-MM-DD' });
    const day = today(deps);
    if (on > day) throw new RefusalError({ code: 'enterprise-day-future', field: 'on', given: on, limit: day });
    if (on < promise.signed_on)
      throw new RefusalError({ code: 'enterprise-promise-days', field: 'on', given: on, limit: promise.signed_on });
    if (outcome === null && promise.outcome === null)
      throw new RefusalError({ code: 'enterprise-same', field: promise.words });
    const settled = outcome === null ? { on: null, words: null, amount: null } : { on, words, amount };
    await putOutcome(db, promise.id, { outcome, ...settled });
    const told = outcome === null ? '结果已收回' : `${promiseStateNames[outcome]}：${words}`;
    await closeWork(db, deps, actor, { origin: originOf(promise.id), outcome: told });
    const before = { words: promise.words, outcome: promise.outcome };
    const after = { words: promise.words, outcome };
    // The unit that keeps a promise writes into a file that may be none of its own.
    await insideAsSystem(db, () =>
      writeChange(db, actor, promise.enterprise_id, { holdsFrom: on, before, after, reason: words }, deps),
    );
    note({
      action: 'enterprise.settle-promise',
      record: { kind: 'enterprise', id: promise.enterprise_id, name: promise.enterprise_name },
      place: { regionId: promise.region_id, unitId: promise.own_unit_id, chainId: promise.chain_id },
      changes: [{ field: 'outcome', before: promise.outcome, after: outcome }],
      reason: words,
    });
  });
  return readPromise(actor, asked.promiseId, deps);
}

const factsOf = (row: StoredPromise): PromiseFacts & Readonly<Record<string, unknown>> => ({
  ...{ side: row.side, kind: row.kind, words: row.words, unitId: row.unit_id, signedOn: row.signed_on },
  ...{ dueOn: row.due_on, amount: row.amount, year: row.year, source: row.source },
});

async function lockedPromise(
  db: EnterpriseDb,
  actor: Actor,
  { promiseId, revision }: OfPromise,
  deps: EnterpriseDeps,
): Promise<StoredPromise> {
  const row = await lockPromiseRow(db, actor, promiseId, today(deps));
  if (row === undefined)
    throw new RefusalError({ code: 'enterprise-promise-unknown', field: 'promiseId', given: promiseId });
  if (row.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: row.revision });
  return row;
}

/** One whose enterprise is in reach: what was promised is written by whoever keeps the file. */
async function keptPromise(
  db: EnterpriseDb,
  actor: Actor,
  asked: OfPromise,
  deps: EnterpriseDeps,
): Promise<StoredPromise> {
  const row = await lockedPromise(db, actor, asked, deps);
  if (!reachesEnterprise(actor, row))
    throw new RefusalError({ code: 'enterprise-promise-unknown', field: 'promiseId', given: asked.promiseId });
  return row;
}

async function checkedPromise(db: EnterpriseDb, asked: PromiseFacts, day: Day): Promise<PromiseFacts> {
  const { side, kind, unitId, signedOn, dueOn, amount, year } = asked;
  const { sides, unit, measure } = promiseKindOf(kind);
  const faults: Refusal[] = [];
  if (!sides.includes(side)) faults.push({ code: 'enterprise-promise-side', field: 'kind', given: kind, limit: side });
  for (const [field, given] of [
    ['signedOn', signedOn],
    ['dueOn', dueOn],
  ] as const)
    if (!isDayText(given)) faults.push({ code: 'day-unknown', field, given, limit: 'YYYY-MM-DD' });
  if (faults.length > 0) throw new RefusalError(...faults);
  if (signedOn > day) faults.push({ code: 'enterprise-day-future', field: 'signedOn', given: signedOn, limit: day });
  if (dueOn < signedOn) faults.push({ code: 'enterprise-promise-days', field: 'dueOn', given: dueOn, limit: signedOn });
  if (unit === null && amount !== null)
    faults.push({ code: 'enterprise-promise-amount', field: 'amount', given: amount });
  const byYear = measure !== null && measure !== 'grants';
  if (byYear && (amount === null || year === null)) faults.push({ code: 'enterprise-promise-figure', field: 'amount' });
  if (!(await known(db, 'unit', [unitId])).has(unitId))
    faults.push({ code: 'unit-unknown', field: 'unitId', given: unitId });
  if (faults.length > 0) throw new RefusalError(...faults);
  const [words, source] = [asked.words.trim(), asked.source.trim()];
  return { side, kind, words, unitId, signedOn, dueOn, amount, year: byYear ? year : null, source };
}

interface PromiseChange {
  readonly holdsFrom: Day;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

async function writeChange(
  db: EnterpriseDb,
  actor: Actor,
  enterpriseId: string,
  done: PromiseChange,
  deps: EnterpriseDeps,
): Promise<void> {
  const doing = doingOf(deps, actor);
  const revision = await touchEnterprise(db, enterpriseId, doing);
  const change = { id: deps.newId(), enterpriseId, revision, kind: 'promise', parts: ['promises'] } as const;
  await insertChange(db, { ...change, ...done, ...doing });
}
