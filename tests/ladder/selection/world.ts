import { sql } from 'kysely';
import type { BodyOf } from '../../../platform/http/endpoint.ts';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import { addDays } from '../../../src/kernel/index.ts';
import type { selectionApi } from '../../../src/ladder/contract.ts';
import { company, type EnterpriseWorld, office, openEnterpriseWorld, units } from '../../enterprise/register/world.ts';

/** Days that are working days of a published calendar, one after another as the tests say. */
export const firstDay = '2025-06-03';
export const dayAfter = (days: number): string => addDays(firstDay, days);

export interface SelectionWorld extends EnterpriseWorld {
  /** From now on it is this day. */
  readonly goTo: (day: string) => void;
}

export async function openSelectionWorld(): Promise<SelectionWorld> {
  let day = firstDay;
  const world = await openEnterpriseWorld({ now: () => `${day}T02:00:00.000Z` });
  for (const name of ['zhang', 'li', 'wang', 'zhao']) await addExpertPost(world, name);
  return {
    ...world,
    goTo: (next) => {
      day = next;
    },
  };
}

/** An expert of a unit of his own, so that no enterprise of the tests is his own house. */
export const expertPost = (name: string): string => `post-expert-${name}`;
export const expertPerson = (name: string): string => `person-expert-${name}`;
async function addExpertPost({ database: { owner } }: EnterpriseWorld, name: string): Promise<void> {
  const [post, person] = [expertPost(name), expertPerson(name)];
  await sql`insert into person (id, name, created_at) values (${person}, ${`专家${name}`}, now())`.execute(owner);
  await sql`insert into post (id, person_id, unit_id, title) values (${post}, ${person}, ${units.city}, '专家')`.execute(
    owner,
  );
  await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
    values (${post}, 'expert', '990100', '{}', 'granted', now(), '@system')`.execute(owner);
}

/** Enough for a sub-chain leader of the city's edition, with this much revenue and share of research. */
export async function able(
  world: EnterpriseWorld,
  figures: { readonly revenue: number; readonly rd: number; readonly partners?: number },
  own = false,
): Promise<string> {
  const { id } = await world.register(office, {
    ...{ industry: '1711', scale: 'large' },
    ...(own && { unitId: units.own }),
  });
  await world.ask(office, enterpriseApi.putFigures, {
    params: { enterpriseId: id, period: '2024' },
    body: {
      revision: 0,
      figures: {
        ...{ revenue: figures.revenue * 10_000, rd_cost: figures.rd * 10_000 },
        ...{ suppliers: 8, partners: figures.partners ?? 9 },
      },
      ...{ vintage: 'audited', source: '2024 年度审计报告' },
    },
  });
  await sql`insert into enterprise_fact (enterprise_id, fact, from_day, value, source, at, by_name)
    values (${id}, 'focus_chain', '2024-01-01', 1, '重点产业链名单', now(), '链办')`.execute(world.database.owner);
  return id;
}

type RoundBody = BodyOf<typeof selectionApi.createRound>;
export const roundOf = (more: Partial<RoundBody> = {}): RoundBody => ({
  ...{ name: '2025 年子链链主遴选', titleKind: 'sub-chain-leader', regionId: '990103', chainId: null },
  ...{ applyFrom: firstDay, applyTo: dayAfter(1), scoreTo: dayAfter(10), publicityDays: 5 },
  measures: [
    { fact: 'revenue', per: null, name: '营业收入', zero: 100_000_0000, full: 200_000_0000, most: 60_00 },
    { fact: 'rd_cost', per: 'revenue', name: '研发占比', zero: 2_0000, full: 6_0000, most: 40_00 },
  ],
  items: [
    { name: '带动作用', most: 60_00 },
    { name: '发展规划', most: 40_00 },
  ],
  ...{ quantitativeShare: 60, expertShare: 40, panel: 2, trimmed: false, spread: 30_00, places: 2, line: 0 },
  ...{ ties: ['quantitative', 'item:0'], note: '' },
  ...more,
});

export { company, office };
