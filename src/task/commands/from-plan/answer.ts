import type { Actor } from '../../../access/index.ts';
import type { PlannedItemJson, PlanTasksJson } from '../../contract.ts';
import { doubtWords, reasonWords, type UnitRef } from '../../domain/index.ts';
import { readPlaceNames } from '../../store/origin/units.ts';
import type { TaskDeps } from '../deps.ts';
import { type LoadedPlan, mayMake, type PlannedItem, stateOfItem } from './plan.ts';

/** A plan with its tasks as the contract tells it. */
export async function planAnswer(actor: Actor, loaded: LoadedPlan, { db }: TaskDeps): Promise<PlanTasksJson> {
  const { place, items, editions, definitions } = loaded;
  const names = await readPlaceNames(db, [place.regionId], [place.chainId]);
  const states = items.map(stateOfItem);
  const countOf = (state: string) => states.filter((each) => each === state).length;
  return {
    ...{ planId: loaded.planId, title: loaded.title, docNumber: loaded.docNumber, edition: loaded.edition },
    ...{ editions: [...editions], regionId: place.regionId, chainId: place.chainId },
    regionName: names.get(`region ${place.regionId}`) ?? null,
    chainName: names.get(`chain ${place.chainId}`) ?? null,
    counts: {
      ...{ ready: countOf('ready'), open: countOf('open'), made: countOf('made'), gone: countOf('gone') },
      ...{ 'left-out': countOf('left-out'), changed: items.filter(({ changes }) => changes.length > 0).length },
    },
    items: items.map(itemAnswer),
    names: namesOf(loaded),
    indicators: definitions.map(({ id, name, unit }) => ({ id, name, unit })),
    may: mayMake(actor, place) && loaded.edition === editions[0],
  };
}

function itemAnswer(item: PlannedItem): PlannedItemJson {
  const { itemId, planned, draft, made, decision, changes } = item;
  const content = draft?.content ?? made?.task ?? null;
  const duties = draft?.content.duties ?? made?.task.duties ?? [];
  return {
    ...{ itemId, state: stateOfItem(item), title: content?.title ?? itemId, text: content?.words ?? null },
    place: planned?.no ?? (made?.task.source.kind === 'plan' ? made.task.source.place : ''),
    task:
      made === null
        ? null
        : {
            ...{ id: made.id, revision: made.task.revision, title: made.task.title, state: made.state },
            ...{ light: made.light, edition: made.edition, dueOn: made.dueOn },
            reason: reasonWords(made.reason, made.reason.decimals, made.reason.figureUnit),
          },
    duties: duties.map(({ id, unit, role, part, dueOn }) => ({
      id,
      unitId: unit.id,
      unitName: unit.name,
      role,
      part,
      dueOn,
    })),
    milestones: (content?.milestones ?? []).map(({ id, name, dueOn, dutyId }) => ({ id, name, dueOn, dutyId })),
    deliverables: (content?.deliverables ?? []).map(({ events, ...each }) => ({
      ...each,
      ...(events !== undefined && { events }),
    })),
    recurrences: (content?.recurrences ?? []).map((each) => ({
      ...each,
      months: [...each.months],
    })) as PlannedItemJson['recurrences'],
    doubts: made === null ? (draft?.doubts ?? []).map(doubtWords) : [],
    changes: changes.map(({ what, words, steps }) => ({ what, words, applies: steps.length > 0 })),
    decided:
      decision === null
        ? null
        : { what: decision.what, reason: decision.reason, by: decision.by, at: decision.at, edition: decision.edition },
  };
}

/** Names that are no single unit by themselves, and those that somebody said the meaning of, in the order of the text. */
function namesOf({ items, meant, book, place }: LoadedPlan): PlanTasksJson['names'] {
  const inItems = new Map<string, number>();
  for (const { planned, made } of items) {
    if (planned === null || made !== null) continue;
    const all = [...planned.units, ...planned.groups.flatMap(({ units }) => units), ...planned.inheritedUnits];
    for (const name of new Set(all)) inItems.set(name, (inItems.get(name) ?? 0) + 1);
  }
  const listed = (units: readonly UnitRef[]) => units.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
  return [...inItems].flatMap(([name, count]) => {
    const { id, collective } = book.resolve(name, place.regionId);
    const units = meant.get(name);
    if (id !== null && units === undefined) return [];
    return [
      {
        ...{ name, collective, items: count, decided: units !== undefined, units: listed(units ?? []) },
        suggestions: units === undefined ? [...book.suggest(name, place.regionId)] : [],
      },
    ];
  });
}
