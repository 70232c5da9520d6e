import { asSystem } from '../../../../platform/db/index.ts';
import { mostExported } from '../../../../platform/http/list-query.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Actor, permit, permitOwn } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { WarningBoardJson, WarningJson, WarningRowJson } from '../../contract.ts';
import { type usualLimits, type WarningRule, warningRules } from '../../domain/index.ts';
import type { Behind } from '../../domain/watch/model.ts';
import {
  type Box,
  countTargets,
  countWarnings,
  listWarnings,
  namesOfEnterprises,
  readWarning,
  readWarnings,
  readWatchState,
  type StoredWarning,
  sheetsOf,
  warningIds,
  workOf,
} from '../../store/warnings/index.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { limitsFor } from './limits-of.ts';
import { isWithin, mayRead, type ShownWarning, showWarnings } from './row.ts';

export interface WarningsPage {
  readonly rows: WarningRowJson[];
  readonly total: number;
  readonly capped: boolean;
}

/** One page of the warnings in reach, the most pressing first. */
export async function listWarningPage(
  actor: Actor,
  box: Box | undefined,
  request: ListRequest,
  deps: IndicatorDeps,
): Promise<WarningsPage> {
  permit(actor, 'indicator.read');
  const { rows, total, capped } = await listWarnings(deps.db, { reach: actor.reach, box: box ?? 'all' }, request);
  return { rows: (await showWarnings(deps.db, actor, rows)).map(({ row }) => row), total, capped };
}

/** Which warnings an export has, and how to read some of them. Refuses more than an export may have. */
export async function exportWarnings(
  actor: Actor,
  box: Box | undefined,
  request: ExportRequest,
  { db }: IndicatorDeps,
): Promise<{ ids: string[]; read: (ids: readonly string[]) => Promise<WarningRowJson[]> }> {
  permit(actor, 'indicator.read');
  const ids = await warningIds(db, { reach: actor.reach, box: box ?? 'all' }, request, mostExported + 1);
  if (ids.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  const read = async (some: readonly string[]): Promise<WarningRowJson[]> =>
    (await showWarnings(db, actor, await readWarnings(db, some))).map(({ row }) => row);
  return { ids, read };
}

/** How many there are of each colour and rule in reach, what is watched, and how far the watch has looked. */
export async function readBoard(actor: Actor, deps: IndicatorDeps): Promise<WarningBoardJson> {
  permit(actor, 'indicator.read');
  const { db } = deps;
  // How much lies before the watch is nobody's secret, its list is.
  const { finishedAt, due } = await asSystem(() => readWatchState(db));
  const region = actor.post?.scopeRegionId ?? '';
  const limits = (await limitsFor(db, [region]))(region);
  const year = Number(today(deps).slice(0, 4));
  return {
    counts: (await countWarnings(db, actor.reach)).map((each) => ({ ...each })),
    lookedAt: finishedAt,
    due,
    watched: warningRules.filter((rule) => limits[limitOf[rule]] !== null),
    targets: await countTargets(db, actor.reach, [year - 1, year]),
    may: { run: actor.permissions.has('indicator.define'), limits: actor.permissions.has('indicator.define') },
  };
}

const limitOf = {
  ...{ pace: 'pace', streak: 'streak', outlier: 'outlier', missing: 'missing', mismatch: 'mismatch' },
  ...{ heaping: 'heaping', 'copy-forward': 'copyForward' },
} as const satisfies Record<WarningRule, keyof typeof usualLimits>;

/** One warning with the figures behind it. Refuses (`warning-unknown`) one that does not concern the actor. */
export async function showWarning(actor: Actor, id: string, deps: IndicatorDeps): Promise<WarningJson> {
  permitOwn(actor);
  const stored = await loadWarning(actor, id, deps);
  const [shown] = await showWarnings(deps.db, actor, [stored]);
  if (shown === undefined) throw unknown(id);
  return wholeOf(actor, shown, deps);
}

export const unknown = (id: string): RefusalError =>
  new RefusalError({ code: 'warning-unknown', field: 'warningId', given: id });

/** A warning in reach, or one that the actor was asked to look into. */
export async function loadWarning(actor: Actor, id: string, { db }: IndicatorDeps): Promise<StoredWarning> {
  const stored = await readWarning(db, id);
  if (stored === undefined) throw unknown(id);
  if (actor.permissions.has('indicator.read') && isWithin(actor, stored)) return stored;
  const work = await workOf(db, [id]);
  if ((work.get(id) ?? []).length === 0) throw unknown(id);
  return stored;
}

async function wholeOf(actor: Actor, { stored, said, row }: ShownWarning, deps: IndicatorDeps): Promise<WarningJson> {
  const isHidden = stored.isSmall && !mayRead(actor)(stored);
  const behind = isHidden ? [] : stored.behind;
  const within = isWithin(actor, stored);
  const open = stored.state !== 'over' && within;
  const has = (permission: 'indicator.review' | 'work.assign') => actor.permissions.has(permission);
  const enterprises = await namesOfEnterprises(deps.db, [...new Set(behind.map(({ enterpriseId }) => enterpriseId))]);
  const sheets = stored.evidence.rule === 'missing' ? await sheetsOf(deps.db, stored.about, stored.unitId) : new Map();
  const { definition, names } = said;
  const name = (kind: 'region' | 'unit' | 'chain', id: string) =>
    id === '' ? null : { id, name: names[kind].get(id) ?? id };
  const rowOf = ({ period, regionId, unitId, chainId, enterpriseId, value, other, rate, light }: Behind) => ({
    ...{ period, region: name('region', regionId), unit: name('unit', unitId), chain: name('chain', chainId) },
    ...{ enterpriseId, enterprise: enterprises.get(enterpriseId) ?? null, rate, light },
    ...{ value: value === null ? null : String(value), other: other === null ? null : String(other) },
    sheetId: sheets.get(period) ?? null,
  });
  return {
    ...row,
    written: definition === null ? null : { unit: definition.unit, decimals: definition.decimals },
    behind: behind.map(rowOf),
    can: {
      aside: open && stored.state === 'open' && has('indicator.review'),
      takeBack: open && stored.state === 'aside' && has('indicator.review'),
      task: open && has('work.assign'),
      help: open && actor.post !== null && row.work.every((work) => work.kind !== 'handle' || !isOpenWork(work.state)),
    },
  };
}

const isOpenWork = (state: string): boolean => state === 'open' || state === 'claimed';
