import { permit } from '../../access/index.ts';
import type { Hit, Searcher } from '../../work/index.ts';
import { firstPlans, searchItems } from '../store.ts';
import type { PlanDeps } from './deps.ts';

/** Signs of a title that a list of hits shows. */
const longest = 60;
const short = (text: string): string =>
  [...text].length > longest ? `${[...text].slice(0, longest).join('')}…` : text;

/** What the search over everything finds among plans: the plans themselves, their indicators and their tasks. */
export const planSearchers = ({ db }: PlanDeps): readonly Searcher[] => [
  {
    kind: 'plan',
    name: '方案',
    permission: 'plan.read',
    find: async (actor, words, limit) => {
      permit(actor, 'plan.read');
      const plans = await firstPlans(db, words, actor.reach, limit);
      return plans.map(({ id, title, fileName, docNumber, issuer }) => ({
        ...{ id, title: title ?? fileName, link: `/plans/${id}` },
        detail: [docNumber, issuer].filter(Boolean).join(' · '),
      }));
    },
  },
  itemSearcher(db, 'indicator', '指标'),
  itemSearcher(db, 'task', '任务'),
];

function itemSearcher(db: PlanDeps['db'], kind: 'indicator' | 'task', name: string): Searcher {
  return {
    kind,
    name,
    permission: 'plan.read',
    find: async (actor, words, limit): Promise<Hit[]> => {
      permit(actor, 'plan.read');
      const found = await searchItems(db, kind, words, actor.reach, limit);
      return found.map(({ planId, itemId, title, planName }) => ({
        ...{ id: `${planId}.${itemId}`, title: short(title), detail: planName },
        link: `/plans/${planId}?at=${itemId}`,
      }));
    },
  };
}
