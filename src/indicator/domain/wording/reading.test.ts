import { expect, test } from 'vitest';
import { usualLights } from '../pace/light.ts';
import { readCell } from '../reading/cell.ts';
import { type CellFacts, noFacts, usualReading } from '../reading/facts.ts';
import { readMatrix } from '../reading/matrix.ts';
import { cellsOf, definitionOf, targetOf } from '../testing/cells.ts';
import { forecastSentences } from './forecast.ts';
import { gapSentences } from './gap.ts';
import { hiddenWords } from './hidden.ts';
import { lightWords, paceWords, pathWords } from './pace.ts';

const output = definitionOf();
const options = { ...usualReading, catalogue: new Map() };
function said(
  values: Readonly<Record<string, number>>,
  more: Parameters<typeof targetOf>[0] = {},
  definition = output,
  asOf = '2026-03',
) {
  const facts: CellFacts = {
    ...noFacts,
    series: new Map([['output', cellsOf(values)]]),
    targets: [{ target: targetOf(more), ledger: null }],
  };
  const { main, path, light, forecast } = readCell(definition, facts, asOf, options);
  return {
    pace: main?.pace ? paceWords(main.verdict, main.pace, path, definition) : null,
    light: lightWords(light, main?.pace?.pace, usualLights),
    forecast: forecastSentences(forecast, definition),
  };
}
const past = { '2024-03': 2_200, '2024-12': 10_000, '2025-03': 2_300, '2025-12': 10_000 };

test('a sum against the path of past years', () => {
  expect(said({ ...past, '2026-03': 2_172 }, { value: 12_000n })).toEqual({
    pace: '按往年（2024、2025 年）进度，到 2026 年 3 月应完成 22.5%，实际完成 18.1%，落后 4.4 个百分点（528 万元）',
    light: '红灯：进度是应有的 80.4%，低于 85%',
    forecast: ['预计全年 7,570 至 12,400 万元（90% 的把握）；只有两年数据，范围较宽。', '能不能完成目标还说不准。'],
  });
  expect(said({ ...past, '2026-03': 2_700 }, { value: 12_000n }).pace).toBe(
    '按往年（2024、2025 年）进度，到 2026 年 3 月应完成 22.5%，实际完成 22.5%，正好',
  );
});

test('a straight line says why it is one', () => {
  expect(said({ '2026-03': 400 })).toEqual({
    pace: '没有往年数据，按每月平均计算，到 2026 年 3 月应完成 25%，实际完成 33.3%，超前 8.3 个百分点（100 万元）',
    light: '绿灯：进度是应有的 133.3%，不低于 100%',
    forecast: ['预计全年约 1,600 万元；往年数据不足两年，按每月平均推算，不给范围。'],
  });
  expect(said({ '2025-12': 900, '2026-03': 280 })).toMatchObject({
    pace: '只有 2025 年一年的数据，按每月平均计算，到 2026 年 3 月应完成 25%，实际完成 23.3%，落后 1.7 个百分点（20 万元）',
    light: '黄灯：进度是应有的 93.3%，在 85%到 95%之间',
  });
});

test('years of the place above are said to be so', () => {
  const years = ['2025', '2024'].map((year) => ({ year, byStep: [], total: 1n }));
  expect(pathWords({ kind: 'seasonal', years }, true)).toBe('按上级往年（2024、2025 年）进度');
});

test('allowances and stocks are said in their own way', () => {
  const down = definitionOf({ direction: 'down' });
  expect(said({ '2026-03': 360 }, { op: '<=' }, down).pace).toBe(
    '没有往年数据，按每月平均计算，到 2026 年 3 月最多可用 25%，实际用了 30%，超出 5 个百分点（60 万元）',
  );
  const stock = definitionOf({ measures: 'stock', unit: '家' });
  expect(said({ '2025-12': 300, '2026-06': 309 }, { value: 320n }, stock, '2026-06').pace).toBe(
    '没有往年数据，按每月平均计算，到 2026 年 6 月应达到 310 家，实际 309 家，落后 1 家',
  );
});

test('no light and no forecast say what lacks', () => {
  expect(said({})).toEqual({
    pace: null,
    light: '不亮灯：还没有报数',
    forecast: ['还没有报数，不能预计。'],
  });
  const flow = definitionOf({ measures: 'flow' });
  expect(said({ '2026-01': 5, '2026-03': 6 }, {}, flow)).toMatchObject({
    light: '不亮灯：中间有月份没有报数，不能判断快慢',
    forecast: ['中间有月份没有报数，不能预计。'],
  });
  expect(said({ '2026-12': 1300 }, {}, output, '2026-12')).toMatchObject({
    light: '绿灯：已完成目标',
    forecast: ['全年 1,300 万元，已经报齐。'],
  });
});

test('which cells explain the gap', () => {
  const cell = (row: string, value: number, firms = 5) => ({
    ...{ row, column: 'north' },
    facts: {
      ...noFacts,
      series: new Map([['output', cellsOf({ '2026-06': value }, { firms })]]),
      targets: row === 'none' ? [] : [{ target: targetOf({ value: 100n }), ledger: null }],
    },
  });
  const cells = [cell('silk', 20), cell('steel', 30), cell('tea', 45), cell('salt', 60), cell('none', 5)];
  const rows = cells.map(({ row }) => ({ id: row, parent: null }));
  const columns = [{ id: 'north', parent: null }];
  const matrix = readMatrix(
    { definition: output, rows, columns, cells, asOf: '2026-06', mayDetail: true, explain: 2 },
    options,
  );
  const context = { written: output, nameOf: (chain: string, region: string) => `${chain}·${region}`, withheld: 1 };
  expect(matrix.gap && gapSentences(matrix.gap, context)).toEqual([
    '合计落后 45 万元：落后的共 55 万元，超前的共 10 万元。',
    'silk·north落后 30 万元（占 54.5%）、steel·north落后 20 万元（占 36.4%），这 2 处占落后总数的 90.9%，另外 1 处共落后 5 万元。',
    'salt·north超前 10 万元。',
    '1 处没有目标或者数没有报齐，没有算进去。',
    '1 处企业太少不显示，没有算进去。',
  ]);
  expect([hiddenWords('small'), hiddenWords('other')]).toEqual([
    ...['不足 3 家，不显示', '显示了就能推算出不足 3 家的数，所以不显示'],
  ]);
});
