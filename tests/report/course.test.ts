import { describe, expect, test } from 'vitest';
import { wordBlocks } from '../../src/report/commands/output/word-blocks.ts';
import { type Composed, compose, type FrozenCycle, type LineChartBlock } from '../../src/report/domain/index.ts';
import { report, type TaskEvent } from '../../src/task/index.ts';
import { content, done, duty, having, signedByAll, stamp, told } from '../examples/task.ts';
import { factsOf, frozen, frozenYear } from './frozen-year.ts';

/** A sum of 365 parks within a year: one a day by the plan, so that the plan of a day is its number in the year. */
const parks = (id: string, reports: readonly (readonly [day: string, value: number])[], target = 365) => {
  const made = content({
    ...{ id, title: `任务${id}`, duties: [duty('D1', '甲局', { dueOn: '2025-12-31' })] },
    deliverables: [
      {
        ...{ id: 'F1', name: '建成园区', unit: '个', decimals: 0, target, comparator: '>=', mode: 'cumulative' },
        ...{ from: '2025-01-01', by: '2025-12-31', counts: 'reported', dutyId: null },
      },
    ] as never,
  });
  return having(
    signedByAll(made),
    ...reports.map(
      ([day, value]) =>
        (task: Parameters<typeof report>[0]) =>
          report(
            task,
            'D1',
            { ...told(), late: false, figures: [{ deliverableId: 'F1', value }] },
            stamp('某员', '甲局', day),
          ),
    ),
  ).events;
};

const month = (period: string, tasks: readonly (readonly TaskEvent[])[]): FrozenCycle =>
  frozen(
    { id: `C${period}`, kind: 'monthly', period, opensOn: `${period}-20`, dueOn: `${period}-25` },
    tasks.map((events) => events.filter(({ on }) => on <= `${period}-25`)),
  );

const composed = (cycles: readonly FrozenCycle[]): Composed => {
  const [current] = cycles.slice(-1);
  if (current === undefined) throw new Error('no cycle');
  return done(compose(factsOf(current, cycles.at(-2) ?? null, { course: cycles.slice(0, -1) })));
};
const chartsOf = ({ blocks }: Composed): LineChartBlock[] =>
  blocks.filter((block): block is LineChartBlock => block.kind === 'chart' && block.type === 'line');
const drawn = (paper: Composed, chart: LineChartBlock | undefined) =>
  chart?.lines.map(({ figures }) =>
    figures.map((id) => (id === null ? null : paper.figures.find((each) => each.id === id)?.value)),
  );

const periods = ['2025-01', '2025-02', '2025-03', '2025-04'];

describe('plan against done over the dispatches of the year', () => {
  test('is drawn from what each dispatch froze; what was reported later does not reach back', () => {
    const events = parks('T1', [
      ['2025-02-10', 12],
      ['2025-02-26', 90],
      ['2025-04-02', 100],
    ]);
    const paper = composed(periods.map((period) => month(period, [events])));
    const [chart, ...others] = chartsOf(paper);
    expect(others).toEqual([]);
    expect(chart?.along).toEqual(['2025年1月', '2025年2月', '2025年3月', '2025年4月']);
    // By the 25th of each month so many days have gone; nothing was known in January, and 90 only after the 25th of February.
    expect(drawn(paper, chart)).toEqual([
      [25, 56, 84, 115],
      [null, 12, 90, 100],
    ]);
  });

  test('stands in Word as a chart of its own with the plan dashed, gaps as gaps', () => {
    const events = parks('T1', [
      ['2025-01-10', 12],
      ['2025-03-10', 40],
    ]);
    const paper = composed(periods.slice(0, 3).map((period) => month(period, [events])));
    const words = wordBlocks(paper.blocks, paper.figures).find(
      (block) => block.kind === 'chart' && block.type === 'line',
    );
    expect(words).toMatchObject({
      ...{ type: 'line', unit: '个', categories: ['2025年1月', '2025年2月', '2025年3月'] },
      series: [
        { name: '按进度应到', planned: true, values: [25, 56, 84] },
        { name: '完成', values: [12, 12, 40] },
      ],
    });
  });

  test('the furthest behind come first, six at most; one point is no line, and what is measured otherwise is not joined', () => {
    const at = (no: number, value: number) =>
      parks(`T${no}`, [
        ['2025-01-10', 1],
        ['2025-03-10', value],
      ]);
    const tasks = [70, 10, 60, 20, 50, 30, 40, 80].map((value, no) => at(no, value));
    const paper = composed(periods.slice(0, 3).map((period) => month(period, tasks)));
    expect(chartsOf(paper).map((chart) => drawn(paper, chart)?.[1]?.at(-1))).toEqual([10, 20, 30, 40, 50, 60]);
    expect(chartsOf(composed([month('2025-03', tasks)]))).toEqual([]);
    const before = month('2025-02', [at(1, 5)]);
    const other: FrozenCycle = JSON.parse(JSON.stringify(before).replaceAll('"unit":"个"', '"unit":"万元"'));
    expect(chartsOf(composed([other, month('2025-03', [at(1, 5)])]))).toEqual([]);
  });

  test('a whole year of dispatches: every point is a figure of its month, and the same facts give the same charts', () => {
    const year = frozenYear(11, 30);
    const paper = composed(year);
    expect(chartsOf(paper).length).toBeGreaterThan(0);
    for (const chart of chartsOf(paper)) {
      const [, taskId, figureId] = chart.id.split('.');
      const wanted = (of: 'expected' | 'value') =>
        year.flatMap(({ snapshot }) => {
          const task = snapshot.tasks.find(({ id }) => id === taskId);
          const figure = task?.figures.find(({ id }) => id === figureId);
          return figure === undefined ? [] : [figure[of]];
        });
      expect(drawn(paper, chart)).toEqual([wanted('expected'), wanted('value')]);
    }
    expect(composed(frozenYear(11, 30))).toEqual(paper);
  });
});
