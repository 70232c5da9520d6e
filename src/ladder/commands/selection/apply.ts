import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { loadEnterpriseServer } from '../../../enterprise/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { enqueue } from '../../../notice/index.ts';
import type { SelectionEntryJson } from '../../contract.ts';
import {
  entriesOfEnterprise,
  insertEntry,
  isInside,
  lockRoundRow,
  type RoundRow,
  readEntry,
  readFiles,
  readRoundRow,
  type SelectionDb,
  type StoredEntry,
  saveEntry,
} from '../../store/selection/index.ts';
import { type SelectionDeps, today } from './deps.ts';
import { entryJson, isOwn } from './entry-json.ts';
import { judgedFor } from './judged.ts';
import {
  linkOf,
  lockEntry,
  mayRun,
  placeOf,
  recordOf,
  refuseState,
  roundOrigin,
  tellEntries,
  trace,
} from './shared.ts';

interface Asked {
  readonly roundId: string;
  readonly enterpriseId: string;
  readonly statement: string;
  /** Why it may take part although it does not meet the conditions; only who runs the round can say so. */
  readonly exception?: string | null | undefined;
}

/**
 * Applies for an enterprise: itself, or entered by who runs the round. Refuses before and after the days, from elsewhere, twice,
 * what is held already, and who does not meet the conditions, with what is short.
 */
export async function applyFor(actor: Actor, asked: Asked, deps: SelectionDeps): Promise<SelectionEntryJson> {
  permit(actor, 'enterprise.read');
  const { seenEnterprise } = await loadEnterpriseServer();
  const round = await readRoundRow(deps.db, actor, asked.roundId);
  if (round === undefined)
    throw new RefusalError({ code: 'selection-unknown', field: 'roundId', given: asked.roundId });
  const enterprise = await seenEnterprise(actor, asked.enterpriseId, deps.enterprise);
  const office = mayRun(actor, round);
  const own = isOwn(actor, enterprise.unit_id);
  if (!office && !own)
    throw new RefusalError({ code: 'selection-not-yours', field: 'enterpriseId', given: enterprise.name });
  const id = await recording(deps, actor, async (db, note) => {
    const row = await insideAsSystem(db, () => lockRoundRow(db, round.id));
    if (row === undefined) throw new RefusalError({ code: 'selection-unknown', field: 'roundId', given: round.id });
    refuseState(row, ['applying']);
    refuseDays(row, today(deps));
    if (enterprise.merged_into !== null || enterprise.state !== 'open')
      throw new RefusalError({ code: 'selection-enterprise-gone', field: 'enterpriseId', given: enterprise.name });
    if (!(await isInside(db, { regionId: enterprise.region_id, chainId: enterprise.chain_id }, row)))
      throw new RefusalError({ code: 'selection-outside', field: 'enterpriseId', given: enterprise.name });
    const judged = await judgedFor(
      actor,
      { enterpriseId: enterprise.id, kind: row.title_kind, measures: row.measures, on: today(deps) },
      deps,
      db,
    );
    const exception = office ? (asked.exception ?? null) : null;
    if (judged.standing === 'held')
      throw new RefusalError({ code: 'selection-held', field: 'enterpriseId', given: enterprise.name });
    if (judged.verdict === 'unmet' && exception === null)
      throw new RefusalError({
        ...{ code: 'selection-not-met', field: 'enterpriseId', given: enterprise.name },
        limit: judged.gaps.slice(0, 5).join('；') || '条件不满足',
      });
    const at = deps.clock.now();
    const content = {
      ...{ name: enterprise.name, code: enterprise.code, region_id: enterprise.region_id, unit_id: enterprise.unit_id },
      ...{ by_itself: own, statement: asked.statement, state: 'applied' as const, state_reason: null, exception },
      ...{ verdict: judged.verdict, gaps: judged.gaps, missing: judged.missing },
      ...{ applied_at: at, applied_by_id: actor.id, applied_by: actor.name, changed_at: at },
    };
    const before = (await entriesOfEnterprise(db, enterprise.id)).find(({ round_id }) => round_id === row.id);
    if (before !== undefined && before.state !== 'withdrawn')
      throw new RefusalError({ code: 'selection-twice', field: 'enterpriseId', given: enterprise.name });
    const entryId = before?.id ?? deps.newId();
    if (before === undefined)
      await insertEntry(db, {
        ...{
          id: entryId,
          round_id: row.id,
          enterprise_id: enterprise.id,
          ...content,
          frozen: null,
          quantitative: null,
        },
        ...{ chosen: null, chosen_reason: null, title_id: null },
      });
    else await saveEntry(db, entryId, content);
    const how = exception === null ? '' : `，破格：${exception}`;
    await trace(db, deps, actor, row.id, `${enterprise.name}申报${own ? '' : '（代录）'}${how}`);
    if (own)
      await enqueue(db, deps, {
        ...{ key: `selection:${row.id}:${entryId}:applied:${at}`, kind: 'progress', link: linkOf(row.id) },
        ...{ title: `有企业申报：${row.name}`, text: `${enterprise.name}已经申报。`, origin: roundOrigin(row.id) },
        to: [{ to: 'holders', permission: 'ladder.select', place: placeOf(row) }],
      });
    note({
      action: 'ladder.apply',
      ...recordOf(row),
      changes: [{ field: 'enterprises', before: null, after: enterprise.name }],
    });
    return entryId;
  });
  return freshEntry(actor, id, deps);
}

/** The application after it was changed, as its page shows it. */
export async function freshEntry(actor: Actor, entryId: string, deps: SelectionDeps): Promise<SelectionEntryJson> {
  const entry = await readEntry(deps.db, entryId);
  const round = entry === undefined ? undefined : await readRoundRow(deps.db, actor, entry.round_id);
  if (entry === undefined || round === undefined)
    throw new RefusalError({ code: 'selection-entry-unknown', field: 'entryId', given: entryId });
  return entryJson(actor, entry, round, await readFiles(deps.db, [entryId]));
}

function refuseDays(round: Pick<RoundRow, 'apply_from' | 'apply_to'>, day: string): void {
  if (day < round.apply_from)
    throw new RefusalError({ code: 'selection-not-yet', field: 'applyFrom', given: round.apply_from });
  if (day > round.apply_to) throw new RefusalError({ code: 'selection-over', field: 'applyTo', given: round.apply_to });
}

type OfEntry = { readonly entryId: string };

/** An application that its own enterprise or who runs the round may change now; within the days. */
export async function lockOwnEntry(
  db: SelectionDb,
  actor: Actor,
  entryId: string,
  deps: SelectionDeps,
): Promise<{ readonly entry: StoredEntry; readonly round: RoundRow }> {
  const held = await lockEntry(db, entryId, 'applying');
  const { entry, round } = held;
  if (!mayRun(actor, round) && !isOwn(actor, entry.unit_id))
    throw new RefusalError({ code: 'selection-not-yours', field: 'entryId', given: entry.name });
  if (entry.state !== 'applied')
    throw new RefusalError({ code: 'selection-entry-out', field: 'entryId', given: entry.name });
  refuseDays(round, today(deps));
  return held;
}

/** Changes what is said for it. */
export async function changeEntry(
  actor: Actor,
  { entryId, revision, statement }: OfEntry & { readonly revision: number; readonly statement: string },
  deps: SelectionDeps,
): Promise<SelectionEntryJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const { entry, round } = await lockOwnEntry(db, actor, entryId, deps);
    if (entry.revision !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: entry.revision });
    await saveEntry(db, entryId, { statement, changed_at: deps.clock.now() });
    note({ action: 'ladder.change-entry', ...recordOf(round) });
  });
  return freshEntry(actor, entryId, deps);
}

/** Takes an application back; within the days it can be made again. */
export async function withdrawEntry(
  actor: Actor,
  { entryId, reason }: OfEntry & { readonly reason: string },
  deps: SelectionDeps,
): Promise<SelectionEntryJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const { entry, round } = await lockOwnEntry(db, actor, entryId, deps);
    await saveEntry(db, entryId, { state: 'withdrawn', state_reason: reason, changed_at: deps.clock.now() });
    await trace(db, deps, actor, round.id, `${entry.name}撤回申报：${reason}`);
    note({ action: 'ladder.withdraw-entry', ...recordOf(round), reason });
  });
  return freshEntry(actor, entryId, deps);
}

/** Does not take an application on, with the reason; while applications are taken, or while experts look at them. */
export async function turnAway(
  actor: Actor,
  { entryId, reason }: OfEntry & { readonly reason: string },
  deps: SelectionDeps,
): Promise<SelectionEntryJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const { entry, round } = await lockEntry(db, entryId, 'applying', 'scoring');
    if (!mayRun(actor, round))
      throw new RefusalError({ code: 'selection-entry-unknown', field: 'entryId', given: entryId });
    if (entry.state !== 'applied')
      throw new RefusalError({ code: 'selection-entry-out', field: 'entryId', given: entry.name });
    await saveEntry(db, entryId, { state: 'turned-away', state_reason: reason, changed_at: deps.clock.now() });
    await tellEntries(db, deps, round, [entry], {
      ...{ key: 'turned-away', title: `申报没有受理：${round.name}`, text: () => `原因：${reason}` },
    });
    await trace(db, deps, actor, round.id, `不予受理${entry.name}：${reason}`);
    note({ action: 'ladder.turn-away', ...recordOf(round), reason });
  });
  return freshEntry(actor, entryId, deps);
}
