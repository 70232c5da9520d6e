import { type Actor, permit } from '../../../access/index.ts';
import { titleKindsOf } from '../../../enterprise/index.ts';
import { definitionsOfLibrary, loadIndicatorServer } from '../../../indicator/index.ts';
import type { PipelineTargetJson } from '../../contract.ts';
import { editionOn } from '../../domain/index.ts';
import { editionsOf } from '../../pack.ts';
import { countStandings } from '../../store.ts';
import type { LadderDeps } from '../read-ladder.ts';
import { untilAfter, yearOf } from './list.ts';

/** Targets of one indicator that are set against the pipeline; there are a few for each place. */
const most = 100;

/**
 * What plans in force ask of a year about titles, beside how far it is: what was given anew in the year or holds now, and who
 * is within reach, each in the place of the target. Null without the permission to see targets.
 */
export async function pipelineTargets(
  actor: Actor,
  { year, today }: { readonly year: number; readonly today: string },
  deps: LadderDeps,
): Promise<PipelineTargetJson[] | null> {
  permit(actor, 'enterprise.read');
  if (!actor.permissions.has('indicator.read')) return null;
  const { findTargets } = await loadIndicatorServer();
  const names = new Map(definitionsOfLibrary(deps.library).map(({ id, name }) => [id, name]));
  const editions = editionsOf(deps.library);
  const found: PipelineTargetJson[] = [];
  for (const { id: title, name, indicators } of titleKindsOf(deps.library))
    for (const { id: indicator, counts } of indicators) {
      const filter = { indicator: { has: names.get(indicator) ?? indicator }, origin: { in: ['plan'] } };
      const request = { words: [], filter, sort: [], page: 1, pageSize: most, offset: 0 };
      const { rows } = await findTargets(actor, { year }, request, deps.indicator);
      for (const row of rows) {
        const { mode, place } = row;
        if (row.indicatorId !== indicator || row.enterprise !== null || row.period.slice(0, 4) !== String(year))
          continue;
        if (mode === 'growth' || mode === 'cumulative') continue;
        const asked = mode === 'level' && counts === 'held' ? 'held' : 'new';
        const [own] = await countStandings(
          deps.db,
          actor,
          { region: place.regionId, chain: place.chainId === '' ? null : place.chainId },
          { until: untilAfter(today, 1), year: yearOf(year), titles: [title] },
        );
        const edition = editionOn(editions, title, today);
        found.push({
          ...{ id: row.id, title: { id: title, name }, indicator: row.indicator, period: row.period, mode },
          value: row.value / 10 ** row.decimals,
          region: { id: place.regionId, name: place.regionName },
          chain: place.chainId === '' ? null : { id: place.chainId, name: place.chainName ?? place.chainId },
          ...{ plan: row.plan, counts: asked, now: own?.[asked] ?? 0, reach: own?.reach ?? 0 },
          cannot: edition === undefined ? '今天没有生效的版次' : edition.empty,
        });
      }
    }
  return found;
}
