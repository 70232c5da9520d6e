import type { EnterprisesResult } from '../../bench/enterprises/measure.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

const MB = 1024 * 1024;
/** For a million enterprises on two processors: seconds, bytes, and milliseconds of 95 of 100 looks. */
const limits = { seconds: 300, bytes: 2048 * MB, lookMs: 100 } as const;

/** `bench enterprises`: gives exit code 1 when the import takes too long or too much, or a look is too slow. */
export async function benchEnterprises(
  options: { readonly enterprises?: string; readonly seconds?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  // Loaded only here: what measures is there for developers alone.
  const { measureEnterprises } = await import('../../bench/enterprises/measure.ts');
  const given = {
    enterprises: wholeNumber(options.enterprises, '--enterprises', 1) ?? 1_000_000,
    seconds: wholeNumber(options.seconds, '--seconds', 1) ?? 10,
  };
  const result = await measureEnterprises(given, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : resultText(result, terminal));
  return isGood(result) ? EXIT.ok : EXIT.found;
}

const isGood = ({ options, importSeconds, peakBytes, created, asked }: EnterprisesResult): boolean =>
  created === options.enterprises &&
  importSeconds <= limits.seconds &&
  peakBytes <= limits.bytes &&
  asked.every(({ failures, times }) => failures === 0 && times.count > 0 && times.p95 <= limits.lookMs);

function resultText(
  { options, copySeconds, importSeconds, processor, peakBytes, asked }: EnterprisesResult,
  terminal: Terminal,
): string {
  const ratio = (importSeconds / copySeconds).toFixed(1);
  const head = `${options.enterprises} 户：导入 ${importSeconds.toFixed(1)} 秒，光是 COPY 同一个文件 ${copySeconds.toFixed(1)} 秒，比值 ${ratio}；处理器：服务 ${processor.server.toFixed(1)} 秒，数据库 ${processor.database?.toFixed(1) ?? '—'} 秒；服务内存最高 ${Math.ceil(peakBytes / MB)} MB\n`;
  const columns = ['查看', '次数', 'p50', 'p95', 'p99', '最长', '失败'].map((title) => ({ title, max: 24 }));
  const rows = asked.map(({ name, times, failures }) => [
    ...[name, String(times.count)],
    ...[times.p50, times.p95, times.p99, times.most].map((each) => each.toFixed(1)),
    String(failures),
  ]);
  return `${head}${table(columns, rows, terminal)}`;
}
