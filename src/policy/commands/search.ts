import { rowsMatching } from '../../../platform/http/list-rows.ts';
import { permit } from '../../access/index.ts';
import type { Searcher } from '../../work/index.ts';
import { clauseList, documentList } from './clause-rows.ts';
import type { PolicyDeps } from './deps.ts';

/** What the search over everything finds among policies: the documents and their clauses, those in force first. */
export const policySearchers = (deps: PolicyDeps): readonly Searcher[] => [
  {
    kind: 'policy',
    name: '政策',
    permission: 'policy.read',
    find: async (actor, words, limit) => {
      permit(actor, 'policy.read');
      const found = rowsMatching(documentList(actor, undefined, deps), { words, filter: {}, sort: inForceFirst });
      return found.slice(0, limit).map(({ id, title, docNumber, issuer }) => ({
        ...{ id, title, link: `/policies/${id}` },
        detail: [docNumber, issuer].filter(Boolean).join(' · '),
      }));
    },
  },
  {
    kind: 'policy-clause',
    name: '政策条款',
    permission: 'policy.read',
    find: async (actor, words, limit) => {
      permit(actor, 'policy.read');
      const list = await clauseList(actor, {}, deps);
      const found = rowsMatching(list, { words, filter: {}, sort: inForceFirst });
      return found.slice(0, limit).map(({ id, policyId, clauseId, title, policy, for: whom }) => ({
        ...{ id, title, link: `/policies/${policyId}/${clauseId}`, detail: `${policy} · ${whom}` },
      }));
    },
  },
];

const inForceFirst = [{ key: 'state', descending: false }] as const;
