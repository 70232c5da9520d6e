import { type Actor, permit } from '../../access/index.ts';
import type { ProjectThresholdsJson } from '../contract.ts';
import { fenWords, thresholdsIn } from '../domain/index.ts';
import { countProjectRows, planWordsOfInvestment } from '../store.ts';
import { type ProjectDeps, today } from './deps.ts';
import { normsFor } from './norms.ts';

const mostItems = 2000;
const mostPlans = 5;

/**
 * From which sums projects are counted apart: those that published plans in sight speak of, with the plans, and those that the
 * region has set; and how many projects in sight each would leave.
 */
export async function readThresholds(actor: Actor, deps: ProjectDeps): Promise<ProjectThresholdsJson> {
  permit(actor, 'project.read');
  const region = actor.post?.scopeRegionId ?? '';
  const { norms } = await normsFor(deps.db, region, today(deps), deps);
  const found = new Map(norms.thresholds.map((fen) => [fen, new Map<string, { title: string; text: string }>()]));
  for (const { id, title, text } of await planWordsOfInvestment(deps.db, mostItems))
    for (const { fen, text: words } of thresholdsIn(text)) {
      const plans = found.get(fen) ?? new Map<string, { title: string; text: string }>();
      if (plans.size < mostPlans && !plans.has(id)) plans.set(id, { title, text: words });
      found.set(fen, plans);
    }
  const thresholds = [];
  for (const [fen, plans] of [...found].toSorted(([a], [b]) => a - b))
    thresholds.push({
      ...{ fen, name: `总投资 ${fenWords(fen)}以上` },
      count: (await countProjectRows(deps.db, { atLeastFen: fen })).projects,
      plans: [...plans].map(([id, plan]) => ({ id, ...plan })),
    });
  return { thresholds };
}
