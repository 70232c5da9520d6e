import type { FastifyInstance } from 'fastify';
import { asSystem, type Kysely } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { type Rounds, startRounds } from '../../platform/jobs/index.ts';
import type { Actor } from '../../src/access/index.ts';
import {
  type ChainDeps,
  type ChainTables,
  type ListSheet,
  loadChainServer,
  mapsOfPacks,
  schemesOf,
} from '../../src/chain/index.ts';
import { industriesOf, loadEnterpriseServer } from '../../src/enterprise/index.ts';
import { loadIndicatorServer } from '../../src/indicator/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { loadProjectServer, stageNames } from '../../src/project/index.ts';
import { indicatorDeps } from './indicator.ts';
import { instruct } from './instruct.ts';
import { programLibrary } from './library.ts';
import { projectDeps } from './project.ts';

/** Rows that one sheet of the workbook of a chain has at most; the lists themselves are exported whole. */
const most = 5000;

/** What the slice of chains needs, on the same database as everything else. */
export const chainDeps = (plan: Pick<PlanDeps, 'db' | 'clock' | 'newId'>): ChainDeps => ({
  ...{ db: plan.db as unknown as Kysely<ChainTables>, clock: plan.clock, newId: plan.newId },
  schemes: schemesOf(programLibrary()),
  sheetOf: (actor, of, chainId) =>
    of === 'enterprises' ? enterpriseSheet(actor, chainId, plan) : projectSheet(actor, chainId, plan),
  maps: mapsOfPacks(programLibrary()),
  industries: industriesOf(programLibrary()),
  place: async (map, enterprises) => {
    const { placeInThread } = await loadChainServer();
    return placeInThread(map, industriesOf(programLibrary()), enterprises);
  },
  setMainChain: async (db, ids, chainId) => {
    const { setMainChain } = await loadEnterpriseServer();
    await setMainChain(db as unknown as Parameters<typeof setMainChain>[0], ids, chainId);
  },
  instruct: (actor, task) => instruct(actor, task, plan),
});

/** Soon after an enterprise changed it stands where it belongs. */
const placesRestMs = 5_000;

/** Places enterprises: all of a chain where somebody asked for it, and those that change, from now on. */
export async function startPlaces(deps: ChainDeps, noteFault: NoteFault): Promise<Rounds> {
  const { keepPlaces } = await loadChainServer();
  const round = () => keepPlaces(deps);
  return asSystem(() => startRounds({ round, onFault: (cause) => noteFault('places', cause), restMs: placesRestMs }));
}

/** Who runs a chain, what its chief did, its maps and lists. */
export async function chainRoutes(app: FastifyInstance, deps: ChainDeps, noteFault: NoteFault): Promise<void> {
  const { routes } = await loadChainServer();
  routes(app, deps, noteFault);
}

type Base = Pick<PlanDeps, 'db' | 'clock' | 'newId'>;

const ofChain = (chainId: string) => ({ words: [], filter: { chain: { in: [chainId] } }, sort: [] });
const columns = (...wanted: readonly (readonly [string, number])[]) =>
  wanted.map(([title, width]) => ({ title, width }));

async function enterpriseSheet(actor: Actor, chainId: string, plan: Base): Promise<ListSheet | null> {
  if (!actor.permissions.has('indicator.read')) return null;
  const { findRoster } = await loadIndicatorServer();
  const { rows } = await findRoster(actor, ofChain(chainId), { limit: most, offset: 0 }, indicatorDeps(plan));
  return {
    columns: columns(['企业', 36], ['企业编号', 24], ['地区', 14], ['填报单位', 24], ['从哪个月起', 14]),
    rows: rows.map(({ name, enterpriseId, regionName, unitName, from }) => [
      ...[name, enterpriseId, regionName, unitName, from],
    ]),
  };
}

const fenOfWan = 1_000_000;

async function projectSheet(actor: Actor, chainId: string, plan: Base): Promise<ListSheet | null> {
  if (!actor.permissions.has('project.read')) return null;
  const { findProjects } = await loadProjectServer();
  const { rows } = await findProjects(actor, ofChain(chainId), { limit: most, offset: 0 }, projectDeps(plan));
  return {
    columns: columns(['项目', 40], ['企业', 30], ['地区', 14], ['阶段', 12], ['总投资（万元）', 18], ['地点', 30]),
    rows: rows.map(({ name, enterprise, region, stage, totalFen, site }) => [
      ...[name, enterprise, region.name, stageNames[stage], Number(totalFen) / fenOfWan, site],
    ]),
  };
}
