import { expect, test } from 'vitest';
import { adjust } from '../decompose/adjust.ts';
import { proposeSum } from '../decompose/propose.ts';
import { checkSums } from '../decompose/sums.ts';
import { adjustmentWords, handedDownSentences, proposalSentences } from './handed-down.ts';

const written = { unit: '万元', decimals: 0 };
const nameOf = (id: string) => `${id}区`;
const said = (
  level: bigint | null,
  parts: readonly (bigint | null)[],
  sense: 'floor' | 'ceiling' | 'exact' = 'floor',
) => {
  const tree = [
    { id: 'city', parent: null, level },
    ...parts.map((part, at) => ({ id: String.fromCharCode(65 + at), parent: 'city', level: part })),
  ];
  const context = { written, sense, own: '市级', below: '各区', nameOf };
  return checkSums(tree, { sense, overshoot: 30_000 }).flatMap((found) => handedDownSentences(found, context));
};

test('parts against their whole', () => {
  expect(said(1_000_000n, [500_000n, 380_000n])).toEqual([
    '各区之和比市级目标少 12 亿元，各自都完成了，市级也完不成。',
  ]);
  expect(said(1_000_000n, [500_000n, 500_000n])).toEqual(['各区之和正好是市级目标。']);
  expect(said(1_000_000n, [500_000n, null, 380_000n])).toEqual([
    '市级目标还有 12 亿元没有分解。',
    '还没有目标的：B区。',
  ]);
  expect(said(1000n, [500n, 520n])).toEqual(['各区之和比市级目标多 20 万元（加码 2%，在事先说明的范围内）。']);
  expect(said(1000n, [500n, 600n])).toEqual(['各区之和比市级目标多 100 万元（加码 10%，超出事先说明的范围）。']);
  expect(said(1000n, [500n, 400n], 'ceiling')).toEqual([
    '各区之和比市级目标少 100 万元（加码 10%，超出事先说明的范围）。',
  ]);
  expect(said(1000n, [500n, 400n], 'exact')).toEqual(['各区之和比市级目标少 100 万元，两边要相等。']);
  expect(said(1000n, [null, null])).toEqual(['市级目标还没有分解到各区。']);
  expect(said(null, [null])).toEqual(['市级和各区都没有目标。']);
  expect(said(null, [5n, null])).toEqual(['各区之和是 5 万元，市级自己没有目标。', '还没有目标的：B区。']);
});

test('proposals and adjustments', () => {
  const receiver = (id: string, last: bigint | null, fixed: bigint | null = null) => ({ id, last, below: null, fixed });
  expect(proposalSentences(proposeSum(10n, [receiver('A', 1n), receiver('B', null)]), written, nameOf)).toEqual([
    ...['按上年所占的比例分，合计正好相等。', '没有上年的数、这次没有分到的：B区。'],
  ]);
  expect(proposalSentences(proposeSum(10n, [receiver('A', null)]), written, nameOf)).toEqual([
    '都没有上年的数，不能按比例分。请逐个填写。',
  ]);
  expect(proposalSentences(proposeSum(10n, [receiver('A', 1n, 12n)]), written, nameOf)).toEqual([
    '已经定下的共 12 万元，超过了要分的 10 万元。请先减少定下的数。',
  ]);
  const ledger = { first: { on: '2026-03-01', value: 5n }, adjustments: [] };
  const faults = (on: string) => {
    const found = adjust(ledger, { on, value: 5n, reason: ' ', approver: '' });
    return found.ok ? [] : found.faults.map((fault) => adjustmentWords(fault, written));
  };
  expect(faults('2026-02-30')).toEqual([
    ...['没有写调整原因。请写明。', '没有写由谁批准。请写明。'],
    ...['「2026-02-30」不是日期。请写成 2026-03-01 这样。', '还是 5 万元，没有变。请写新的数。'],
  ]);
  expect(faults('2026-01-01')).toContain('2026-01-01 早于上一次的 2026-03-01。请选不早于它的一天。');
});
