import { expect, test } from 'vitest';
import { compilePolicy } from './check/compile.ts';
import { mostAllowed } from './most.ts';
import type { ClauseSource } from './source.ts';
import { clauseWith, policyWith } from './testing/policies.ts';
import { randomFacts } from './testing/random.ts';

const mostOf = (changes: Partial<ClauseSource>): number | null => {
  const { policy } = compilePolicy(policyWith([clauseWith(changes)]), randomFacts, { hash: 'h', on: '2025-12-31' });
  const [clause] = policy?.clauses ?? [];
  if (clause === undefined) throw new Error('does not compile');
  return mostAllowed(clause, randomFacts);
};

test.each<[string, Partial<ClauseSource>, number | null]>([
  ['a fixed sum', { pay: '1.5万元' }, 15_000],
  ['a share without a cap', { pay: { rate: '30%', of: '费用', most: null } }, null],
  ['a share with its own cap', { pay: { rate: '30%', of: '费用', most: '2万元' } }, 20_000],
  ['a share with the cap of the clause', { pay: { rate: '30%', of: '费用', most: null }, cap: '5万元' }, 50_000],
  ['so much for each, as many as there are', { pay: { each: '1万元/人', count: '人数', most: null } }, null],
  ['so much for each, a few at most', { pay: { each: '1万元/人', count: '人数', most: '3人' } }, 30_000],
  ['the higher of two', { pay: { highest: ['2万元', { rate: '1%', of: '费用', most: '3万元' }] } }, 30_000],
  ['two together', { pay: { sum: ['2万元', '3万元'] } }, 50_000],
  [
    'a tier table ends with its highest step',
    {
      pay: {
        tiers: {
          of: '费用',
          steps: [
            { when: '>=', border: '10万元', pay: '4万元' },
            { when: '>=', border: '1万元', pay: '1万元' },
          ],
        },
      },
    },
    40_000,
  ],
  ['rounded up to whole 百元', { pay: '1050元', round: { to: '百元', mode: 'up' } }, 1100],
])('%s', (_name, changes, most) => {
  expect(mostOf(changes)).toBe(most);
});
