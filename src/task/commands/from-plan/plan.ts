import { type Actor, covers, type Place } from '../../../access/index.ts';
import { candidatesFor, chosen, coreOf, type Definition, yearsIn } from '../../../indicator/index.ts';
import { dayAt, RefusalError } from '../../../kernel/index.ts';
import { loadPlanServer, type PlanDb, type PlanItem } from '../../../plan/index.ts';
import {
  changesOfEdition,
  draftTask,
  type EditionChange,
  type PlannedTask,
  type PlanOrigin,
  plannedOfEdition,
  type TaskDraft,
  type UnitRef,
  withMeant,
} from '../../domain/index.ts';
import {
  type ItemDecision,
  type MadeTask,
  readIndicators,
  readItemDecisions,
  readMadeTasks,
  readMeantNames,
} from '../../store/origin/plans.ts';
import { readChainsAbove } from '../../store/origin/units.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { type UnitBook, unitBook } from './units.ts';

/** One item of a plan as a task: what it says, what became of it, and what the newest edition says otherwise. */
export interface PlannedItem {
  readonly itemId: string;
  readonly planned: PlannedTask | null;
  readonly draft: TaskDraft | null;
  readonly made: MadeTask | null;
  readonly decision: ItemDecision | null;
  readonly changes: readonly EditionChange[];
}

/** A plan with everything that is known of its tasks. */
export interface LoadedPlan {
  readonly planId: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly edition: number;
  /** The newest first. */
  readonly editions: readonly number[];
  readonly place: Place;
  readonly items: readonly PlannedItem[];
  readonly meant: ReadonlyMap<string, readonly UnitRef[]>;
  readonly book: UnitBook;
  readonly definitions: readonly Definition[];
}

interface Edition {
  readonly number: number;
  readonly planned: readonly PlannedTask[];
  readonly origin: PlanOrigin;
  readonly title: string;
  readonly docNumber: string | null;
}

/**
 * An edition of a plan as tasks, the newest when none is named, with the tasks that were made of any. Refuses a plan that is
 * not in reach (`plan-unknown`) and one that is not published (`task-plan-unpublished`).
 */
export async function loadPlan(
  actor: Actor,
  planId: string,
  wanted: number | undefined,
  deps: TaskDeps,
  db: TaskDb = deps.db,
): Promise<LoadedPlan> {
  const plans = { db: deps.db as unknown as PlanDb };
  const { readPlanDetail } = await loadPlanServer();
  const { plan, editions: all } = await readPlanDetail(actor, planId, plans);
  if (!covers(actor.reach, plan.place))
    throw new RefusalError({ code: 'plan-unknown', field: 'planId', given: planId });
  const editions = all.map(({ number }) => number);
  const number = wanted ?? editions[0];
  if (number === undefined) throw new RefusalError({ code: 'task-plan-unpublished', field: 'planId', given: planId });
  const edition = await readEditionTasks(actor, planId, number, plan.place, deps);
  const book = await unitBook(deps);
  const meant = await readMeant(db, planId, book);
  const definitions = (await readIndicators(db)).map(({ definition }) => definition as Definition);
  const [made, decisions] = [await readMadeTasks(db, planId), await readItemDecisions(db, planId)];
  const draftOf = draftsWith({ meant, book, definitions });
  const drafts = new Map(edition.planned.map((planned) => [planned.itemId ?? '', draftOf(planned, edition.origin)]));
  const older = await olderDrafts(actor, planId, plan.place, [...made.values()], edition, draftOf, deps);
  const items = edition.planned.map((planned): PlannedItem => {
    const itemId = planned.itemId ?? '';
    const task = made.get(itemId) ?? null;
    const draft = drafts.get(itemId) ?? null;
    const decision = decisions.get(itemId) ?? null;
    return {
      itemId,
      planned,
      draft,
      made: task,
      decision,
      changes: changesOf(task, draft, decision, older, edition.number),
    };
  });
  const gone = [...made.values()]
    .filter(({ itemId, edition: from }) => !drafts.has(itemId) && from <= edition.number)
    .map((task): PlannedItem => {
      const decision = decisions.get(task.itemId) ?? null;
      const changes = changesOf(task, null, decision, older, edition.number);
      return { itemId: task.itemId, planned: null, draft: null, made: task, decision, changes };
    });
  return {
    ...{ planId, title: edition.title, docNumber: edition.docNumber, edition: edition.number, editions },
    ...{ place: plan.place, items: [...items, ...gone], meant, book, definitions },
  };
}

/** The tasks that one edition names. */
async function readEditionTasks(
  actor: Actor,
  planId: string,
  number: number,
  place: Place,
  deps: TaskDeps,
): Promise<Edition> {
  const { readEdition } = await loadPlanServer();
  const { edition } = await readEdition(actor, planId, number, { db: deps.db as unknown as PlanDb });
  const { head, items } = edition.state;
  const years = (head.title === null ? null : yearsIn(head.title)) ?? yearsOf(head.validFrom, head.validTo);
  const title = head.title ?? planId;
  return {
    ...{ number, title, docNumber: head.docNumber, planned: plannedOfEdition(items as readonly PlanItem[]) },
    origin: {
      ...{ planId, edition: number, issuedOn: head.issuedOn, years, regionCode: place.regionId },
      chains: place.chainId === null ? await chainsCalled(title, place.regionId, deps) : [place.chainId],
    },
  };
}

/** The chains that a title names, where the plan was not put under one. */
async function chainsCalled(title: string, regionId: string | null, { db }: TaskDeps): Promise<string[]> {
  if (regionId === null) return [];
  const bare = (name: string): string => name.replace(/(?:产业)?链$/u, '');
  return (await readChainsAbove(db, regionId))
    .filter(({ name, aliases }) =>
      [name, ...aliases].some((each) => bare(each).length >= 3 && title.includes(bare(each))),
    )
    .map(({ id }) => id);
}

function yearsOf(from: string | null, to: string | null): { readonly from: number; readonly to: number } | null {
  return from === null || to === null ? null : { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
}

async function readMeant(
  db: TaskDb,
  planId: string,
  { byId }: UnitBook,
): Promise<ReadonlyMap<string, readonly UnitRef[]>> {
  const names = await readMeantNames(db, planId);
  return new Map(
    [...names].flatMap(([name, ids]) => {
      // A unit that is no more is not meant any longer.
      const units = ids.flatMap((id) => {
        const unit = byId.get(id);
        return unit === undefined ? [] : [{ id, name: unit.name }];
      });
      return units.length === 0 ? [] : [[name, units] as const];
    }),
  );
}

type DraftOf = (planned: PlannedTask, origin: PlanOrigin) => TaskDraft;

function draftsWith({ meant, book, definitions }: Pick<LoadedPlan, 'meant' | 'book' | 'definitions'>): DraftOf {
  return (planned, origin) => {
    const draft = draftTask(planned, origin, (name) => book.resolve(name, origin.regionCode));
    const proper = withMeant(draft, meant);
    const deliverables = proper.content.deliverables.map((each) =>
      each.counts === 'indicator' ? { ...each, indicatorId: indicatorFor(each, definitions) } : each,
    );
    return { ...proper, content: { ...proper.content, deliverables } };
  };
}

/** The indicator that a figure without doubt is of, counted in the same unit. */
function indicatorFor(
  { name, unit }: { readonly name: string; readonly unit: string },
  definitions: readonly Definition[],
): string | null {
  const same = definitions.filter((definition) => definition.unit === unit);
  return chosen(candidatesFor(coreOf(name, 'level'), { unit, mode: 'level' }, same));
}

/** What the editions said that tasks were made of. */
async function olderDrafts(
  actor: Actor,
  planId: string,
  place: Place,
  made: readonly MadeTask[],
  edition: Edition,
  draftOf: DraftOf,
  deps: TaskDeps,
): Promise<ReadonlyMap<string, TaskDraft>> {
  const found = new Map<string, TaskDraft>();
  const numbers = new Set(made.flatMap((task) => (task.edition < edition.number ? [task.edition] : [])));
  for (const number of numbers) {
    const older = await readEditionTasks(actor, planId, number, place, deps);
    for (const planned of older.planned) found.set(`${number} ${planned.itemId}`, draftOf(planned, older.origin));
  }
  return found;
}

function changesOf(
  made: MadeTask | null,
  draft: TaskDraft | null,
  decision: ItemDecision | null,
  older: ReadonlyMap<string, TaskDraft>,
  edition: number,
): readonly EditionChange[] {
  if (made === null || made.edition >= edition) return [];
  if (made.state === 'withdrawn' || made.state === 'closed') return [];
  if (decision !== null && decision.what !== 'left-out' && decision.edition >= edition) return [];
  const was = older.get(`${made.edition} ${made.itemId}`);
  return was === undefined ? [] : changesOfEdition(made.task, was.content, draft?.content ?? null, edition);
}

/** How an item stands. */
export type ItemState = 'ready' | 'open' | 'made' | 'left-out' | 'gone';
export function stateOfItem({ made, draft, decision }: PlannedItem): ItemState {
  if (draft === null) return 'gone';
  if (made !== null) return 'made';
  if (decision?.what === 'left-out') return 'left-out';
  return draft.doubts.length === 0 ? 'ready' : 'open';
}

/** Whether the actor's office makes tasks of a plan. */
export const mayMake = (actor: Actor, place: Place): boolean =>
  actor.permissions.has('task.dispatch') && covers(actor.reach, place) && place.regionId !== null;

/** Today in Beijing. */
export const todayOf = ({ clock }: Pick<TaskDeps, 'clock'>): string => dayAt(clock.now());
