import { type Actor, permit } from '../../access/index.ts';
import { unitKinds } from '../domain/index.ts';
import type { OrganisationDeps } from './deps.ts';
import { personPage, unitPage } from './pages.ts';

/** What the search over everything finds in the organisation: units by any spelling of their names, and people. */
export const organisationSearchers = (deps: OrganisationDeps) => [
  {
    kind: 'unit',
    name: '单位',
    permission: 'organisation.read' as const,
    find: async (actor: Actor, words: readonly string[], limit: number) => {
      permit(actor, 'organisation.read');
      const { rows } = await unitPage({ words, filter: {}, sort: [], limit, offset: 0, counted: false }, deps);
      return rows.map(({ id, name, kind, regionName }) => ({
        ...{ id, title: name, link: `/admin/organisation?unit=${id}` },
        detail: [unitKinds[kind], regionName].filter(Boolean).join(' · '),
      }));
    },
  },
  {
    kind: 'person',
    name: '人员',
    permission: 'organisation.read' as const,
    find: async (actor: Actor, words: readonly string[], limit: number) => {
      permit(actor, 'organisation.read');
      const { rows } = await personPage({ words, filter: {}, sort: [], limit, offset: 0, counted: false }, deps);
      return rows.map(({ id, name, posts }) => ({ id, title: name, detail: posts, link: `/admin/people?at=${id}` }));
    },
  },
];
