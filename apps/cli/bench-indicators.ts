import type { Asked } from '../../bench/indicator/asks.ts';
import type { SizeResult } from '../../bench/indicator/measure.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { sizeText } from './show/backup.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Milliseconds that 95 of 100 answers of a kind may take, by the beginning of its name. */
const limits: readonly (readonly [begins: string, most: number])[] = [
  ['整棵树', 300],
  ['透视表', 300],
  ['矩阵', 500],
];
/** Entering one value, at the pace of people. */
const mostEntering = 50;

/** `bench indicators`: gives exit code 1 when something is slower than its limit or was answered badly. */
export async function benchIndicators(
  options: { readonly rows?: string; readonly seconds?: string; readonly people?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const most = wholeNumber(options.rows, '--rows', 10_000) ?? 10_000_000;
  // Loaded only here: what measures is there for developers alone.
  const { measureIndicators } = await import('../../bench/indicator/measure.ts');
  const given = {
    sizes: [1_000_000, 3_000_000, 10_000_000].filter((size) => size < most).concat(most),
    seconds: wholeNumber(options.seconds, '--seconds', 1) ?? 10,
    writers: wholeNumber(options.people, '--people', 1) ?? 50,
  };
  const results = await measureIndicators(given, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(results, null, 2)}\n` : resultText(results, terminal));
  return results.every(({ asked }) => asked.every(isGood)) ? EXIT.ok : EXIT.found;
}

const limitOf = ({ name }: Asked): number | null => {
  if (name.startsWith('录入') && !name.includes('不停')) return mostEntering;
  return limits.find(([begins]) => name.startsWith(begins))?.[1] ?? null;
};

const isGood = (asked: Asked): boolean => {
  const limit = limitOf(asked);
  return asked.failures === 0 && asked.times.count > 0 && (limit === null || asked.times.p95 <= limit);
};

function resultText(results: readonly SizeResult[], terminal: Terminal): string {
  const parts = results.map(({ rows, filled, base, asked, folding }, at) => {
    const head = [
      `${terminal.style.strong(`${rows} 笔数`)}：${filled.firms} 户，${filled.cells} 格，数据库 ${sizeText(filled.bytes)}；`,
      `放入 ${filled.insert.toFixed(0)} 秒，汇总 ${filled.recount.toFixed(0)} 秒；收拢每秒 ${folding.toFixed(0)} 笔；`,
      `对照：select 1 的 p95 ${base.select.toFixed(2)} 毫秒，光插入一行的 p95 ${base.insert.toFixed(1)} 毫秒\n`,
    ].join('');
    return `${head}${table(
      COLUMNS,
      asked.map((each) => row(each, base, results[at - 1])),
      terminal,
    )}`;
  });
  return `${parts.join('\n')}\n`;
}

const COLUMNS = ['请求', '次数', '每秒', 'p50', 'p95', 'p99', '与对照', '上限', '比上一档', '失败'].map((title) => ({
  title,
  max: 40,
}));

function row(asked: Asked, base: SizeResult['base'], before: SizeResult | undefined): string[] {
  const { name, times, failures, rate } = asked;
  const past = before?.asked.find((each) => each.name === name)?.times.p95;
  const against = name.startsWith('录入') ? base.insert : base.select;
  return [
    ...[name, String(times.count), rate.toFixed(1)],
    ...[times.p50, times.p95, times.p99].map((each) => each.toFixed(1)),
    `${(times.p95 / against).toFixed(1)}×`,
    String(limitOf(asked) ?? '—'),
    past === undefined ? '—' : `${(times.p95 / past).toFixed(2)}×`,
    String(failures),
  ];
}
