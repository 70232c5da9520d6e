import { sql } from 'kysely';
import { packLibrary } from '../../apps/packs.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { asSystem } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { syncDefinitions } from '../../src/indicator/commands/sync-definitions.ts';
import { type LoadingJson, type ProposedLineJson, targetApi } from '../../src/indicator/contract.ts';
import { recordFigures } from '../../src/indicator/store.ts';
import { seedRegisters } from '../../src/organisation/commands/seed.ts';
import { planApi } from '../../src/plan/contract.ts';
import { openPolicyWorld, type PolicyWorld } from '../policy/world.ts';

/** The whole server with the registers and indicators of the packs, and offices of city, district and town. */
export interface TargetWorld extends PolicyWorld {
  /** Imports a text as a post, confirms all of it and publishes; gives the plan's id. */
  readonly publish: (post: string, name: string, text: string, as?: string) => Promise<string>;
  readonly loading: (post: string, planId: string) => Promise<LoadingJson>;
  /** Reports a year's figure of an enterprise. */
  readonly report: (figure: {
    region: string;
    chain: string;
    year: string;
    value: number;
    indicator?: string;
  }) => Promise<void>;
}

export const district = 'post-chain-office';
export const districtTwo = 'second-office';
export const city = 'city-office';
export const cityTwo = 'city-two';
export const town = 'town-office';
export const sister = 'sister-office';
export const knitting = 'qsh-office';

export async function openTargetWorld(): Promise<TargetWorld> {
  const world = await openPolicyWorld();
  const { owner } = world.database;
  const deps = { db: owner as never, clock: systemClock, newId };
  // The invented organisation has names of its own for chains that the packs know better.
  await sql`delete from chain_closure`.execute(owner);
  await sql`update post_grant set chains = '{}'`.execute(owner);
  await sql`delete from chain`.execute(owner);
  await asSystem(() =>
    seedRegisters(
      { ...systemActor, permissions: new Set(['organisation.write']) },
      { library: packLibrary(), invented: true },
      deps as never,
    ),
  );
  await asSystem(() => syncDefinitions(packLibrary(), deps));
  for (const [post, region] of [
    [cityTwo, '990100'],
    [districtTwo, '990103'],
    [town, '990103100'],
    [sister, '990102'],
    [knitting, '360111'],
  ] as const) {
    const unit = `${post}-unit`;
    await sql`insert into unit (id, name, kind, region_id) values (${unit}, ${`${post}单位`}, 'department', ${region})`.execute(
      owner,
    );
    await sql`insert into unit_closure values (${unit}, ${unit})`.execute(owner);
    await sql`insert into person (id, name, created_at) values (${post}, ${`${post}的人`}, now())`.execute(owner);
    await sql`insert into post (id, person_id, unit_id, title) values (${post}, ${post}, ${unit}, '岗位')`.execute(
      owner,
    );
    await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
      values (${post}, 'chain-office', ${region}, '{}', 'granted', now(), '@system')`.execute(owner);
  }
  let reports = 0;
  return {
    ...world,
    publish: async (post, name, text, as) => {
      const headers = { 'x-post': post, 'x-person': post.replace(/^post-/u, 'person-') };
      const fields = as === undefined ? {} : { asEditionOf: as };
      const sent = await world.api.upload({ name, content: text, headers, fields });
      if (sent.status >= 300) throw new Error(JSON.stringify(sent.body));
      const planId = sent.body.planIds[0] ?? as ?? '';
      const params = { planId };
      const draft = await world.as(post, planApi.readDraft, { params });
      const itemIds = draft.items.filter(({ review }) => review === 'unreviewed').map(({ id }) => id);
      const { revision } =
        itemIds.length === 0
          ? draft
          : await world.as(post, planApi.reviewItems, {
              params,
              body: { revision: draft.revision, review: 'confirmed', itemIds },
            });
      await world.as(post, planApi.publishPlan, { params, body: { revision, acknowledge: '照印发稿，差错已登记' } });
      return planId;
    },
    loading: (post, planId) => world.as(post, targetApi.readLoading, { params: { planId }, query: {} }),
    report: async ({ region, chain, year, value, indicator = 'revenue-year' }) => {
      reports += 1;
      const key = {
        indicatorId: indicator,
        period: year,
        unitId: 'own',
        enterpriseId: `firm-${reports}`,
        chainId: chain,
        role: 'part',
      } as const;
      const figure = { value, reason: null, vintage: 'final' } as const;
      await owner
        .transaction()
        .execute((db) =>
          recordFigures(
            db as never,
            [{ key, figure, regionId: region, seen: 0, note: null }],
            [],
            { id: 'x', name: 'x' },
            systemClock.now(),
          ),
        );
    },
  };
}

/** A line as a text to compare: what, where, when, how much and whether it would be loaded. */
export const lineText = ({ indicator, place, year, value, decimals, unit, state }: ProposedLineJson): string =>
  [
    indicator?.name ?? '?',
    place === null ? '?' : [place.regionName, place.chainName].filter((each) => each !== null).join('·'),
    year ?? '?',
    value === null ? '?' : `${value / 10 ** decimals}${unit}`,
    state,
  ].join(' ');
