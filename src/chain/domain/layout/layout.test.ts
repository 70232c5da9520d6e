import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, foldedId, layoutOf, pathOf, stepFrom } from './index.ts';
import type { Chart, Layout } from './model.ts';
import { crossed, faultsOf, madeUp, shared } from './testing.ts';

const link = (from: string, to: string, flow = '') => ({ from, to, flow });
const garments: Chart = {
  stages: [
    { id: 'yarn', name: '纺纱', side: 'main' },
    { id: 'cloth', name: '织造', side: 'main' },
    { id: 'wear', name: '服装', side: 'main' },
    { id: 'machines', name: '装备', side: 'above' },
    { id: 'services', name: '服务', side: 'below' },
  ],
  nodes: [
    ...['cotton', 'wool'].map((id) => ({ id, stage: 'yarn' })),
    ...['woven', 'knit'].map((id) => ({ id, stage: 'cloth' })),
    ...['suits', 'shirts'].map((id) => ({ id, stage: 'wear' })),
    ...[
      { id: 'looms', stage: 'machines' },
      { id: 'testing', stage: 'services' },
    ],
  ],
  links: [
    ...[link('cotton', 'woven', '棉纱'), link('cotton', 'knit', '棉纱'), link('wool', 'woven', '毛纱')],
    ...[link('woven', 'suits', '面料'), link('knit', 'shirts', '面料'), link('cotton', 'shirts', '缝纫线')],
    ...[link('looms', 'woven', '织机'), link('suits', 'testing', '样衣'), link('shirts', 'cotton', '再生棉')],
  ],
};
const boxOf = (layout: Layout, id: string) => layout.boxes.find((box) => box.id === id);

describe('the drawing of a chain', () => {
  test('stages go from left to right, bands lie above and below, what flows is written once', () => {
    const layout = layoutOf(garments);
    expect(faultsOf(garments, layout)).toEqual([]);
    const [cotton, woven, suits, looms, services] = ['cotton', 'woven', 'suits', 'looms', 'testing'].map((id) =>
      boxOf(layout, id),
    );
    expect([cotton, woven, suits].map((box) => box?.x)).toEqual(
      [cotton, woven, suits].map((box) => box?.x).toSorted((a, b) => Number(a) - Number(b)),
    );
    expect(Number(looms?.y)).toBeLessThan(Number(woven?.y));
    expect(Number(services?.y)).toBeGreaterThan(Number(suits?.y));
    expect(layout.labels.filter(({ text }) => text === '棉纱')).toHaveLength(1);
    expect(layout.frames.map(({ name }) => name)).toEqual(['纺纱', '织造', '服装', '装备', '服务']);
  });

  test('no boxes upon each other, no line through a box, every link drawn: any chart', () => {
    const charts = fc.record({
      nodes: fc.integer({ min: 0, max: 70 }),
      stages: fc.integer({ min: 1, max: 12 }),
      seed: fc.integer(),
      bands: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(charts, ({ nodes, stages, seed, bands }) => {
        const chart = madeUp(nodes, stages, seed, bands);
        const layout = layoutOf(chart);
        expect(faultsOf(chart, layout)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('two hundred nodes: without a fault, and lines lie upon each other hardly anywhere', () => {
    const chart = madeUp(200, 10, 7, 3);
    const layout = layoutOf(chart);
    expect(faultsOf(chart, layout)).toEqual([]);
    expect(shared(layout)).toBeLessThan(20);
  });

  test('lines cross less than in the order in which the chart lists its nodes', () => {
    const turned: Chart = {
      stages: garments.stages.slice(0, 2),
      nodes: [...'abcdef']
        .flatMap((id) => [{ id, stage: 'yarn' }])
        .concat([...'ABCDEF'].map((id) => ({ id, stage: 'cloth' }))),
      links: [...'abcdef'].map((id, at) => link(id, [...'FEDCBA'][at] ?? '')),
    };
    expect(crossed(layoutOf(turned))).toBe(0);
  });

  test('the same chart gives the same drawing', () => {
    expect(layoutOf(madeUp(80, 8, 3))).toEqual(layoutOf(madeUp(80, 8, 3)));
  });

  test('with one node more, what was there keeps its order', () => {
    const chart = madeUp(80, 8, 11);
    const before = layoutOf(chart);
    const seen = before.boxes.toSorted((a, b) => a.y - b.y).map(({ id }) => id);
    const more: Chart = {
      ...chart,
      nodes: [...chart.nodes, { id: 'new', stage: 's3' }],
      links: [...chart.links, link('k20', 'new', '新料')],
    };
    const after = layoutOf(more, seen);
    expect(faultsOf(more, after)).toEqual([]);
    const order = ({ boxes }: Layout) =>
      boxes
        .filter(({ id }) => id !== 'new')
        .toSorted((a, b) => a.x - b.x || a.y - b.y)
        .map(({ id }) => id);
    expect(order(after)).toEqual(order(before));
  });

  test('a link to itself or to nowhere is left out, doubles are drawn once, a stage without nodes has no frame', () => {
    const odd: Chart = {
      stages: garments.stages,
      nodes: [...garments.nodes.slice(0, 3), { id: 'lost', stage: 'nowhere' }],
      links: [
        link('cotton', 'cotton'),
        link('cotton', 'gone'),
        link('cotton', 'woven', '纱'),
        link('cotton', 'woven', '纱'),
      ],
    };
    const layout = layoutOf(odd);
    expect(layout.ways).toHaveLength(1);
    expect(layout.frames.map(({ id }) => id)).toEqual(['yarn', 'cloth']);
    expect(layout.boxes.some(({ id }) => id === 'lost')).toBe(false);
    expect(layoutOf({ stages: [], nodes: [], links: [] }).boxes).toEqual([]);
  });

  test('links inside of a stage go from left to right too; a circle does not hang', () => {
    const circle: Chart = {
      stages: garments.stages.slice(0, 1),
      nodes: ['a', 'b', 'c'].map((id) => ({ id, stage: 'yarn' })),
      links: [link('a', 'b'), link('b', 'c'), link('c', 'a')],
    };
    const layout = layoutOf(circle);
    expect(faultsOf(circle, layout)).toEqual([]);
    expect(new Set(layout.boxes.map(({ x }) => x)).size).toBe(3);
  });
});

describe('folded stages', () => {
  test('one box for the stage, links joined to it, their flows together', () => {
    const chart = folded(garments, new Set(['cloth']));
    const box = foldedId('cloth');
    expect(chart.nodes.map(({ id }) => id)).toEqual(['cotton', 'wool', box, 'suits', 'shirts', 'looms', 'testing']);
    expect(chart.links).toContainEqual(link('cotton', box, '棉纱'));
    expect(faultsOf(chart, layoutOf(chart))).toEqual([]);
    expect(folded(garments, new Set())).toBe(garments);
    const most = folded(garments, new Set(['yarn', 'cloth', 'wear']));
    expect(most.links).toContainEqual(link(foldedId('yarn'), box, '棉纱、毛纱'));
    expect(faultsOf(most, layoutOf(most))).toEqual([]);
  });
});

test('arrows go downstream, upstream, and along the column', () => {
  const layout = layoutOf(garments);
  expect(stepFrom(layout, 'wool', 'right')).toBe('woven');
  expect(stepFrom(layout, 'suits', 'left')).toBe('woven');
  const column = layout.boxes
    .filter(({ stage }) => stage === 'yarn')
    .toSorted((a, b) => a.y - b.y)
    .map(({ id }) => id);
  expect(stepFrom(layout, column[0] ?? '', 'down')).toBe(column[1]);
  expect(stepFrom(layout, column[1] ?? '', 'up')).toBe(column[0]);
  expect(stepFrom(layout, 'looms', 'up')).toBeNull();
  const reached = new Set<string>();
  const open = ['cotton'];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const step of ['left', 'right', 'up', 'down'] as const) {
      const next = stepFrom(layout, id, step);
      if (next !== null) open.push(next);
    }
  }
  expect(reached.size).toBe(garments.nodes.length);
});

test('corners are rounded as far as there is room', () => {
  expect(
    pathOf([
      [0, 0],
      [20, 0],
      [20, 4],
      [40, 4],
    ]),
  ).toBe('M0 0L18 0Q20 0 20 2L20 2Q20 4 22 4L40 4');
  expect(pathOf([])).toBe('');
});
