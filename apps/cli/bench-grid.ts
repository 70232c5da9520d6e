import type { GridBench } from '../../bench/grid/measure.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Milliseconds: what a person does not notice, and what he waits for without wondering. */
const mostKey = 50;
const mostPaste = 1000;

/** `bench grid`: gives exit code 1 when a key or a paste takes longer than its limit. */
export async function benchGrid(
  options: { readonly rows?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const rows = wholeNumber(options.rows, '--rows', 1) ?? 1000;
  // Loaded only here: what measures is there for developers alone.
  const { measureGrid } = await import('../../bench/grid/measure.ts');
  const result = await measureGrid(rows, (line) => terminal.progress(line));
  terminal.progress('');
  if (result === null) {
    await terminal.note('没有 Chromium，测不了。安装：apt-get install chromium fonts-noto-cjk');
    return EXIT.found;
  }
  await terminal.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : resultText(result, terminal));
  return isGood(result) ? EXIT.ok : EXIT.found;
}

const isGood = ({ keys, paste }: GridBench): boolean =>
  keys.every(({ isTyping, p95 }) => !isTyping || p95 < mostKey) && paste.most < mostPaste;

function resultText({ rows, columns, keys, paste, undo, longestTask }: GridBench, terminal: Terminal): string {
  const lines = keys.map(({ name, isTyping, p50, p95, ratio }) => [
    ...[name, p50.toFixed(1), p95.toFixed(1), `${ratio.toFixed(2)}×`, isTyping ? `${mostKey}` : ''],
  ]);
  const head = `${rows} 行 × ${columns} 列；从按下到画出来，毫秒；比值是和同一页上的空白输入框比\n`;
  const foot = [
    `粘贴 ${paste.cells} 格：中位数 ${paste.p50.toFixed(0)}，最慢 ${paste.most.toFixed(0)}（不超过 ${mostPaste}）`,
    `撤销粘贴：中位数 ${undo.p50.toFixed(0)}，最慢 ${undo.most.toFixed(0)}`,
    `粘贴、检查和保存中，网页最久 ${longestTask.toFixed(0)} 毫秒没有应答`,
  ];
  return `${head}${table(COLUMNS, lines, terminal)}${foot.join('\n')}\n`;
}

const COLUMNS = ['按键', '中位数', 'p95', '比值', '上限'].map((title) => ({ title, max: 30 }));
