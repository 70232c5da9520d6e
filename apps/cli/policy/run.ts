import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type CompiledLibrary, loadPolicyRuns } from '../../../src/policy/index.ts';
import { wholeNumber } from '../arguments.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { dayOf, policiesToRun } from './library.ts';
import { serversHere } from './servers.ts';

type Report = Awaited<ReturnType<Awaited<ReturnType<typeof loadPolicyRuns>>['runPolicies']>>;

/** Runs policies over a file of enterprises: every award into one file, the sums into another and onto the screen. */
export async function runHere(options: PolicyOptions, ids: readonly string[], terminal: Terminal): Promise<void> {
  const { facts, out = null, summary = null } = options;
  if (facts === undefined) throw new RefusalError({ code: 'option-missing', field: 'policy run', limit: '--facts' });
  refuseSamePlace({ '--facts': facts, '--out': out, '--summary': summary });
  const threads = Math.min(wholeNumber(options.threads, '--threads', 1) ?? usualThreads(), mostThreads);
  const { engineNames, engineOf, runPolicies } = await loadPolicyRuns();
  const name = engineNames.find((each) => each === options.engine) ?? 'loop';
  const engine = await engineOf(name, { servers: name === 'sql' ? await serversHere(options.server) : [] });
  const library = await policiesToRun(options, ids);
  for (const line of outOfForce(library, dayOf(options.on))) await terminal.note(line);
  const report = await runPolicies(library.policies, engine, { facts, out, summary, threads });
  for (const { group, columns } of report.leftOut)
    await terminal.note(`没有算 ${group}：文件里没有 ${columns.join('、')}。`);
  for (const line of report.budgets.map(budgetLine)) await terminal.note(line);
  const { count, first } = report.repeated;
  if (count > 0)
    await terminal.note(
      `注意：有 ${count} 行的编号前面出现过（第 ${first.join('、')}${count > first.length ? ' …' : ''} 户），各算各的。请核对是不是重复申报。`,
    );
  await terminal.write(options.json ? report.json : reportText(report, options, terminal));
}

/** More threads than these only wait for each other and take memory: the file is read by one. */
const mostThreads = 32;
/** On two or three processors, starting threads takes what they save. */
const usualThreads = (): number => (availableParallelism() < 4 ? 1 : Math.min(8, availableParallelism()));

/** What is read must not be written over, nor one result by the other. */
function refuseSamePlace(places: Readonly<Record<string, string | null>>): void {
  const taken = new Map<string, string>();
  for (const [option, path] of Object.entries(places)) {
    if (path === null) continue;
    const before = taken.get(resolve(path));
    if (before !== undefined)
      throw new RefusalError({ code: 'output-is-input', field: path, given: option, limit: before });
    taken.set(resolve(path), option);
  }
}

/** Said whether or not the money is enough: a budget is never cut by in silence. */
function budgetLine({ policy, name, available, wanted, cut, left }: Report['budgets'][number]): string {
  const whole = `${policy}　${name}：总额 ${yuan(BigInt(available))}，应付 ${yuan(wanted)}`;
  if (cut === 0) return `${whole}，够付，余 ${yuan(BigInt(left))}。`;
  return `${whole}，不够，核减 ${cut} 笔；实付在 amount_yuan，应得在 due_yuan。`;
}

/** Policies that were asked for by name although they are not in force on the day, and clauses that nobody can apply for then. */
const outOfForce = ({ packs }: CompiledLibrary, day: string): string[] =>
  packs.flatMap(({ content: { id, validFrom, validTo, clauses } }) => {
    if (validFrom !== null && day < validFrom)
      return [`注意：${id} 自 ${validFrom} 起施行，${day} 还没有施行；这里仍按它计算。`];
    if (validTo !== null && day > validTo)
      return [`注意：${id} 有效期到 ${validTo}，${day} 已经失效；这里仍按它计算。`];
    return clauses.flatMap(({ id: clause, window }) =>
      window === null || (window.from <= day && day <= window.to)
        ? []
        : [`注意：${id}/${clause} 受理期 ${window.from} 至 ${window.to}，${day} 不受理；这里仍按它计算。`],
    );
  });

function reportText({ summary }: Report, { out, summary: sums }: PolicyOptions, terminal: Terminal): string {
  const rows = [...summary.groups].map(([group, { count, total }]) => [
    group,
    String(count),
    yuan(total),
    String(summary.unknownByGroup.get(group) ?? 0),
  ]);
  const all = [...summary.groups.values()].reduce((sum, { total }) => sum + total, 0n);
  const payers = [...summary.payers].map(([payer, { total }]) => `${payer} ${yuan(total)}`).join('，');
  const written = [out, sums].filter((path) => path !== undefined);
  return [
    table(COLUMNS, rows, terminal),
    `${summary.rows} 户，共 ${yuan(all)}${payers === '' ? '' : `：${payers}`}\n`,
    `一律不给的 ${summary.excluded} 户；还不能断定的 ${summary.unknown} 户\n`,
    written.length === 0 ? '' : `写进 ${written.join('、')}\n`,
  ].join('');
}

/** Without the tables of a language, which take longer to load than a small file to decide. */
const yuan = (amount: bigint | number): string => `${String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ',')} 元`;

const COLUMNS = [
  { title: '组', max: 60 },
  { title: '笔数', max: 12 },
  { title: '金额', max: 24 },
  { title: '未定', max: 12 },
];
