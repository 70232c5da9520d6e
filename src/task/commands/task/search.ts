import { permit } from '../../../access/index.ts';
import type { Searcher } from '../../../work/index.ts';
import { lightNames, taskStateNames } from '../../domain/index.ts';
import type { TaskDeps } from '../deps.ts';
import { listTasks } from './lists.ts';

/** What the search over everything finds among tasks: by title, source and lead, the worst light first. */
export const taskSearchers = (deps: TaskDeps): readonly Searcher[] => [
  {
    kind: 'dispatched-task',
    name: '调度任务',
    permission: 'task.read',
    find: async (actor, words, limit) => {
      permit(actor, 'task.read');
      const first = { words, filter: {}, sort: [], page: 1, pageSize: limit, offset: 0 };
      const { rows } = await listTasks(actor, {}, first, deps);
      return rows.map(({ id, title, leads, state, light }) => ({
        ...{ id, title, link: `/tasks/${id}` },
        detail: [
          leads.map(({ name }) => name).join('、'),
          state === 'open' && light !== 'none' ? lightNames[light] : taskStateNames[state],
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }));
    },
  },
];
