import { type Day, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { comparePositions, type Position, positionNames, positions, type StageEvent } from '../model/index.ts';
import type { Standing } from './standing.ts';

/** What may be done with a project where it stands. Each gives nothing, or why not. */

type Doer = { readonly id: string; readonly name: string };

/** The positions that a project may come to next: the one after, and the start without having waited. */
export function nextPositions({ position, withdrawnOn }: Standing): Position[] {
  if (withdrawnOn !== null) return [];
  const next = positions[positions.indexOf(position) + 1];
  if (next === undefined) return [];
  return next === 'waiting' ? ['waiting', 'started'] : [next];
}

const withdrawn = ({ withdrawnOn }: Standing): Refusal[] =>
  withdrawnOn === null ? [] : [{ code: 'project-withdrawn', field: 'position', given: withdrawnOn }];

/** Refuses a step that is not the next, one in the future, and one before the last. */
export function checkStep(standing: Standing, to: Position, on: Day, today: Day): Result<null> {
  const faults = withdrawn(standing);
  if (faults.length === 0 && !nextPositions(standing).includes(to))
    faults.push({
      ...{ code: 'project-step-order', field: 'position', given: positionNames[to] },
      limit: positionNames[standing.position],
    });
  if (on > today) faults.push({ code: 'project-step-future', field: 'on', given: on, limit: today });
  if (on < standing.positionOn)
    faults.push({ code: 'project-step-early', field: 'on', given: on, limit: standing.positionOn });
  return faults.length === 0 ? ok(null) : refuse(...faults);
}

/** The steps that a project brings when it is registered: in order, none in the future, the last where it stands. */
export function checkFirstSteps(
  steps: readonly { readonly position: Position; readonly on: Day }[],
  position: Position,
  today: Day,
): Result<null> {
  const faults: Refusal[] = [];
  steps.forEach(({ position: at, on }, i) => {
    const before = steps[i - 1];
    const field = `steps.${i}.on`;
    if (before !== undefined && comparePositions(before.position, at) >= 0)
      faults.push({
        code: 'project-step-order',
        field,
        given: positionNames[at],
        limit: positionNames[before.position],
      });
    if (before !== undefined && on < before.on)
      faults.push({ code: 'project-step-early', field, given: on, limit: before.on });
    if (on > today) faults.push({ code: 'project-step-future', field, given: on, limit: today });
  });
  if (steps.at(-1)?.position !== position)
    faults.push({ code: 'project-step-missing', field: 'steps', given: positionNames[position] });
  return faults.length === 0 ? ok(null) : refuse(...faults);
}

/** Refuses to decide what waits for nobody, and one's own step. */
export function checkDecision(standing: Standing, event: StageEvent | undefined, by: Doer): Result<StageEvent> {
  if (event === undefined || event.kind !== 'step' || event.decision !== null || !standing.counting.has(event.id))
    return refuse({ code: 'project-step-decided', field: 'eventId', given: event?.decision?.by.name ?? null });
  if (event.by.id === by.id) return refuse({ code: 'project-second-person', field: 'eventId', given: by.name });
  return ok(event);
}

/** Refuses to go back to where it stands or has not been before. */
export function checkBack(standing: Standing, to: Position): Result<null> {
  const faults = withdrawn(standing);
  if (comparePositions(to, standing.position) >= 0)
    faults.push({
      ...{ code: 'project-back-order', field: 'position', given: positionNames[to] },
      limit: positionNames[standing.position],
    });
  return faults.length === 0 ? ok(null) : refuse(...faults);
}

/** Refuses to take out what is out, and to take in what is in; days in the future and before the last step. */
export function checkLeaving(standing: Standing, kind: 'withdraw' | 'restore', on: Day, today: Day): Result<null> {
  const isOut = standing.withdrawnOn !== null;
  if (isOut === (kind === 'withdraw'))
    return refuse({
      code: isOut ? 'project-withdrawn' : 'project-not-withdrawn',
      field: 'on',
      given: standing.withdrawnOn,
    });
  if (on > today) return refuse({ code: 'project-step-future', field: 'on', given: on, limit: today });
  const since = standing.withdrawnOn ?? standing.positionOn;
  if (on < since) return refuse({ code: 'project-step-early', field: 'on', given: on, limit: since });
  return ok(null);
}
