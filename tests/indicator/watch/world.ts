import { sql } from 'kysely';
import { indicatorDeps } from '../../../apps/server/indicator.ts';
import { asSystem } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { systemActor } from '../../../src/access/index.ts';
import type { Definition } from '../../../src/indicator/domain/index.ts';
import type { IndicatorDeps } from '../../../src/indicator/index.ts';
import { keepTotals, keepWarnings } from '../../../src/indicator/routes.ts';
import { type Entry, putDefinitions, recordFigures } from '../../../src/indicator/store.ts';
import { openPolicyWorld, type PolicyWorld } from '../../policy/world.ts';

/** The invented organisation with indicators, figures and targets, and a watch whose clock is set by hand. */
export interface WatchWorld extends PolicyWorld {
  readonly at: (moment: string) => IndicatorDeps;
  readonly report: (...figures: readonly Given[]) => Promise<void>;
  readonly target: (given: GivenTarget) => Promise<void>;
  /** Looks until nothing is left to be looked at. */
  readonly watch: (moment: string) => Promise<void>;
  readonly warnings: (where?: string) => Promise<KeptWarning[]>;
  readonly notices: () => Promise<{ key: string; title: string; body: string; audience: { id: string }[] }[]>;
}

export interface KeptWarning {
  readonly id: string;
  readonly rule: string;
  readonly light: string;
  readonly about: string;
  readonly region_id: string;
  readonly unit_id: string;
  readonly chain_id: string;
  readonly since: string;
  readonly period: string;
  readonly state: string;
  readonly small: boolean;
  readonly told: boolean;
}

export interface Given {
  readonly indicator: string;
  readonly period: string;
  readonly unit: string;
  readonly value: number | null;
  readonly region?: string;
  readonly enterprise?: string;
  readonly chain?: string;
  readonly role?: 'part' | 'own';
}

export interface GivenTarget {
  readonly indicator: string;
  readonly region: string;
  readonly value: number;
  readonly year?: string;
  readonly chain?: string;
  readonly unit?: string;
}

const monthly: Omit<Definition, 'id' | 'name' | 'of' | 'measures'> = {
  ...{ unit: '万元', decimals: 0, direction: 'up', frequency: 'month', source: null, low: 0, high: null, bases: [] },
};
export const definitions: readonly Definition[] = [
  { id: 'revenue', name: '营业收入', of: { kind: 'sum' }, measures: 'cumulative', ...monthly },
  { id: 'signed', name: '新签约额', of: { kind: 'sum' }, measures: 'flow', ...monthly },
  { id: 'staff', name: '从业人员', of: { kind: 'sum' }, measures: 'stock', ...monthly, unit: '人' },
];

export async function openWatchWorld(): Promise<WatchWorld> {
  const world = await openPolicyWorld();
  const { owner, db } = world.database;
  const at = (moment: string): IndicatorDeps =>
    indicatorDeps({ db, clock: { now: () => new Date(moment).toISOString() }, newId });
  // Figures are saved right after the watch has looked.
  let looked = '2026-05-19T12:00:00Z';
  const nobody = { origin: 'test', regionId: null, unitId: null, chainId: null };
  await asSystem(() =>
    putDefinitions(
      at('2026-01-01').db,
      definitions.map((definition) => ({ definition, ...nobody })),
      '2026-01-01T00:00:00Z',
    ),
  );
  return {
    ...world,
    at,
    report: (...figures) => asSystem(() => report(at(looked), figures)),
    target: async (given) => {
      // The plan that it comes from is of no matter here.
      await owner.transaction().execute(async (within) => {
        await sql`set local session_replication_role = replica`.execute(within);
        await sql`
          insert into target (id, indicator_id, region_id, chain_id, unit_id, period, op, mode, value, plan_id, edition,
            item_id, said, confirmed_edition, set_on, created_at, by_id, by_name)
          values (${newId()}, ${given.indicator}, ${given.region}, ${given.chain ?? ''}, ${given.unit ?? ''},
            ${given.year ?? '2026'}, '>=', 'level', ${given.value}, ${newId()}, 1, 'item', '目标', 1, '2026-01-01',
            '2026-01-01', 'p', '某人')`.execute(within);
      });
    },
    watch: (moment) =>
      asSystem(async () => {
        const deps = at(moment);
        while ((await keepTotals(deps)) > 0);
        while ((await keepWarnings(deps)) > 0);
        looked = moment;
      }),
    warnings: async () => {
      const { rows } = await sql<KeptWarning>`
        select id, rule, light, about, region_id, unit_id, chain_id, since, period, state, small,
          told_at is not null as told
        from warning order by rule, region_id, unit_id, chain_id, since`.execute(owner);
      return rows;
    },
    notices: async () => {
      const { rows } = await sql<{ key: string; title: string; body: string; audience: { id: string }[] }>`
        select key, title, body, audience from notice where kind = 'warning' order by key`.execute(owner);
      return rows;
    },
  };
}

async function report({ db, clock }: IndicatorDeps, figures: readonly Given[]): Promise<void> {
  const entries = figures.map(
    ({ indicator, period, unit, value, region, enterprise = '', chain = '', role = 'part' }): Entry => ({
      key: { indicatorId: indicator, period, unitId: unit, enterpriseId: enterprise, chainId: chain, role },
      figure: { value, reason: value === null ? '停产' : null, vintage: 'preliminary' },
      ...{ regionId: region ?? null, seen: 0, note: null },
    }),
  );
  const by = { id: systemActor.id, name: systemActor.name };
  const save = (some: readonly Entry[]) =>
    db.transaction().execute((within) => recordFigures(within, some, [], by, clock.now()));
  const recorded = await save(entries);
  if (recorded.ok) return;
  const seen = new Map(recorded.stale.map(({ entry, standing }) => [entry, standing?.revision ?? 0]));
  const again = await save(entries.map((entry) => ({ ...entry, seen: seen.get(entry) ?? entry.seen })));
  if (!again.ok) throw new Error('stale');
}

/** Cumulative figures of three enterprises of a unit, so that no group is small; `monthly`: what comes each month in all. */
export const threeFirms = (
  given: Omit<Given, 'period' | 'value' | 'enterprise'>,
  year: string,
  months: number,
  monthly: number,
): Given[] =>
  Array.from({ length: months }, (_, at) => at + 1).flatMap((month) =>
    ['a', 'b', 'c'].map((firm, at) => ({
      ...given,
      ...{ enterprise: `${given.unit}-${firm}`, period: `${year}-${String(month).padStart(2, '0')}` },
      // Not round, and not alike from month to month.
      value: Math.round((monthly * month) / 3) + [-7, 3, 4][at]! * month * month + at,
    })),
  );
