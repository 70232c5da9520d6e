import type { Actor, Place } from '../../access/index.ts';
import { enqueue } from '../../notice/index.ts';
import { closeWork, openWork, type WorkOrigin } from '../../work/index.ts';
import type { PlanDb } from '../store.ts';
import type { PlanDeps } from './deps.ts';

/** A plan as those hear of it who have to do with it. */
export interface ToldPlan {
  readonly id: string;
  readonly title: string | null;
  readonly place: Place;
}

const originOf = ({ id }: ToldPlan): WorkOrigin => ({ slice: 'plan', kind: 'plan', id });
const nameOf = ({ title, id }: ToldPlan): string => (title === null ? `方案 ${id}` : `《${title}》`);
const linkOf = ({ id }: ToldPlan): string => `/plans/${id}`;

/** Puts the review of a draft on the workbench of whoever may review it. */
export const askForReview = (db: PlanDb, deps: PlanDeps, actor: Actor, plan: ToldPlan): Promise<void> =>
  openWork(db, deps, actor, {
    kind: 'review',
    title: `核定${nameOf(plan)}`,
    detail: '核对读出的指标、任务和条款，处理体检结果，然后发布。',
    link: linkOf(plan),
    origin: originOf(plan),
    place: plan.place,
    assignee: { kind: 'holders', id: 'plan.review', name: '有核定权限的岗位' },
  });

/** The draft became an edition: its review is done, and everybody hears of it who reads plans of this place. */
export async function tellPublished(
  db: PlanDb,
  deps: PlanDeps,
  actor: Actor,
  plan: ToldPlan,
  edition: number,
): Promise<void> {
  await closeWork(db, deps, actor, { origin: originOf(plan), outcome: `已发布第${edition}版` });
  await enqueue(db, deps, {
    key: `plan:${plan.id}:publish:${edition}`,
    kind: 'plan',
    title: `${nameOf(plan)}发布了第${edition}版`,
    text: edition === 1 ? '方案已经发布，可以查看各项目标和任务。' : '方案发布了新的一版，可以查看和上一版的差别。',
    link: linkOf(plan),
    origin: originOf(plan),
    to: [{ to: 'holders', permission: 'plan.read', place: plan.place }],
    except: actor.id,
  });
}

/** The draft was thrown away: nobody need review it. */
export async function withdrawReview(db: PlanDb, deps: PlanDeps, actor: Actor, plan: ToldPlan): Promise<void> {
  await closeWork(db, deps, actor, { origin: originOf(plan), outcome: '草案已放弃', state: 'withdrawn' });
}
