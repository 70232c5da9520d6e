import { sql } from 'kysely';
import { packLibrary } from '../../apps/packs.ts';
import { organisationPack } from '../../src/organisation/index.ts';
import { fromPlanApi, type PlannedItemJson, type PlanTasksJson } from '../../src/task/contract.ts';
import { city, openTargetWorld, type TargetWorld } from '../indicator/target-world.ts';

/** The invented city with its units, whose office makes tasks of plans. */
export interface OriginWorld extends TargetWorld {
  readonly plan: (planId: string, post?: string) => Promise<PlanTasksJson>;
}

export async function openOriginWorld(): Promise<OriginWorld> {
  const world = await openTargetWorld();
  const { owner } = world.database;
  for (const { content } of packLibrary().of(organisationPack))
    for (const { id, name, kind, region, aliases } of content.units) {
      await sql`insert into unit (id, name, kind, region_id, aliases)
        values (${id}, ${name}, ${kind}, ${region}, ${[...aliases]})`.execute(owner);
      await sql`insert into unit_closure values (${id}, ${id})`.execute(owner);
    }
  // A chief and a clerk of the city's bureau of industry.
  for (const [post, role, unit] of [
    ['chief-one', 'chain-chief', 'lj-gov'],
    ['clerk-gxj', 'reporting-clerk', 'lj-gxj'],
    ['clerk-swj', 'reporting-clerk', 'lj-swj'],
  ] as const) {
    await sql`insert into person (id, name, created_at) values (${post}, ${`${post}的人`}, now())`.execute(owner);
    await sql`insert into post (id, person_id, unit_id, title) values (${post}, ${post}, ${unit}, '岗位')`.execute(
      owner,
    );
    await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
      values (${post}, ${role}, '990100', '{}', 'granted', now(), '@system')`.execute(owner);
  }
  return {
    ...world,
    plan: (planId, post = city) => world.as(post, fromPlanApi.readTaskPlan, { params: { planId }, query: {} }),
  };
}

export const planText = (...paragraphs: string[]): string =>
  [
    '临江市现代纺织产业行动方案（2025—2027年）',
    '临府办发〔2025〕8号',
    '2025年3月12日',
    '一、重点任务',
    ...paragraphs,
  ].join('\n');

/** An item as a text to compare: how it stands, who leads and helps, by when. */
export const itemText = ({ title, state, duties }: PlannedItemJson): string =>
  [
    state,
    title,
    ...duties.map(({ role, unitId, unitName, dueOn }) => `${role} ${unitId ?? `?${unitName}`} ${dueOn ?? '-'}`),
  ].join(' | ');

export const itemOf = (plan: PlanTasksJson, start: string): PlannedItemJson => {
  const found = plan.items.find(({ title }) => title.startsWith(start));
  if (found === undefined) throw new Error(`${start} in ${plan.items.map(({ title }) => title).join(', ')}`);
  return found;
};
