import type { Fact, FactTable } from '../../domain/index.ts';
import type { Dice } from '../../domain/testing/random.ts';

/** Ids and regions that a database must never see as anything but a number, or not at all. */
const awkward = [
  '甲区',
  '',
  "o'brien",
  'a\\tb\\N',
  '"quoted, with a comma"',
  '"twice ""quoted"""',
  '$1',
  '"; DROP TABLE facts; --"',
  '未填',
];

/** Enterprises as a file has them: a column each fact but those left out, ids and regions of every awkward kind. */
export function factsCsv(
  rows: readonly (readonly (number | null)[])[],
  table: FactTable,
  dice: Dice,
  without: readonly string[] = [],
): string {
  const own = table.facts.filter(({ id }) => !without.includes(id));
  const lines = rows.map((row, at) => {
    const cells = own.map((fact) => cellOf(fact, row[table.facts.indexOf(fact)] ?? null));
    return [idOf(at, dice), awkward[dice(awkward.length)], ...cells].join(',');
  });
  return `${[['id', 'region', ...own.map(({ id }) => id)].join(','), ...lines].join('\n')}\n`;
}

const idOf = (at: number, dice: Dice): string =>
  [`E${at}`, `"E,${at}"`, `"${at} ""甲"""`, `E'${at}\\`, `E\t${at}`][dice(5)] ?? '';

function cellOf(fact: Fact, value: number | null): string {
  if (value === null) return '';
  if (fact.type === 'flag') return String(value);
  if (fact.type === 'choice') return fact.options[value]?.id ?? '';
  const scale = BigInt(fact.scale);
  const [sign, size] = value < 0 ? ['-', -BigInt(value)] : ['', BigInt(value)];
  const decimals = String(fact.scale).length - 1;
  return `${sign}${size / scale}.${String(size % scale).padStart(decimals, '0')}`.replace(/\.0*$/u, '');
}
