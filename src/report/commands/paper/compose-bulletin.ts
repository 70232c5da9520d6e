import { sm3 } from '../../../../platform/digest/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError, type Result, shifted, yearBefore } from '../../../kernel/index.ts';
import { canonicalText } from '../../../task/index.ts';
import type { BulletinJson } from '../../contract.ts';
import {
  type BulletinFacts,
  type BulletinKind,
  bulletinKindNames,
  type CourseCycle,
  checkSign,
  compose,
  contentOf,
  isOfUnit,
} from '../../domain/index.ts';
import {
  type CycleChoice,
  frozenCycles,
  insertBulletin,
  insertEdit,
  listTemplates,
  type ReportDb,
  readBulletin,
  readFrozen,
  readTemplate,
  usedSigns,
} from '../../store.ts';
import { type ReportDeps, today } from '../deps.ts';
import { bulletinUnknown, noteStep } from './load.ts';
import { bulletinJson } from './show.ts';

/** What the result of a decision holds; throws its refusals. */
export function decided<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusalError(...result.refusals);
  return result.value;
}

/** What papers can be written about: frozen dispatches, templates in use, signs that were used before. */
export async function readChoices(actor: Actor, { db }: ReportDeps) {
  permit(actor, 'report.write');
  const [cycles, templates, signs] = await Promise.all([
    frozenCycles(db),
    listTemplates(db),
    usedSigns(db, actor.post?.unitId ?? null),
  ]);
  return {
    cycles: cycles.map((cycle) => ({ ...cycle })),
    templates: templates
      .filter(({ retired_at }) => retired_at === null)
      .map(({ id, name, kind, current_version }) => ({ id, name, kind, version: current_version })),
    signs: signs.map(({ kind, sign }) => ({ kind: kind as BulletinKind, sign })),
  };
}

/** The units of a dispatch with how much they owe and how much of it is overdue. */
export async function readCycleUnits(actor: Actor, cycleId: string, { db }: ReportDeps) {
  permit(actor, 'report.write');
  const { snapshot } = await frozenCycle(cycleId, db);
  const units = new Map<string, { id: string; name: string; duties: number; overdue: number }>();
  for (const { duties } of snapshot.tasks)
    for (const { unit, reason, outcome } of duties) {
      if (unit.id === null || reason.code === 'not-owed') continue;
      const known = units.get(unit.id) ?? { id: unit.id, name: unit.name, duties: 0, overdue: 0 };
      known.duties += 1;
      if (outcome.kind === 'overdue') known.overdue += 1;
      units.set(unit.id, known);
    }
  return { units: [...units.values()].sort((a, b) => b.overdue - a.overdue || (a.name < b.name ? -1 : 1)) };
}

async function frozenCycle(cycleId: string, db: ReportDb) {
  const found = await readFrozen(db, cycleId);
  if (found === undefined) throw new RefusalError({ code: 'bulletin-cycle-unknown', field: 'cycleId', given: cycleId });
  return found;
}

export interface Wanted {
  readonly kind: BulletinKind;
  readonly cycleId: string;
  readonly unitId?: string | null | undefined;
  readonly replyBy?: string | null | undefined;
  readonly templateId?: string | null | undefined;
  readonly sign: string;
  /** The paper that the new one puts right, and why. */
  readonly corrects?: {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    readonly reason: string;
  };
}

/**
 * Composes a paper from a frozen dispatch and what is known of the indicators now, and keeps both with it. Refuses a dispatch
 * that is not in reach or not frozen, one of a place that the actor does not write for, and what the composer refuses.
 */
export async function composeBulletin(actor: Actor, wanted: Wanted, deps: ReportDeps): Promise<BulletinJson> {
  permit(actor, 'report.write');
  const { post } = actor;
  if (post === null) throw new RefusalError({ code: 'bulletin-needs-post' });
  const { db, clock } = deps;
  decided(checkSign(wanted.sign));
  const replyBy = wanted.kind === 'letter' ? (wanted.replyBy ?? null) : null;
  if (replyBy !== null && replyBy < today(deps))
    throw new RefusalError({ code: 'bulletin-reply-past', field: 'replyBy', given: replyBy, limit: today(deps) });
  const facts = await freeze(actor, { ...wanted, replyBy, issuer: post.unitName }, deps);
  const composed = decided(compose(facts));
  const template = await templateFor(db, wanted);
  const id = deps.newId();
  const at = clock.now();
  const text = canonicalText(facts);
  const place = { regionId: facts.place.regionId, unitId: post.unitId, chainId: facts.place.chainId };
  if (!covers(actor.reach, place))
    throw new RefusalError({ code: 'bulletin-place-far', field: 'cycleId', given: facts.place.regionName });
  await recording(deps, actor, async (inside, note) => {
    const content = contentOf(composed);
    await insertBulletin(inside, {
      ...{ id, revision: 1, kind: wanted.kind, state: 'draft', title: composed.title, addressee: composed.addressee },
      ...{ copies: null, issuer: post.unitName, sign: wanted.sign, facts: text, facts_digest: sm3(text), faults: 0 },
      ...{ composed: JSON.stringify(composed), content: JSON.stringify(content), cycle_id: wanted.cycleId },
      ...{ period: facts.current.snapshot.cycle.period, subject_id: facts.unit?.id ?? null, reply_by: replyBy },
      ...{ subject_name: facts.unit?.name ?? null, corrects_id: wanted.corrects?.id ?? null, author_ids: [actor.id] },
      ...{ template_id: template?.id ?? null, template_version: template?.version ?? null },
      ...{ region_id: place.regionId, unit_id: place.unitId, chain_id: place.chainId, created_at: at },
      ...{ created_by: actor.name, changed_at: at, changed_by: actor.name },
    });
    await insertEdit(inside, { id, byId: actor.id, revision: 1, at, by: actor.name, content });
    await noteStep(inside, actor, id, { step: 'compose', at, words: facts.current.title });
    note({
      action: wanted.corrects === undefined ? 'report.compose' : 'report.correct',
      record: { kind: 'bulletin', id, name: composed.title },
      place,
      changes: [
        { field: 'kind', before: null, after: bulletinKindNames[wanted.kind] },
        { field: 'digest', before: null, after: sm3(text) },
      ],
    });
  });
  const row = await readBulletin(db, id);
  if (row === undefined) throw bulletinUnknown(id);
  return bulletinJson(actor, row, deps);
}

/** Everything that the paper will be written from, as it is now. */
async function freeze(
  actor: Actor,
  wanted: Wanted & { readonly replyBy: string | null; readonly issuer: string },
  { db, readings, clock }: ReportDeps,
): Promise<BulletinFacts> {
  const choices = await frozenCycles(db);
  const cycle = choices.find(({ id }) => id === wanted.cycleId);
  if (cycle === undefined)
    throw new RefusalError({ code: 'bulletin-cycle-unknown', field: 'cycleId', given: wanted.cycleId });
  const current = await frozenCycle(cycle.id, db);
  const same = (period: string): CycleChoice | undefined =>
    choices.find(
      (each) =>
        each.id !== cycle.id &&
        each.kind === cycle.kind &&
        each.period === period &&
        each.regionId === cycle.regionId &&
        each.chainId === cycle.chainId,
    );
  const earlier = async (period: string) => {
    const found = same(period);
    return found === undefined ? null : ((await readFrozen(db, found.id)) ?? null);
  };
  const yearly = cycle.kind === 'yearly';
  const unitId = isOfUnit(wanted.kind) ? (wanted.unitId ?? null) : null;
  const unit = unitId === null ? null : unitIn(current.snapshot.tasks, unitId);
  const withReadings = wanted.kind === 'bulletin' || wanted.kind === 'briefing';
  const { corrects } = wanted;
  return {
    correction:
      corrects === undefined ? null : { number: corrects.number, title: corrects.title, reason: corrects.reason },
    ...{ format: 'jingwei-bulletin-1', kind: wanted.kind, unit, issuer: wanted.issuer, frozenAt: clock.now() },
    place: {
      ...{ regionId: cycle.regionId, regionName: cycle.regionName },
      ...{ chainId: cycle.chainId, chainName: cycle.chainName },
    },
    ...{ replyBy: wanted.replyBy, current, previous: await earlier(shifted(cycle.period, -1)) },
    yearAgo: yearly ? null : await earlier(yearBefore(cycle.period)),
    course: wanted.kind === 'bulletin' ? await courseBefore(cycle, choices, db) : [],
    readings: withReadings
      ? await readings(actor, { regionId: cycle.regionId, chainId: cycle.chainId, period: cycle.period })
      : [],
  };
}

/** What the deliverables came to in the dispatches of the same office, kind, chain and year before this one. */
async function courseBefore(
  { kind, period, regionId, chainId }: CycleChoice,
  choices: readonly CycleChoice[],
  db: ReportDb,
): Promise<CourseCycle[]> {
  const [year] = period.split('-');
  const before = choices
    .filter((each) => each.kind === kind && each.regionId === regionId && each.chainId === chainId)
    .filter((each) => each.period.split('-')[0] === year && each.period < period)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const course: CourseCycle[] = [];
  // One after another: each may hold ten thousand tasks, of which little is kept.
  for (const { id } of before) {
    const found = await readFrozen(db, id);
    if (found === undefined) continue;
    const { cycle, judgedOn, tasks } = found.snapshot;
    const measured = tasks.filter(({ figures }) => figures.some(({ expected }) => expected !== null));
    const kept = measured.map(({ id: taskId, title, figures }) => ({ id: taskId, title, figures }));
    course.push({ ...found, snapshot: { cycle, judgedOn, tasks: kept } });
  }
  return course;
}

/** A unit by the name that it bore in the dispatch. Refuses one that owed nothing there. */
function unitIn(tasks: BulletinFacts['current']['snapshot']['tasks'], unitId: string) {
  for (const { duties } of tasks)
    for (const { unit } of duties) if (unit.id === unitId) return { id: unitId, name: unit.name };
  throw new RefusalError({ code: 'bulletin-unit-unknown', field: 'unitId', given: unitId });
}

/** The template's version that new papers take; null: the one that comes with the program. */
export async function templateFor(
  db: ReportDb,
  { templateId, kind }: Pick<Wanted, 'templateId' | 'kind'>,
): Promise<{ readonly id: string; readonly version: number } | null> {
  if (templateId == null) return null;
  const found = await readTemplate(db, templateId);
  if (found === undefined || found.retired_at !== null || found.kind !== kind)
    throw new RefusalError({ code: 'bulletin-template-unknown', field: 'templateId', given: templateId });
  return { id: found.id, version: found.current_version };
}
