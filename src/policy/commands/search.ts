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
      return found.slice(0, limit).map(({ id, policyId, clauseId, title, policy, for: whom, sentence }) => {
        const usual = `${policy} · ${whom}`;
        const unseen = words.find((word) => !has(`${title} ${usual}`, word));
        const detail = unseen === undefined ? usual : `${policy} · ${around(sentence, unseen) ?? whom}`;
        return { id, title, link: `/policies/${policyId}/${clauseId}`, detail };
      });
    },
  },
];

const has = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());

/** Signs before and after a word that are shown with it. */
const besides = 12;

/** The place of a sentence where a word stands, so that a hit shows why it is one. */
function around(sentence: string, word: string): string | null {
  const at = sentence.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return null;
  const [from, to] = [Math.max(0, at - besides), Math.min(sentence.length, at + word.length + besides)];
  return `${from > 0 ? '…' : ''}${sentence.slice(from, to)}${to < sentence.length ? '…' : ''}`;
}

const inForceFirst = [{ key: 'state', descending: false }] as const;
