import { expect, it } from 'vitest';
import { programOf, StandingReader } from '../../src/ladder/index.ts';
import { batchRun, columnOf, formOf, missingIn, resultsOf } from '../../src/policy/index.ts';
import { edition } from './judging.ts';
import { verdictAlone } from './subject.ts';

const rows = 600;
const on = '2025-06-30';
const titles = [
  'innovative-sme',
  'sme-zjtx',
  'little-giant',
  'champion-national',
  'high-tech',
  'tech-sme',
  'above-scale',
  'chain-leader-city',
];
/** Values that decide something, beside those far away. */
const telling = [
  0, 1, 2, 3, 4, 10, 50, 55, 60, 70, 75, 100, 200, 250, 1000, 300_000, 1_000_000, 10_000_000, 100_000_000,
];

it('over many enterprises at once every title comes out as for each of them alone', () => {
  const editions = titles.map((title) => edition(title, on));
  const program = programOf(editions);
  const table = editions[0]?.policy.facts;
  if (table === undefined) throw new RangeError('no edition');
  let seed = 7;
  const dice = (sides: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * sides);
  };
  const columns = table.facts.map((fact) => {
    const column = columnOf(formOf(fact), rows);
    for (let row = 0; row < rows; row += 1) {
      const value =
        fact.type === 'number'
          ? (telling[dice(telling.length)] ?? 0)
          : dice(fact.type === 'flag' ? 2 : fact.options.length);
      const isIn = fact.type !== 'number' || (value >= fact.low && value <= fact.high);
      column[row] = dice(row % 12 === 0 ? 2 : 30) === 0 || !isIn ? missingIn[formOf(fact)] : value;
    }
    return column;
  });
  const results = resultsOf(program, rows);
  batchRun(
    program,
    table.facts.map((fact) => ({ form: formOf(fact), mayMiss: true })),
  )(columns, results, 0, rows);
  let first = 0;
  const seen = new Set<string>();
  for (const own of editions) {
    const { verdict, least, most } = new StandingReader(own, first, rows).read(results, rows);
    first += own.policy.clauses.length;
    for (let row = 0; row < rows; row += 1) {
      const known = table.facts.map((fact, at) => {
        const value = columns[at]?.[row] ?? Number.NaN;
        return value === missingIn[formOf(fact)] ? Number.NaN : value;
      });
      const found = {
        verdict: (['unmet', 'unknown', 'met'] as const)[verdict[row] ?? 0],
        least: least[row],
        most: most[row],
      };
      expect(found).toEqual(verdictAlone(own, known));
      seen.add(`${found.verdict}`);
    }
  }
  expect([...seen].toSorted()).toEqual(['met', 'unknown', 'unmet']);
});
