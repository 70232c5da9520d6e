import { expect, test } from 'vitest';
import { checkCell } from '../checks/cell.ts';
import { checkRatio, checkSum } from '../checks/form.ts';
import { historyOf } from '../checks/history.ts';
import { usualRules } from '../checks/rules.ts';
import { definitionOf } from '../testing/cells.ts';
import { type FindingContext, findingWords } from './finding.ts';

const output = definitionOf({ measures: 'flow', high: 50_000 });
const context: FindingContext = { written: output, length: 'month', nameOf: (id) => `「${id}」` };
const past = (values: readonly number[]) =>
  historyOf(
    '2026-03',
    'flow',
    values.map((value, at) => ({ period: `2025-${String(at + 1).padStart(2, '0')}`, value })),
  );
const words = (value: number | null, values: readonly number[], more = output) =>
  checkCell(more, { value, isNone: false, isOptional: false, history: past(values) }, usualRules).map((finding) =>
    findingWords(finding, context),
  );

test('every finding of a cell says figures, limits and what to do', () => {
  expect(words(null, [])).toEqual(['还没有填。是零请填 0，没有请选“无”并写明原因。']);
  expect(words(-5, [])).toEqual(['−5 万元低于下限 0 万元。请改正。']);
  expect(words(60_000, [])).toEqual(['6 亿元高于上限 5 亿元。请改正。']);
  expect(words(0, [100, 110])).toEqual(['以前从来不是 0（最近一次 110 万元），这次填了 0。如果没错，请写明原因。']);
  expect(words(-3, [100, 110], definitionOf({ low: null, measures: 'flow' }))).toEqual([
    '以前都是正数（最近一次 110 万元），这次是负数。如果没错，请写明原因。',
  ]);
  const steady = [100, 110, 105, 100, 104, 108, 103, 101, 99, 104, 106, 102];
  expect(words(1050, steady)).toEqual([
    '1,050 万元差不多是往常（105 万元上下）的 10 倍，像是多写了 1 个 0，或者弄错了单位。是不是 105 万元？如果没错，请写明原因。',
  ]);
  expect(words(1, steady)).toEqual([
    '1 万元差不多是往常（105 万元上下）的 100 分之一，像是少写了 2 个 0，或者弄错了单位。是不是 100 万元？如果没错，请写明原因。',
  ]);
  const monthly = historyOf('2026-03', 'flow', [
    { period: '2026-02', value: 100 },
    { period: '2025-03', value: 50 },
  ]);
  const sudden = checkCell(output, { value: 400, isNone: false, isOptional: false, history: monthly }, usualRules);
  expect(sudden.map((finding) => findingWords(finding, context))).toEqual([
    '本月 400 万元，比上月的 100 万元多 3 倍；一般在下降 66.7%到多 2 倍之间。如果没错，请写明原因。',
    '本月 400 万元，比上年同月的 50 万元多 7 倍；一般在下降 66.7%到多 2 倍之间。如果没错，请写明原因。',
  ]);
});

test('a sum since January that falls', () => {
  const cumulative = definitionOf();
  const history = historyOf('2026-03', 'cumulative', [{ period: '2026-02', value: 120 }]);
  const found = checkCell(cumulative, { value: 90, isNone: false, isOptional: false, history }, usualRules);
  expect(found.map((finding) => findingWords(finding, context))).toContain(
    '累计数 90 万元比今年已报的 120 万元还少，累计数不会变小。请改正。',
  );
});

test('sums and ratios of a form', () => {
  const typed = new Map([
    ['all', 100],
    ['a', 60],
    ['b', 52],
  ]);
  const sum = checkSum(typed, { total: 'all', parts: ['a', 'b'], tolerance: 0, severity: 'hard' }, true);
  expect(sum === null ? null : findingWords(sum, context)).toBe(
    '合计填 100 万元，各项（「a」、「b」）相加是 112 万元，合计少了 12 万元。请改正。',
  );
  const ratio = checkRatio(typed, { above: 'a', below: 'all', low: 700_000, high: null, severity: 'soft' });
  expect(ratio === null ? null : findingWords(ratio, context)).toBe(
    '「a」 ÷ 「all」是 0.6，低于 0.7。如果没错，请写明原因。',
  );
});
