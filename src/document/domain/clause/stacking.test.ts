import { expect, test } from 'vitest';
import { inPolicy } from '../../../../tests/examples/document.ts';

const award = '1.对首次上规的企业，奖励10万元。';

test.each([
  ['2.同一事项符合多项政策的，按照就高不重复原则执行。', '按照就高不重复原则执行'],
  ['2.企业可自主选择，同一项目不得重复申报。', '同一项目不得重复申报'],
  ['2.企业可自主选择，同类政策择高享受。', '同类政策择高享受'],
])('the rule in the words of the document: %s', (rule, words) => {
  expect(inPolicy(award, rule).clauses[0]!.stacking).toBe(words);
});

test('none when the document has none', () => {
  expect(inPolicy(award).clauses[0]!.stacking).toBeNull();
});
