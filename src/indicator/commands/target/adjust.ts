import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { TargetJson } from '../../contract.ts';
import { type Adjustment, adjust } from '../../domain/decompose/adjust.ts';
import {
  decideAsked,
  type IndicatorDb,
  insertAdjustment,
  readAdjustments,
  readDefinitions,
  readTargetsById,
  type StoredTarget,
  touchTarget,
} from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';
import { holdTarget, mustAnswerFor } from './find.ts';
import { noteOf } from './hand-down.ts';
import { readTarget } from './read-target.ts';
import { askApproval, tellDecided } from './tell.ts';

interface Asked {
  readonly holdsOn: string;
  readonly value: number;
  readonly reason: string;
}

/**
 * Asks for another value from a day on; a second person approves it. Only whoever answers for the target: those who handed it
 * down. Refuses a day before the last change, the value that holds already, and a second one while one waits.
 */
export async function askAdjustment(
  actor: Actor,
  targetId: string,
  { holdsOn, value, reason }: Asked,
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  await recording(deps, actor, async (db, note) => {
    const stored = await holdTarget(actor, targetId, db);
    await mustAnswerFor(actor, stored, db);
    const wanted = { on: holdsOn, value: BigInt(value), reason, approver: actor.name };
    const before = lastOf(stored);
    mustFit(stored, wanted);
    const row = {
      ...{ id: deps.newId(), targetId, holdsOn, before, value: wanted.value, reason, askedAt: deps.clock.now() },
      askedBy: { id: actor.id, name: actor.name },
    };
    if (!(await insertAdjustment(db, row)))
      throw new RefusalError({ code: 'target-adjustment-waits', field: 'targetId', given: targetId });
    await askApproval(db, deps, actor, await aboutOf(db, stored), row);
    noteOf(note, 'target.ask-adjustment', stored, [{ field: 'value', before: `${before}`, after: `${value}` }], reason);
  });
  return readTarget(actor, targetId, deps);
}

/** What the last adjustment left, on whatever day it begins. */
const lastOf = ({ ledger }: StoredTarget): bigint => ledger.adjustments.at(-1)?.value ?? ledger.first.value;

const codes = {
  'reason-missing': 'target-adjustment-reason-missing',
  'approver-missing': 'target-adjustment-approver-missing',
  'date-invalid': 'target-adjustment-date-invalid',
  'date-too-early': 'target-adjustment-date-too-early',
  'value-unchanged': 'target-adjustment-value-unchanged',
} as const;

/** Refuses what the ledger does not take, and a range whose lower end would be above the upper. */
function mustFit({ ledger, target }: StoredTarget, wanted: Adjustment): void {
  const found = adjust(ledger, wanted);
  if (!found.ok)
    throw new RefusalError(
      ...found.faults.map((fault) => ({
        ...{ code: codes[fault.code], field: fault.code.startsWith('date') ? 'holdsOn' : 'value' },
        ...('given' in fault && { given: `${fault.given}` }),
        ...('limit' in fault && { limit: fault.limit }),
      })),
    );
  if (target.value2 !== null && wanted.value > target.value2)
    throw new RefusalError({
      code: 'target-adjustment-range',
      field: 'value',
      given: `${wanted.value}`,
      limit: `${target.value2}`,
    });
}

/**
 * A second person approves an adjustment, or does not and says why. Refuses whoever asked for it (`target-second-person`),
 * whoever does not answer for the target, and one that is decided already.
 */
export async function decideAdjustment(
  actor: Actor,
  which: { readonly targetId: string; readonly id: string },
  { approve, words }: { readonly approve: boolean; readonly words: string },
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  if (!approve && words.trim().length < 2)
    throw new RefusalError({ code: 'target-reason-missing', field: 'words', given: words });
  await recording(deps, actor, async (db, note) => {
    const stored = await holdTarget(actor, which.targetId, db);
    await mustAnswerFor(actor, stored, db);
    const asked = (await readAdjustments(db, which.targetId)).find(
      ({ id, state }) => id === which.id && state === 'asked',
    );
    if (asked === undefined) throw new RefusalError({ code: 'target-nothing-asked', field: 'id', given: which.id });
    if (asked.askedBy.id === actor.id)
      throw new RefusalError({ code: 'target-second-person', field: 'id', given: actor.name });
    const { holdsOn, value, reason } = asked;
    if (approve) mustFit(stored, { on: holdsOn, value, reason, approver: actor.name });
    const number = approve ? stored.ledger.adjustments.length + 1 : null;
    const decided = { number, words, by: { id: actor.id, name: actor.name }, at: deps.clock.now() };
    if (!(await decideAsked(db, which, decided)))
      throw new RefusalError({ code: 'target-nothing-asked', field: 'id', given: which.id });
    await touchTarget(db, which.targetId, {});
    const told = { id: asked.id, approved: approve, value, askedBy: asked.askedBy.id, words };
    await tellDecided(db, deps, actor, await aboutOf(db, stored), told);
    const action = approve ? 'target.approve-adjustment' : 'target.refuse-adjustment';
    noteOf(
      note,
      action,
      stored,
      [{ field: 'value', before: `${asked.before}`, after: `${value}` }],
      approve ? reason : words,
    );
  });
  return readTarget(actor, which.targetId, deps);
}

/** What those are told who have to do with it. */
export async function aboutOf(db: IndicatorDb, stored: StoredTarget) {
  const [parent] = stored.parentId === null ? [] : await readTargetsById(db, [stored.parentId]);
  const [found] = await readDefinitions(db, [stored.target.indicatorId]);
  return { stored, definition: found?.definition, above: (parent ?? stored).target.place };
}
