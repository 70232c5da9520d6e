import type { Pair, PolicyBench } from '../../bench/policy/measure.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The generated loop, and the whole process, may take so many times as long as what is written by hand. */
const mostLoop = 1.5;
const mostProcess = 2.5;
/** Explanations in a second. */
const leastExplanations = 20_000;

/** `bench policy`: gives exit code 1 when a ratio is beyond its limit. */
export async function benchPolicy(
  options: { readonly enterprises?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const enterprises = wholeNumber(options.enterprises, '--enterprises', 1000) ?? 1_000_000;
  // Loaded only here: what measures is there for developers alone.
  const { measurePolicy } = await import('../../bench/policy/measure.ts');
  const result = await measurePolicy(enterprises, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : resultText(result, terminal));
  return isGood(result) ? EXIT.ok : EXIT.found;
}

const isGood = ({ loop, summary, explanations }: PolicyBench): boolean =>
  loop.ratio <= mostLoop && summary.ratio <= mostProcess && explanations >= leastExplanations;

function resultText({ enterprises, loop, summary, awards, explanations }: PolicyBench, terminal: Terminal): string {
  const row = (title: string, { ours, byHand, ratio }: Pair, limit: number): string[] => [
    ...[title, ours.toFixed(0), byHand.toFixed(0), `${ratio.toFixed(2)}×`, `${limit}×`],
  ];
  const rows = [
    row('循环，已热', loop, mostLoop),
    row('整个过程：文件到汇总', summary, mostProcess),
    row('整个过程：连同每一笔', awards, mostProcess),
  ];
  const head = `${enterprises} 户，十组奖补；毫秒，几次中最少的一次\n`;
  const foot = `一户一份完整说明：每秒 ${explanations} 户（不少于 ${leastExplanations}）\n`;
  return `${head}${table(COLUMNS, rows, terminal)}${foot}`;
}

const COLUMNS = ['测什么', '我们', '手写', '比值', '上限'].map((title) => ({ title, max: 30 }));
