import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilePolicy } from '../../src/policy/domain/index.ts';
import { clauseWith, policyWith } from '../../src/policy/domain/testing/policies.ts';
import { randomFacts } from '../../src/policy/domain/testing/random.ts';
import { duckdb, policySql, postgres, questions } from '../../src/policy/store/sql/index.ts';

/** An invented policy with a group of which the highest counts, a divisor, a cap, a floor, and somebody left out. */
const source = policyWith(
  [
    clauseWith({ id: 'digital', title: '数字化', when: ['等级 >= 5级'], pay: '4万元', group: 'best' }),
    clauseWith({
      ...{ id: 'growth', title: '增长', when: [{ any: ['增幅 > 全市增幅', '仍在库'] }], group: 'best' },
      ...{ pay: { rate: '3%', of: '营业收入', most: null }, cap: '100万元', floor: '1万元' },
      payers: [
        { payer: '市级', percent: 50 },
        { payer: '县级', percent: 50 },
      ],
      rest: '县级',
    }),
    clauseWith({
      ...{ id: 'fair', title: '展会', when: ['人数 > 0', '产业链 = 纺织'], round: { to: '百元', mode: 'down' } },
      pay: '70% * 费用 * 最小(人数, 2人/个 * 展位数) / 人数',
    }),
  ],
  {
    ...{ id: 'linjiang', title: '临江市示范措施' },
    groups: [{ id: 'best', name: '就高', place: '一', rule: 'highest' }],
    exclude: [{ when: '失信', words: '失信企业', place: null }],
  },
);

test.each([postgres, duckdb])('the statements of a policy are those that were reviewed ($name)', (dialect) => {
  const { policy, faults } = compilePolicy(source, randomFacts, { hash: 'sha256:0', on: '2025-12-31' });
  expect(faults).toEqual([]);
  const policies = policy === null ? [] : [policy];
  const text = questions.map((question) => policySql(policies, dialect, question, 'js.facts')).join('\n');
  const file = join(import.meta.dirname, `policy-${dialect.name}.sql`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});
