import type { SqlBench } from '../../bench/policy/measure-sql.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** A million enterprises may take so many milliseconds to be decided and added up, their rows being there. */
const mostForMillion = 5000;

/** `bench policy-sql`: gives exit code 1 when a database takes longer than its limit. */
export async function benchPolicySql(
  options: { readonly enterprises?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const enterprises = wholeNumber(options.enterprises, '--enterprises', 1000) ?? 1_000_000;
  // Loaded only here: what measures is there for developers alone.
  const { measureSql } = await import('../../bench/policy/measure-sql.ts');
  const results = await measureSql(enterprises, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(results, null, 2)}\n` : resultText(results, terminal));
  return results.every(({ decide }) => decide <= limitOf(enterprises)) ? EXIT.ok : EXIT.found;
}

const limitOf = (enterprises: number): number => mostForMillion * Math.max(1, enterprises / 1_000_000);

function resultText(results: readonly SqlBench[], terminal: Terminal): string {
  const rows = results.map(({ database, load, decide, scan, enterprises }) => [
    ...[database, load, scan, decide].map((each) => (typeof each === 'number' ? each.toFixed(0) : each)),
    ...[`${(decide / scan).toFixed(1)}×`, limitOf(enterprises).toFixed(0)],
  ]);
  const [first] = results;
  const head = `${first?.enterprises ?? 0} 户，十组奖补，一个连接；毫秒，几次中最少的一次；汇总与循环一致\n`;
  return `${head}${table(COLUMNS, rows, terminal)}`;
}

const COLUMNS = ['数据库', '装入', '扫一遍（对照）', '决定和汇总', '比值', '上限'].map((title) => ({ title, max: 30 }));
