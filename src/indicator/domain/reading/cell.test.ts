import { describe, expect, test } from 'vitest';
import { monthsOf, type Period } from '../../../kernel/index.ts';
import { fraction } from '../number/fraction.ts';
import { cellsOf, definitionOf, ratioOfTwo, targetOf } from '../testing/cells.ts';
import { diceOf } from '../testing/dice.ts';
import { readCell } from './cell.ts';
import { type CellFacts, leavesOf, noFacts, type ReadingOptions, usualReading } from './facts.ts';

const output = definitionOf();
const options = (...more: readonly ReturnType<typeof definitionOf>[]): ReadingOptions => ({
  ...usualReading,
  catalogue: new Map(more.map((each) => [each.id, each])),
});
const factsOf = (series: Record<string, ReturnType<typeof cellsOf>>, more: Partial<CellFacts> = {}): CellFacts => ({
  ...noFacts,
  series: new Map(Object.entries(series)),
  ...more,
});
const held = (...targets: ReturnType<typeof targetOf>[]) => targets.map((target) => ({ target, ledger: null }));

describe('one cell', () => {
  // Two past years with the same shares: a fifth by March.
  const past = { '2024-03': 200, '2024-06': 500, '2024-12': 1000, '2025-03': 220, '2025-06': 550, '2025-12': 1100 };

  test('actual, target, pace by past years, forecast, light and growth of a cumulative sum', () => {
    const facts = factsOf({ output: cellsOf({ ...past, '2026-03': 230 }) }, { targets: held(targetOf()) });
    const found = readCell(output, facts, '2026-03', options());
    expect(found).toMatchObject({
      ...{ step: '2026-03', path: { kind: 'seasonal' } },
      actual: { value: 230n, through: '2026-03', missing: [], figures: 5, firms: 5, vintages: { final: 5 } },
      main: {
        verdict: { state: 'open', share: fraction(230n, 1200n), goal: fraction(1200n) },
        pace: { expected: fraction(1n, 5n), expectedFigure: 240n, ahead: -10n, pace: fraction(23n, 24n) },
      },
      light: { light: 'blue', because: 'pace', limit: 950_000 },
      forecast: { forecast: { method: 'path', value: 1150n, low: 1150n, high: 1150n, level: 90 }, outlook: 'not-met' },
      growth: { toDate: { of: 'figure', thin: null, growth: { rate: fraction(10n, 220n), difference: 10n } } },
      own: null,
    });
  });

  test('a year with one past year only is held against a straight line, and says so', () => {
    const facts = factsOf({ output: cellsOf({ '2025-12': 1000, '2026-03': 300 }) }, { targets: held(targetOf()) });
    const found = readCell(output, facts, '2026-03', options());
    expect(found).toMatchObject({
      ...{ path: { kind: 'linear' }, light: { light: 'green' } },
      main: { pace: { expected: fraction(1n, 4n), expectedFigure: 300n } },
      forecast: { forecast: { method: 'line', value: 1200n, low: null }, outlook: null },
      growth: { toDate: { growth: { rate: null, remarks: [{ code: 'base-incomplete' }] } } },
    });
  });

  test('only what is over by then is looked at, and the last step of what is reported by the quarter', () => {
    const byQuarter = definitionOf({ frequency: 'quarter' });
    const facts = factsOf({ output: cellsOf({ '2026-Q1': 10, '2026-Q2': 25 }) });
    expect(readCell(byQuarter, facts, '2026-05', options())).toMatchObject({ step: '2026-Q1', actual: { value: 10n } });
    const early = readCell(byQuarter, facts, '2026-02', options());
    expect(early).toMatchObject({ step: null, current: null, growth: null, actual: { value: null, period: '2026' } });
    expect(early.light).toEqual({ light: null, because: 'no-target', limit: null });
    const yearly = definitionOf({ frequency: 'year' });
    const once = factsOf(
      { output: cellsOf({ '2025': 100, '2026': 125 }) },
      { targets: held(targetOf({ value: 120n })) },
    );
    expect(readCell(yearly, once, '2026', options())).toMatchObject({
      ...{ light: { light: 'green', because: 'met' }, forecast: { forecast: { method: 'over', value: 125n } } },
      growth: { yearOnYear: { growth: { rate: fraction(1n, 4n) } } },
    });
  });

  test('a gap in flows is named; it makes no light, no forecast and no rate', () => {
    const flow = definitionOf({ measures: 'flow' });
    const facts = factsOf(
      { output: cellsOf({ '2026-01': 60, '2026-03': 60 }) },
      { targets: held(targetOf({ value: 900n })) },
    );
    expect(readCell(flow, facts, '2026-04', options())).toMatchObject({
      actual: { value: 120n, through: '2026-03', missing: ['2026-02', '2026-04'], gaps: ['2026-02'], figures: 10 },
      ...{ light: { light: null, because: 'months-missing' }, forecast: { forecast: null, why: 'months-missing' } },
    });
    // What is enough already stays enough, whatever lacks.
    const enough = { ...facts, targets: held(targetOf({ value: 100n })) };
    expect(readCell(flow, enough, '2026-04', options()).light).toMatchObject({ light: 'green', because: 'met' });
  });

  test('who is missing is counted; too few make no light and no rate, and nobody fails for somebody else', () => {
    const some = (reported: number) =>
      factsOf(
        {
          output: [
            ...cellsOf({ '2025-12': 1500 }),
            ...cellsOf({ '2026-12': 1000 }, { reporters: { expected: 20, reported } }),
          ],
        },
        { targets: held(targetOf()) },
      );
    expect(readCell(output, some(20), '2026-12', options()).light).toMatchObject({ light: 'red', because: 'not-met' });
    const nearly = readCell(output, some(19), '2026-12', options());
    expect(nearly.actual.reporters).toEqual({ expected: 20, missing: 1, periods: ['2026-12'] });
    expect(nearly.main?.verdict).toMatchObject({
      state: 'open',
      missing: [{ code: 'reporters', given: 1, limit: 20, periods: ['2026-12'] }],
    });
    expect(nearly.light).toMatchObject({ light: 'red', because: 'pace' });
    expect(nearly.growth?.toDate).toMatchObject({ thin: null, growth: { rate: fraction(-1n, 3n) } });
    const few = readCell(output, some(18), '2026-12', options());
    expect(few.light).toEqual({ light: null, because: 'reporters-missing', limit: null });
    expect(few.growth?.toDate).toMatchObject({ thin: 'figure', growth: { rate: null, difference: null } });
  });

  test('a target that was adjusted counts as it stood; of several the year goes before many years', () => {
    const ledger = {
      first: { on: '2026-01-10', value: 1200n },
      adjustments: [{ on: '2026-05-01', value: 1000n, reason: '停产', approver: '市政府' }],
    };
    const facts = factsOf(
      { output: cellsOf({ '2026-03': 250, '2026-06': 500 }) },
      {
        targets: [
          {
            target: targetOf({ id: 'long', mode: 'cumulative', from: '2025', period: '2027', value: 9n }),
            ledger: null,
          },
          { target: targetOf({ id: 'year' }), ledger },
          { target: targetOf({ id: 'month', period: '2026-03', value: 1n }), ledger: null },
        ],
      },
    );
    expect(readCell(output, facts, '2026-03', options()).main).toMatchObject({ target: { id: 'year', value: 1200n } });
    const june = readCell(output, facts, '2026-06', options());
    expect(june.main).toMatchObject({ first: 1200n, target: { value: 1000n }, pace: { light: 'green' } });
    expect(june.targets.map(({ target, pace }) => [target.id, pace !== null])).toEqual([
      ...[
        ['long', true],
        ['year', true],
        ['month', false],
      ],
    ]);
    // Loaded in April, it is the target of the whole year.
    const late = { ...ledger, first: { ...ledger.first, on: '2026-04-20' } };
    const loaded = { ...facts, targets: [{ target: targetOf({ id: 'year' }), ledger: late }] };
    expect(readCell(output, loaded, '2026-03', options()).main).toMatchObject({ target: { id: 'year', value: 1200n } });
    // Nothing was set yet.
    expect(readCell(output, facts, '2025-12', options()).targets.map(({ target }) => target.id)).toEqual([
      'long',
      'month',
    ]);
  });

  test('a ratio is that of its sums, with its change in points', () => {
    const rate = definitionOf({ id: 'rate', unit: '%', decimals: 1, of: ratioOfTwo('tech', 'output', 100), low: null });
    const tech = definitionOf({ id: 'tech', decimals: 1 });
    const facts = factsOf(
      {
        tech: cellsOf({ '2025-12': 250, '2026-12': 333 }),
        output: cellsOf({ '2025-12': 100, '2026-12': 100 }, { vintages: { preliminary: 2, final: 3 } }),
      },
      { targets: held(targetOf({ indicatorId: 'rate', value: 330n })) },
    );
    expect(leavesOf(rate, options(output, tech).catalogue)).toEqual(['tech', 'output']);
    expect(readCell(rate, facts, '2026-12', options(output, tech))).toMatchObject({
      actual: {
        value: 333n,
        ratio: { value: fraction(333n, 10n) },
        figures: 10,
        vintages: { preliminary: 2, final: 8 },
      },
      growth: { toDate: { of: 'ratio', change: { difference: fraction(83n, 10n) } } },
      ...{ light: { light: 'green', because: 'met' }, forecast: { forecast: null, why: 'kind' }, path: null },
    });
    const none = readCell(rate, facts, '2026-12', options(output));
    expect(none.actual).toMatchObject({ value: null, ratio: { why: { code: 'not-known' } } });
  });

  test('a stock is forecast from the end of last year on; a maximum is not', () => {
    const stock = definitionOf({ measures: 'stock' });
    const facts = factsOf({ output: cellsOf({ '2025-12': 300, '2026-06': 310 }) });
    expect(readCell(stock, facts, '2026-06', options()).forecast.forecast).toMatchObject({
      method: 'line',
      value: 320n,
    });
    const unknown = factsOf({ output: cellsOf({ '2026-06': 310 }) });
    expect(readCell(stock, unknown, '2026-06', options()).forecast.why).toBe('start-unknown');
    const most = definitionOf({ of: { kind: 'max' }, measures: 'stock' });
    const peaks = factsOf({ output: cellsOf({ '2026-01': 5, '2026-02': 9, '2026-03': 7 }) });
    expect(readCell(most, peaks, '2026-03', options())).toMatchObject({
      actual: { value: 9n },
      forecast: { why: 'kind' },
    });
  });

  test('own report and sum of the parts stand beside each other when they are of the same months', () => {
    const own = (period: Period) => new Map([['output', cellsOf({ [period]: 110 })]]);
    const facts = factsOf({ output: cellsOf({ '2026-03': 100 }) });
    expect(readCell(output, { ...facts, own: own('2026-03') }, '2026-03', options()).own).toMatchObject({
      difference: 10n,
    });
    expect(readCell(output, { ...facts, own: own('2026-02') }, '2026-03', options()).own).toMatchObject({
      ...{ difference: null, amount: { value: 110n, missing: ['2026-03'] } },
    });
  });

  test('a base that was restated since is told', () => {
    const facts = factsOf(
      { output: cellsOf({ '2025-03': 100, '2026-03': 110 }) },
      { earlier: new Map([['output', cellsOf({ '2025-03': 105 })]]) },
    );
    expect(readCell(output, facts, '2026-03', options()).growth?.toDate).toMatchObject({
      growth: { rate: fraction(1n, 10n), remarks: [{ code: 'base-restated', before: 105n, now: 100n }] },
    });
  });
});

describe('against a recount', () => {
  const rolls = diceOf(11);
  const flow = definitionOf({ measures: 'flow' });
  const months = ['2023', '2024', '2025', '2026'].flatMap(monthsOf);

  test('the sum of what is known, whichever months lack, and never of later ones', () => {
    for (let round = 0; round < 150; round += 1) {
      const values = Object.fromEntries(months.flatMap((month) => (rolls(5) === 0 ? [] : [[month, rolls(1000)]])));
      const asOf = `2026-${String(rolls(12) + 1).padStart(2, '0')}`;
      const facts = factsOf(
        { output: cellsOf(values) },
        { targets: held(targetOf({ value: BigInt(rolls(9000) + 1) })) },
      );
      const found = readCell(flow, facts, asOf, options());
      const own = Object.entries(values).filter(([month]) => month.startsWith('2026') && month <= asOf);
      const sum = own.reduce((all, [, value]) => all + value, 0);
      expect(found.actual.value).toBe(own.length === 0 ? null : BigInt(sum));
      expect(found.actual.missing).toEqual(monthsOf('2026').filter((month) => month <= asOf && !(month in values)));
      expect(found.actual.figures).toBe(own.length * 5);
      const until = Object.fromEntries(Object.entries(values).filter(([month]) => month <= asOf));
      expect(readCell(flow, { ...facts, series: new Map([['output', cellsOf(until)]]) }, asOf, options())).toEqual(
        found,
      );
    }
  });

  test('months by themselves and sums since January say the same of the year', () => {
    for (let round = 0; round < 60; round += 1) {
      const monthly = Object.fromEntries(months.map((month) => [month, rolls(500) + 1]));
      const since = Object.fromEntries(
        months.map((month) => {
          const until = months.filter((each) => each.slice(0, 4) === month.slice(0, 4) && each <= month);
          return [month, until.reduce((sum, each) => sum + (monthly[each] ?? 0), 0)];
        }),
      );
      const asOf = `2026-${String(rolls(12) + 1).padStart(2, '0')}`;
      const targets = held(targetOf({ value: BigInt(rolls(5000) + 1) }));
      const a = readCell(flow, factsOf({ output: cellsOf(monthly) }, { targets }), asOf, options());
      const b = readCell(output, factsOf({ output: cellsOf(since) }, { targets }), asOf, options());
      expect(a.actual.value).toBe(b.actual.value);
      expect(a.current?.value).toBe(b.current?.value);
      expect([a.light, a.forecast, a.path?.shares]).toEqual([b.light, b.forecast, b.path?.shares]);
      expect(a.main?.pace).toEqual(b.main?.pace);
      for (const kind of ['toDate', 'yearOnYear', 'onLastPeriod'] as const) {
        const [x, y] = [a.growth?.[kind], b.growth?.[kind]];
        expect(x?.of === 'figure' && x.growth.rate).toEqual(y?.of === 'figure' && y.growth.rate);
      }
    }
  });

  test('a formula reads as the cells that it comes to', () => {
    const [a, b] = [definitionOf({ id: 'a' }), definitionOf({ id: 'b' })];
    const less = definitionOf({
      ...{ id: 'less', low: null },
      of: {
        kind: 'formula',
        terms: [
          { times: 1, indicator: 'a' },
          { times: -1, indicator: 'b' },
        ],
      },
    });
    for (let round = 0; round < 60; round += 1) {
      const draw = () => Object.fromEntries(months.flatMap((month) => (rolls(6) === 0 ? [] : [[month, rolls(1000)]])));
      const [x, y] = [draw(), draw()];
      const both = months.filter((month) => month in x && month in y);
      const sums = Object.fromEntries(both.map((month) => [month, (x[month] ?? 0) - (y[month] ?? 0)]));
      const targets = held(targetOf({ indicatorId: 'less', value: 100n }));
      const asOf = `2026-${String(rolls(12) + 1).padStart(2, '0')}`;
      const found = readCell(less, factsOf({ a: cellsOf(x), b: cellsOf(y) }, { targets }), asOf, options(a, b));
      const plain = { ...less, of: { kind: 'sum' } as const };
      const twice = cellsOf(sums, { figures: 10, vintages: { preliminary: 0, revised: 0, final: 10 } });
      expect(found).toEqual(readCell(plain, factsOf({ less: twice }, { targets }), asOf, options()));
    }
  });

  test('a formula by the quarter of what comes by the month has the quarters that are whole', () => {
    const monthly = definitionOf({ id: 'a', measures: 'flow' });
    const quarterly = definitionOf({
      ...{ id: 'q', measures: 'flow', frequency: 'quarter', low: null },
      of: { kind: 'formula', terms: [{ times: 1, indicator: 'a' }] },
    });
    const facts = factsOf({ a: cellsOf({ '2026-01': 1, '2026-02': 2, '2026-03': 3, '2026-04': 4, '2026-06': 6 }) });
    expect(readCell(quarterly, facts, '2026-06', options(monthly))).toMatchObject({
      actual: { value: 6n, through: '2026-Q1', missing: ['2026-Q2'], figures: 15 },
    });
  });
});
