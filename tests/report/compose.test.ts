import { describe, expect, test } from 'vitest';
import {
  type Block,
  type BulletinFacts,
  bulletinKinds,
  type Composed,
  compose,
  type FigureSource,
  type Piece,
  piecesOf,
  plainOf,
  type ReadingFact,
} from '../../src/report/domain/index.ts';
import { canonicalText, closeOut, type Snapshot, submit } from '../../src/task/index.ts';
import { content, done, duty, having, paper, signedByAll, stamp } from '../examples/task.ts';
import { factsOf, frozen, frozenYear } from './frozen-year.ts';

const reading = (changes: Partial<ReadingFact> = {}): ReadingFact => ({
  ...{ indicatorId: 'revenue', name: '规上工业营业收入', unit: '亿元', decimals: 2, period: '2025-09' },
  ...{ regionId: '990100', regionName: '临江市', chainId: null, chainName: null, value: 51_230, growthPermille: 89 },
  target: { id: 'T1', value: 60_000, reachedPermille: 854, light: 'blue' },
  ...{ vintages: ['初步'], reportedBy: ['王工'], approvedBy: ['李科'] },
  ...changes,
});

/** Every pointer walked anew, and not by the code that the composer uses. */
function walk(value: unknown, keys: readonly string[]): unknown[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (value === null || typeof value !== 'object') return [];
  const record = value as Record<string, unknown>;
  if (key === '*') return Object.keys(record).flatMap((each) => walk(record[each], rest));
  return key in record ? walk(record[key], rest) : [];
}
const numbersAt = (facts: unknown, pointer: string): number[] =>
  walk(facts, pointer.split('/')).filter((each) => typeof each === 'number');
const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

function naive(facts: unknown, source: FigureSource): number | null {
  switch (source.how) {
    case 'value':
      return numbersAt(facts, source.at)[0] ?? null;
    case 'size':
      return Math.abs(numbersAt(facts, source.at)[0] ?? Number.NaN);
    case 'sum':
      return total(source.of.flatMap((each) => numbersAt(facts, each)));
    case 'rate':
      return Math.floor((total(numbersAt(facts, source.won)) / total(numbersAt(facts, source.of))) * 1000 + 0.5);
    case 'apart':
      return Math.abs((naive(facts, source.left) ?? Number.NaN) - (naive(facts, source.right) ?? Number.NaN));
    case 'count':
    case 'distinct': {
      const found = walk(facts, source.of.split('/')).filter((entry) =>
        Object.entries(source.where).every(([key, wanted]) => {
          const value = walk(entry, key.split('/'))[0];
          if (wanted === null) return value !== null && value !== undefined && value !== '';
          return Array.isArray(wanted) ? wanted.includes(String(value)) : value === wanted;
        }),
      );
      if (source.how === 'count') return found.length;
      return new Set(found.map((entry) => walk(entry, source.by.split('/'))[0])).size;
    }
  }
}

const composed = (facts: BulletinFacts): Composed => done(compose(facts));
const textOf = (blocks: readonly Block[]): string => blocks.map((block) => plainOf(piecesOf(block))).join('\n');
const said = (facts: BulletinFacts, id: string): string => {
  const block = composed(facts).blocks.find((each) => each.id === id);
  return block === undefined ? '' : plainOf(piecesOf(block));
};

describe.each([3, 77])('every number of every paper of a year, script %i', (seed) => {
  const cycles = frozenYear(seed, 30);
  const all = cycles.flatMap((current, at) =>
    bulletinKinds.map((kind) =>
      factsOf(current, cycles[at - 1] ?? null, {
        kind,
        unit: kind === 'duty-list' || kind === 'letter' ? { id: '甲局', name: '甲局' } : null,
        yearAgo: at > 6 ? (cycles[at - 6] ?? null) : null,
        readings: [reading(), reading({ indicatorId: 'profit', name: '利润', value: null, growthPermille: -31 })],
      }),
    ),
  );
  const papers = all.flatMap((facts) => {
    const made = compose(facts);
    return made.ok ? [{ facts, paper: made.value }] : [];
  });

  test('stands in the frozen facts, and is equal to what stands there', () => {
    let figures = 0;
    for (const { facts, paper } of papers) {
      const frozenFacts: unknown = JSON.parse(canonicalText(facts));
      const known = new Map(paper.figures.map((figure) => [figure.id, figure]));
      for (const figure of paper.figures) {
        expect(naive(frozenFacts, figure.from), `${figure.id} ${JSON.stringify(figure.from)}`).toBe(figure.value);
        figures += 1;
      }
      for (const piece of paper.blocks.flatMap(piecesOf)) {
        if (typeof piece !== 'object' || !('figure' in piece)) continue;
        const figure = known.get(piece.figure);
        expect(piece.text.replace(/[.%]/gu, '').replace(/^0+(?=\d)/u, '')).toBe(String(figure?.value));
      }
    }
    expect(papers.length).toBeGreaterThan(40);
    expect(figures).toBeGreaterThan(2000);
  });

  test('is a figure or was taken over: the words of the composer hold no digits', () => {
    for (const { facts, paper } of papers) {
      const whole = canonicalText(facts);
      for (const piece of paper.blocks.flatMap(piecesOf)) {
        if (typeof piece === 'string') expect(piece).not.toMatch(/\d/u);
        else if ('taken' in piece && !/[年月日。，]/u.test(piece.taken) && !/^\d+$/u.test(piece.taken))
          expect(
            piece.taken === '' || whole.includes(JSON.stringify(piece.taken).slice(1, -1)) || /灯$/u.test(piece.taken),
            piece.taken,
          ).toBe(true);
      }
    }
  });

  test('the same facts give the same paper', () => {
    for (const { facts, paper } of papers.slice(0, 10))
      expect(canonicalText(composed(JSON.parse(canonicalText(facts))))).toBe(canonicalText(paper));
  });

  test('names of blocks are those of one block', () => {
    for (const { paper } of papers) expect(new Set(paper.blocks.map(({ id }) => id)).size).toBe(paper.blocks.length);
  });
});

/** Made by hand: counts of lights and rates as a dispatch would freeze them. */
const base = frozen({ id: 'C1', kind: 'monthly', period: '2025-09', opensOn: '2025-09-20', dueOn: '2025-09-25' }, [
  signedByAll(content({ duties: [duty('D1', '甲局', { dueOn: '2025-12-31' })] })).events,
]);
const withRates = (
  rates: readonly (readonly [unit: string, place: number | null, permille: number | null, won: number, of: number])[],
  changes: Partial<Snapshot> = {},
) => ({
  ...base,
  snapshot: {
    ...base.snapshot,
    ranking: rates.map(([name, place, permille, won, of]) => ({
      ...{ unit: { id: name, name }, place, permille, won, of, onTime: won, late: 0, overdue: of - won },
    })),
    ...changes,
  },
});

describe('what is said about ups and downs', () => {
  const now = withRates([
    ['甲局', 1, 1000, 4, 4],
    ['乙局', 2, 500, 2, 4],
    ['丙局', 2, 500, 1, 2],
    ['丁局', 4, 0, 0, 2],
    ['戊局', null, null, 0, 0],
  ]);

  test('in the first month without a predecessor nothing is compared', () => {
    const text = textOf(composed(factsOf(now)).blocks);
    expect(text).not.toMatch(/环比|同比|上期相比|上升|下降/u);
    expect(said(factsOf(now), 'overall.rate')).toContain('按时办结率58.3%。');
  });

  test('up, down and the same', () => {
    const before = withRates([
      ['丁局', 1, 1000, 2, 2],
      ['乙局', 2, 500, 2, 4],
      ['丙局', 2, 500, 1, 2],
      ['甲局', 4, 250, 1, 4],
    ]);
    const facts = factsOf(now, before);
    expect(said(facts, 'overall.rate')).toContain('按时办结率58.3%，环比提高8.3个百分点。');
    expect(said(factsOf(before, now), 'overall.rate')).toContain('环比下降8.3个百分点');
    expect(said(factsOf(now, now), 'overall.rate')).toContain('环比持平');
    expect(said(facts, 'ranking.text')).toContain('与上期相比，甲局上升3位。');
    expect(said(facts, 'ranking.text')).toContain('与上期相比，丁局下降3位。');
  });

  test('equals share a place and are said together; a unit without anything due has none', () => {
    const tied = withRates([
      ['甲局', 1, 1000, 1, 1],
      ['乙局', 1, 1000, 2, 2],
      ['丙局', 3, 0, 0, 1],
      ['戊局', null, null, 0, 0],
    ]);
    expect(said(factsOf(tied), 'ranking.text')).toContain('甲局、乙局并列第一，按时办结率均为100.0%。');
    const table = composed(factsOf(tied)).blocks.find(({ id }) => id === 'ranking.table');
    expect(table?.kind === 'table' && table.rows.map((row) => plainOf(row[1] ?? []))).toEqual(['甲局', '乙局', '丙局']);
    expect(
      said(
        factsOf(
          withRates([
            ['甲局', 1, 500, 1, 2],
            ['乙局', 1, 500, 1, 2],
          ]),
        ),
        'ranking.text',
      ),
    ).toBe('各单位按时办结率相同，均为50.0%。');
  });

  test('one unit alone is not ranked', () => {
    const one = composed(factsOf(withRates([['甲局', 1, 500, 1, 2]])));
    expect(one.blocks.some(({ id }) => id.startsWith('ranking'))).toBe(false);
  });

  test('nothing due is no rate, neither 0 nor 100', () => {
    const none = factsOf(withRates([['甲局', null, null, 0, 0]]));
    expect(said(none, 'overall.rate')).toBe('本期没有到期和办结的责任，不计算按时办结率。');
    expect(textOf(composed(none).blocks)).not.toMatch(/100\.0%|(?<!\d)0\.0%/u);
    expect(said(factsOf(now, withRates([['甲局', null, null, 0, 0]])), 'overall.rate')).not.toContain('环比');
  });

  test('all green is said in one sentence, and nothing is late or behind', () => {
    const { blocks } = composed(factsOf(base));
    expect(said(factsOf(base), 'overall.lights')).toContain('全部责任亮绿灯，没有超期和落后的。');
    expect(blocks.some(({ id }) => id === 'late' || id === 'behind')).toBe(false);
  });

  test('lights by other rules, and rates by other weights, are not compared', () => {
    const other = withRates([['甲局', 1, 1000, 1, 1]], {
      rules: { ...base.snapshot.rules, nearDays: base.snapshot.rules.nearDays + 1 },
      weights: { lead: 3, cooperating: 1 },
      counts: { ...base.snapshot.counts, red: 3 },
    });
    const red = { ...now, snapshot: { ...now.snapshot, counts: { ...now.snapshot.counts, red: 1 } } };
    expect(textOf(composed(factsOf(red, other)).blocks)).not.toMatch(/环比/u);
  });

  test('a paper with nothing to say says nothing', () => {
    const empty = frozen(
      { id: 'C0', kind: 'monthly', period: '2025-09', opensOn: '2025-09-20', dueOn: '2025-09-25' },
      [],
    );
    const { blocks } = composed(factsOf(empty));
    expect(textOf(blocks)).toBe(
      '总体情况\n截至2025年9月25日，本期没有需要调度的任务。\n本期没有到期和办结的责任，不计算按时办结率。',
    );
  });
});

describe('indicators', () => {
  const words = (changes: Partial<ReadingFact>) =>
    said(factsOf(base, null, { readings: [reading(changes)] }), 'readings.text');
  test.each([
    [{}, '2025年9月，临江市规上工业营业收入512.30亿元，同比增长8.9%，完成年度目标600.00亿元的85.4%。'],
    [
      { growthPermille: -5 },
      '2025年9月，临江市规上工业营业收入512.30亿元，同比下降0.5%，完成年度目标600.00亿元的85.4%。',
    ],
    [{ growthPermille: 0, target: null }, '2025年9月，临江市规上工业营业收入512.30亿元，同比持平。'],
    [{ growthPermille: null, target: null }, '2025年9月，临江市规上工业营业收入512.30亿元。'],
    [{ value: 0, growthPermille: null, target: null }, '2025年9月，临江市规上工业营业收入0.00亿元。'],
    [{ value: null }, ''],
  ] as const)('%j', (changes, wanted) => {
    expect(words(changes)).toBe(wanted);
  });

  test('blank is a gap in the table, and 0 is 0', () => {
    const { blocks } = composed(
      factsOf(base, null, {
        readings: [
          reading({ value: null, growthPermille: null, target: null }),
          reading({ indicatorId: 'x', value: 0 }),
        ],
      }),
    );
    const table = blocks.find(({ id }) => id === 'readings.table');
    const cells =
      table?.kind === 'table'
        ? table.rows.map(
            (row) =>
              row[3]?.map((piece: Piece) => (typeof piece === 'object' && 'text' in piece ? piece.text : piece)) ??
              null,
          )
        : [];
    expect(cells).toEqual([null, ['0.00']]);
  });
});

describe('papers about one unit', () => {
  const late = signedByAll(
    content({ duties: [duty('D1', '甲局', { dueOn: '2025-08-31' }), duty('D2', '乙局', { role: 'cooperating' })] }),
  );
  const closed = having(
    signedByAll(content({ id: 'T2', title: '办完的事', duties: [duty('D1', '乙局', { dueOn: '2025-09-10' })] })),
    (task) => submit(task, 'D1', '办完了。', [paper], stamp('乙局员', '乙局', '2025-09-05')),
    (task) => closeOut(task, 'D1', stamp('审核员', 'office', '2025-09-08')),
  );
  const cycle = frozen({ id: 'C1', kind: 'monthly', period: '2025-09', opensOn: '2025-09-20', dueOn: '2025-09-25' }, [
    late.events,
    closed.events,
  ]);
  const of = (kind: 'letter' | 'duty-list', unit: string) =>
    factsOf(cycle, null, { kind, unit: { id: unit, name: unit }, replyBy: '2025-10-10' });

  test('a letter names what is overdue and by when to answer', () => {
    expect(textOf(composed(of('letter', '甲局')).blocks)).toBe(
      [
        '截至2025年9月25日，你单位有1项责任超期未办。现就有关事项督办如下。',
        '督办事项',
        '甲局承担的“建设专业园区”，时限2025年8月31日，已超期25天。',
        '办理要求',
        '请立即组织办理，查明超期原因，定出完成日期，于2025年10月10日前书面回复办理情况。',
      ].join('\n'),
    );
  });

  test('a unit with nothing overdue gets no letter, and a paper about a unit has one', () => {
    expect(compose(of('letter', '丙局'))).toEqual({
      ok: false,
      refusals: [{ code: 'bulletin-letter-nothing', field: 'unitId', given: '丙局' }],
    });
    expect(compose(factsOf(cycle, null, { kind: 'duty-list' })).ok).toBe(false);
  });

  test('a list of duties has those of the unit alone, with its place', () => {
    expect(said(of('duty-list', '乙局'), 'own.text')).toBe(
      '截至2025年9月25日，乙局在本期调度中有责任2项，其中红灯1项、绿灯1项。按时办结率66.7%，在2个单位中排第1位。',
    );
    expect(said(of('duty-list', '丙局'), 'own.text')).toBe('截至2025年9月25日，丙局在本期调度中没有责任。');
  });
});
