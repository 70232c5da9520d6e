import { permit } from '../../access/index.ts';
import type { Searcher } from '../../work/index.ts';
import { stageNames } from '../domain/index.ts';
import type { ProjectDeps } from './deps.ts';
import { findProjects } from './find-projects.ts';

/** What the search over everything finds among projects: by name, enterprise, number and site. */
export const projectSearchers = (deps: ProjectDeps): readonly Searcher[] => [
  {
    kind: 'project',
    name: '项目',
    permission: 'project.read',
    find: async (actor, words, limit) => {
      permit(actor, 'project.read');
      const { rows } = await findProjects(actor, { words, filter: {}, sort: [] }, { limit, offset: 0 }, deps);
      return rows.map(({ id, name, enterprise, stage }) => ({
        ...{ id, title: name, link: `/projects/${id}` },
        detail: [enterprise, stageNames[stage]].filter((part) => part !== '').join(' · '),
      }));
    },
  },
];
