import { resolve } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import {
  applyBudgets,
  type BudgetOutcome,
  type CompiledPolicy,
  type Due,
  evaluator,
  type FactTable,
  type Known,
  loadPolicyRuns,
  ranksOf,
  type TrialReport,
  TrialRun,
} from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { changesOf, editionOf, type OnePolicy, onlyPolicy } from './changed.ts';
import { policiesHere } from './library.ts';

/** Within a hundredth of a border counts as near it. */
const cliffs = { permille: 10, least: 1 } as const;

/** One policy with other figures, on all enterprises of a file, beside the one in force: what changes, and for whom. */
export async function sandboxHere(options: PolicyOptions, words: readonly string[], terminal: Terminal): Promise<void> {
  const { facts: file, out } = options;
  if (file === undefined) throw new RefusalError({ code: 'option-missing', field: 'policy sandbox', limit: '--facts' });
  if (out !== undefined && resolve(out) === resolve(file))
    throw new RefusalError({ code: 'output-is-input', field: out, given: '--out', limit: '--facts' });
  const packs = [options.packs, options.pack].filter((each) => each !== undefined).join(',');
  if (packs === '' && words.length === 0)
    throw new RefusalError({ code: 'option-missing', field: 'policy sandbox', limit: '--packs' });
  const { policy, source, facts } = onlyPolicy(await policiesHere({ packs, on: options.on }, words), 'policy sandbox');
  const changes = changesOf(options.set ?? [], source);
  const after = editionOf(source, facts, { hash: policy.hash, on: policy.on, changes }).policy;
  const { OutputFile } = await loadPolicyRuns();
  // Where nothing can be written is said before everybody is asked.
  const output = out === undefined ? null : new OutputFile(out);
  try {
    const { report, budgets } = await tried({ policy, source, facts }, { after, changes }, file);
    const { id, hash, on } = policy;
    const json = `${JSON.stringify({ policy: id, hash, on, changes, budgets, ...report }, numbers, 2)}\n`;
    output?.write(Buffer.from(json));
    output?.finish();
    await terminal.write(options.json ? json : reportText(report, budgets, { policy, facts }, terminal));
    if (out !== undefined && !options.json) await terminal.note(`写进 ${out}`);
  } catch (cause) {
    output?.discard();
    throw cause;
  }
}

interface Changed {
  readonly after: CompiledPolicy;
  readonly changes: ReturnType<typeof changesOf>;
}

async function tried(
  { policy, source, facts }: OnePolicy,
  { after, changes }: Changed,
  file: string,
): Promise<{ readonly report: TrialReport; readonly budgets: Budgets }> {
  const { readRows, yearsAbout } = await loadPolicyRuns();
  const years = yearsAbout(source, facts, { hash: policy.hash, on: policy.on, changes });
  const run = new TrialRun({ before: policy, after, years, cliffs, budget: null });
  const claims = { before: new Claims(policy), after: new Claims(after) };
  const inOrder = [policy, after].flatMap(({ budgets }) => budgets.flatMap(({ by }) => by ?? []));
  for await (const { id, region, known } of readRows(file, [policy, after], facts, inOrder)) {
    run.add({ id, known, places: { region, ...placesOf(facts, known) }, appliedOn: null });
    claims.before.add(id, known);
    claims.after.add(id, known);
  }
  return { report: run.report(), budgets: { before: claims.before.outcomes(), after: claims.after.outcomes() } };
}

/** What is asked of the budgets of a policy; nothing is kept of one that has none. */
class Claims {
  readonly #policy: CompiledPolicy;
  readonly #judge: ReturnType<typeof evaluator>;
  readonly #dues: Due[] = [];

  constructor(policy: CompiledPolicy) {
    this.#policy = policy;
    this.#judge = evaluator(policy);
  }

  add(id: string, known: Known): void {
    if (this.#policy.budgets.length === 0) return;
    const { groups, clauses } = this.#judge(known);
    const ranks = ranksOf(this.#policy, known);
    for (const clause of groups.flatMap(({ paid }) => paid))
      this.#dues.push({ id, clause, amount: clauses[clause]?.amount ?? 0, ranks });
  }

  outcomes = (): readonly BudgetOutcome[] => applyBudgets(this.#policy, this.#dues).budgets;
}

/** Whole yuan fit a number of JSON; what is not known there is null. */
const numbers = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

/** By chain and place, in words. */
function placesOf(facts: FactTable, known: Known): Record<string, string> {
  return Object.fromEntries(
    ['chain', 'city'].flatMap((kind) => {
      const number = facts.numberOf(kind);
      const fact = number === undefined ? undefined : facts.at(number);
      if (number === undefined || fact?.type !== 'choice') return [];
      return [[kind, fact.options[known[number] ?? Number.NaN]?.name ?? '未填']];
    }),
  );
}

interface Budgets {
  readonly before: readonly BudgetOutcome[];
  readonly after: readonly BudgetOutcome[];
}

const yuan = (amount: number | bigint): string => `${amount.toLocaleString('zh-CN')} 元`;

interface Whose {
  readonly policy: CompiledPolicy;
  readonly facts: FactTable;
}

function reportText(report: TrialReport, budgets: Budgets, whose: Whose, { style }: Terminal): string {
  const { cost, paid, open, byGroup, byYear, winners, losers, cases } = report;
  const difference = cost.after - cost.before;
  const groups = Object.entries(byGroup).filter(([, { before, after }]) => before > 0 || after > 0);
  const steep = report.cliffs.after.filter(({ falling }) => falling.count > 0).slice(0, 5);
  return [
    `${cases} 户；${yuan(cost.before)} → ${style.strong(yuan(cost.after))}（${difference < 0 ? '' : '+'}${yuan(difference)}）；`,
    `得奖补的 ${paid.before} 户 → ${paid.after} 户，还不能断定的 ${open.before} 户 → ${open.after} 户\n`,
    ...groups.map(([group, { before, after }]) => `  ${group}：${yuan(before)} → ${yuan(after)}\n`),
    ...(byYear.length < 2
      ? []
      : byYear.map(({ year, before, after }) => `  ${year}年：${yuan(before)} → ${yuan(after)}\n`)),
    `多得的 ${winners.count} 户，共 ${yuan(winners.yuan)}；少得的 ${losers.count} 户，共 ${yuan(losers.yuan)}\n`,
    ...losers.most
      .slice(0, 5)
      .map(({ id, before, after }) => `  ${style.red('-')} ${id}：${yuan(before)} → ${yuan(after)}\n`),
    ...steep.map(
      ({ words, falling }) => `断崖 ${words}：${falling.count} 户离掉下去不到百分之一，共 ${yuan(falling.yuan)}\n`,
    ),
    ...budgets.after.map((budget, at) => budgetText(budget, at, whose)),
  ].join('');
}

function budgetText(
  { name, available, wanted, paid, left, cut, shortFrom }: BudgetOutcome,
  at: number,
  { policy, facts }: Whose,
): string {
  const short = wanted - BigInt(available);
  const told = short > 0n ? `不够，差 ${yuan(short)}，${cut} 笔核减` : `够，余 ${yuan(left)}`;
  const by = policy.budgets[at]?.by ?? null;
  const from =
    by === null || shortFrom === null ? '' : `，从 ${shortFrom.id}（${rankText(shortFrom.rank, by, facts)}）起`;
  return `总额 ${name}：有 ${yuan(available)}，要 ${yuan(wanted)}，付 ${yuan(paid)}；${told}${from}\n`;
}

/** By what somebody stood in the queue: `申请日期 20250901`. */
function rankText(rank: number, by: number, facts: FactTable): string {
  const fact = facts.at(by);
  if (Number.isNaN(rank)) return `${fact.name}不知道`;
  return fact.type === 'number' ? `${fact.name} ${rank / fact.scale}${fact.written}` : `${fact.name} ${rank}`;
}
