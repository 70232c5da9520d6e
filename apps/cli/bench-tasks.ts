import type { Asked } from '../../bench/indicator/asks.ts';
import type { TasksResult } from '../../bench/task/measure.ts';
import { wholeNumber } from './arguments.ts';
import { EXIT } from './command.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Milliseconds that 95 of 100 answers of a kind may take, by words of its name; all at the same moment has no limit. */
const limits: readonly (readonly [has: string, most: number])[] = [
  ['同时报告', Number.POSITIVE_INFINITY],
  ['清单', 200],
  ['筛选', 200],
  ['计数', 200],
  ['日历', 500],
  ['单位页', 500],
  ['链长页', 500],
  ['催办建议', 500],
  ['调度', 500],
  ['看板', 500],
  ['报告', 300],
];

/** `bench tasks`: gives exit code 1 when something is slower than its limit, was answered badly, or is lost. */
export async function benchTasks(
  options: {
    readonly rows?: string;
    readonly closed?: string;
    readonly people?: string;
    readonly seconds?: string;
    readonly json?: boolean;
  },
  terminal: Terminal,
): Promise<number> {
  // Loaded only here: what measures is there for developers alone.
  const { measureTasks } = await import('../../bench/task/measure.ts');
  const given = {
    tasks: wholeNumber(options.rows, '--rows', 100) ?? 10_000,
    closed: wholeNumber(options.closed, '--closed', 0) ?? 10_000,
    units: wholeNumber(options.people, '--people', 20) ?? 500,
    seconds: wholeNumber(options.seconds, '--seconds', 1) ?? 1,
  };
  const result = await measureTasks(given, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : resultText(result, terminal));
  return isGood(result) ? EXIT.ok : EXIT.found;
}

const limitOf = ({ name }: Asked): number =>
  limits.find(([has]) => name.includes(has))?.[1] ?? Number.POSITIVE_INFINITY;

const isGood = ({ asked, reports }: TasksResult): boolean =>
  asked.every((each) => each.failures === 0 && each.times.count > 0 && each.times.p95 <= limitOf(each)) &&
  reports.sent === reports.events &&
  reports.sent === reports.kept;

function resultText({ options, base, asked, reports }: TasksResult, terminal: Terminal): string {
  const head =
    `${options.tasks} 项在办任务、${options.closed} 项已销号，${options.units} 个单位；毫秒；` +
    `对照：select 1 的 p95 ${base.select.toFixed(2)} 毫秒，报告对照光是插入一行的 ${base.insert.toFixed(2)} 毫秒\n`;
  const rows = asked.map((each) => row(each, each.name.includes('单位报告') ? base.insert : base.select));
  const lost = reports.sent - Math.min(reports.events, reports.kept);
  return `${head}${table(COLUMNS, rows, terminal)}报告：答应了 ${reports.sent} 份，记下 ${reports.events} 份，丢失 ${lost} 份\n`;
}

const COLUMNS = ['请求', '次数', '每秒', 'p50', 'p95', 'p99', '与对照', '上限', '失败'].map((title) => ({
  title,
  max: 40,
}));

function row(asked: Asked, base: number): string[] {
  const { name, times, failures, rate } = asked;
  const limit = limitOf(asked);
  return [
    ...[name, String(times.count), rate.toFixed(1)],
    ...[times.p50, times.p95, times.p99].map((each) => each.toFixed(1)),
    ...[`${(times.p95 / base).toFixed(0)}×`, Number.isFinite(limit) ? String(limit) : '—', String(failures)],
  ];
}
