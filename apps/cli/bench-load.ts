import type { ClickResult, LoadResult } from '../../bench/load/measure.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { sizeText } from './show/backup.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Lists may take this long, 95 times of 100. */
const mostMs = 300;
/** Memory that grows faster than this in the second half of a soak is not kept by a warm cache. */
const mostGrowth = 1024 * 1024;

interface LoadWords {
  readonly plans?: string;
  readonly people?: string;
  readonly pace?: string;
  readonly seconds?: string;
  readonly soak?: string;
  readonly json?: boolean;
}

/** `bench load`: gives exit code 1 when a list is too slow, an answer failed, or memory grows. */
export async function benchLoad(options: LoadWords, terminal: Terminal): Promise<number> {
  // Loaded only here: the load generator is there for developers alone.
  const { measureLoad } = await import('../../bench/load/measure.ts');
  const given = {
    plans: wholeNumber(options.plans, '--plans', 1) ?? 100_000,
    people: wholeNumber(options.people, '--people', 1) ?? 200,
    pace: wholeNumber(options.pace, '--pace', 0) ?? 1,
    seconds: wholeNumber(options.seconds, '--seconds', 1) ?? 10,
    soakMinutes: wholeNumber(options.soak, '--soak', 0) ?? 0,
  };
  const result = await measureLoad(given, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : resultText(result, terminal));
  return isGood(result) ? EXIT.ok : EXIT.found;
}

const isGood = ({ clicks, growth }: LoadResult): boolean =>
  clicks.every(({ times, failures }) => failures === 0 && times.count > 0 && times.p95 <= mostMs) &&
  (growth === null || growth.heap <= mostGrowth);

function resultText({ options, clicks, memory, growth }: LoadResult, terminal: Terminal): string {
  const { plans, people, pace } = options;
  const [first, last] = [memory.at(0), memory.at(-1)];
  const said =
    first === undefined || last === undefined
      ? ''
      : `内存 ${sizeText(first.rss)} → ${sizeText(last.rss)}，脚本堆 ${sizeText(first.heap)} → ${sizeText(last.heap)}\n`;
  const grown = growth === null ? '' : `后半段每分钟增长：内存 ${signed(growth.rss)}，脚本堆 ${signed(growth.heap)}\n`;
  const head = `${plans} 个方案，${people} 个人，${pace === 0 ? '不停地点' : `每人每秒点 ${pace} 下`}；毫秒\n`;
  return `${head}${table(COLUMNS, clicks.map(row), terminal)}${said}${grown}`;
}

const signed = (bytes: number): string => `${bytes < 0 ? '-' : '+'}${sizeText(Math.abs(bytes))}`;

const COLUMNS = ['点击', '次数', 'p50', 'p95', 'p99', '最长', '与对照', '失败'].map((title) => ({ title, max: 24 }));

const row = ({ name, times, ratio, failures }: ClickResult): string[] => [
  name,
  String(times.count),
  ...[times.p50, times.p95, times.p99, times.most].map((each) => each.toFixed(1)),
  `${ratio.toFixed(1)}×`,
  String(failures),
];
