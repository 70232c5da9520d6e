import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { titleKindsOf } from '../../../enterprise/index.ts';
import { dayAt } from '../../../kernel/index.ts';
import type { PipelineJson, TitleCountsJson } from '../../contract.ts';
import { editionOn, usualMonths, withinReach } from '../../domain/index.ts';
import { editionsOf } from '../../pack.ts';
import { countOpen, countStandings, judgedSoFar, type TitleCounts } from '../../store.ts';
import { dayProgram } from '../keep-standings.ts';
import type { LadderDeps } from '../read-ladder.ts';
import { untilAfter, yearOf } from './list.ts';
import { pipelineTargets } from './targets.ts';

interface Asked {
  readonly region?: string | undefined;
  readonly chain?: string | undefined;
  readonly months?: number | undefined;
  readonly year?: number | undefined;
}

const none: Omit<TitleCounts, 'title'> = { held: 0, expiring: 0, expired: 0, reach: 0, met: 0, new: 0, lost: 0 };

/** How many enterprises in sight stand how by each title, and what plans ask of the year. */
export async function readPipeline(
  actor: Actor,
  { region, chain, months = usualMonths, year }: Asked,
  deps: LadderDeps,
): Promise<PipelineJson> {
  permit(actor, 'enterprise.read');
  const today = dayAt(deps.enterprise.clock.now());
  const ofYear = year ?? Number(today.slice(0, 4));
  const place = { region: region ?? null, chain: chain ?? null };
  const span = { until: untilAfter(today, months), year: yearOf(ofYear), titles: null };
  const { waiting, blocks, day } = await asSystem(() => judgedSoFar(deps.db, dayProgram(deps, today)));
  const counts = new Map((await countStandings(deps.db, actor, place, span)).map((row) => [row.title, row]));
  const enterprises = await countOpen(deps.db, actor, place);
  const editions = editionsOf(deps.library);
  const titles = titleKindsOf(deps.library).map(({ id, name, ladder, step }): TitleCountsJson => {
    const { held, expiring, expired, reach, met, new: fresh, lost } = counts.get(id) ?? none;
    const edition = editionOn(editions, id, today) ?? null;
    const isJudged = edition !== null && edition.empty === null;
    return {
      title: { id, name, ladder, step },
      edition:
        edition === null
          ? null
          : { id: edition.id, name: edition.name, docNumber: edition.docNumber, empty: edition.empty },
      ...{ held, expiring, expired, reach, met, new: fresh },
      far: isJudged ? Math.max(0, enterprises - held - reach - lost) : null,
    };
  });
  const targets = await pipelineTargets(actor, { year: ofYear, today }, deps);
  return {
    ...{ day, today, waiting, blocks, months, year: ofYear, enterprises, within: withinReach / 10, titles, targets },
  };
}
