import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Every title and every policy over all enterprises may take so long from the database, for a million of them. */
const mostSeconds = 3;
const mostBytes = 2 * 1024 ** 3;

/** `bench ladder`: gives exit code 1 when it takes longer, or more memory. */
export async function benchLadder(
  options: { readonly enterprises?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const enterprises = wholeNumber(options.enterprises, '--enterprises', 1000) ?? 1_000_000;
  // Loaded only here: what measures is there for developers alone.
  const { measureLadder } = await import('../../bench/ladder/measure.ts');
  const result = await measureLadder(enterprises, (line) => terminal.progress(line));
  terminal.progress('');
  const { seconds, readSeconds, ratio, processorSeconds, refreshSeconds, peakBytes, titles, clauses } = result;
  const told = titles.map(({ title, met, unknown }) => `${title} 符合 ${met}、还不能断定 ${unknown}`).join('；');
  await terminal.write(
    options.json
      ? `${JSON.stringify(result, null, 2)}\n`
      : `${enterprises} 户，${clauses} 条规则：从数据库算一遍 ${seconds.toFixed(2)} 秒，只读同样的列 ${readSeconds.toFixed(2)} 秒，比值 ${ratio.toFixed(2)}，用处理器 ${processorSeconds.toFixed(2)} 秒；\n` +
          `列全部重做 ${refreshSeconds.toFixed(0)} 秒；内存 ${(peakBytes / 1024 ** 2).toFixed(0)} MB。\n${told}\n`,
  );
  return seconds * Math.min(1, 1_000_000 / enterprises) <= mostSeconds && peakBytes <= mostBytes ? EXIT.ok : EXIT.found;
}
