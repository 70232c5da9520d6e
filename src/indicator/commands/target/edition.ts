import type { Actor, Place as OwnPlace } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { loadPlanServer, type PlanDb } from '../../../plan/index.ts';
import type { Line } from '../../domain/loading/model.ts';
import { type PlanYears, yearsIn } from '../../domain/loading/times.ts';
import type { IndicatorDeps } from '../deps.ts';
import { linesOf } from './lines.ts';

/** A published edition as targets are loaded from it. */
export interface LoadedEdition {
  readonly planId: string;
  readonly title: string | null;
  readonly edition: number;
  /** Numbers of all editions, the newest first. */
  readonly editions: readonly number[];
  readonly place: OwnPlace;
  readonly years: PlanYears | null;
  readonly lines: readonly Line[];
}

/**
 * One edition of a plan, the latest when none is named, as far as the actor may see it. Refuses a plan that he does not
 * see (`plan-unknown`), and one that is not published (`target-plan-unpublished`).
 */
export async function loadEdition(
  actor: Actor,
  planId: string,
  wanted: number | undefined,
  { db }: Pick<IndicatorDeps, 'db'>,
): Promise<LoadedEdition> {
  const plans = { db: db as unknown as PlanDb };
  const { readEdition, readPlanDetail } = await loadPlanServer();
  const { plan, editions } = await readPlanDetail(actor, planId, plans);
  const number = wanted ?? editions[0]?.number;
  if (number === undefined) throw new RefusalError({ code: 'target-plan-unpublished', field: 'planId', given: planId });
  const { edition } = await readEdition(actor, planId, number, plans);
  const { items, dismissals, head } = edition.state;
  const { validFrom, validTo } = head;
  const valid =
    validFrom !== null && validTo !== null
      ? { from: Number(validFrom.slice(0, 4)), to: Number(validTo.slice(0, 4)) }
      : null;
  return {
    ...{ planId, title: head.title ?? plan.title, edition: number, editions: editions.map((each) => each.number) },
    place: plan.place,
    years: yearsIn(head.title ?? '') ?? valid,
    lines: linesOf({ items, findings: edition.findings, dismissals }),
  };
}
