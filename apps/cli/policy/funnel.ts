import { RefusalError } from '../../../src/kernel/index.ts';
import { type Funnel, FunnelCounts, loadPolicyRuns } from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { policiesToRun } from './library.ts';

/** How many enterprises of a file each condition of each clause removes, and who fails one condition only. */
export async function funnelHere(options: PolicyOptions, ids: readonly string[], terminal: Terminal): Promise<void> {
  const { facts } = options;
  if (facts === undefined) throw new RefusalError({ code: 'option-missing', field: 'policy funnel', limit: '--facts' });
  const { policies, facts: table } = await policiesToRun(options, ids);
  const { readRows } = await loadPolicyRuns();
  const counters = policies.map((policy) => ({ policy, counter: new FunnelCounts(policy) }));
  for await (const { known } of readRows(facts, policies, table))
    for (const { counter } of counters) counter.add(known);
  const told = counters.map(({ policy, counter }) => ({
    ...{ policy: policy.id, title: policy.title, hash: policy.hash, on: policy.on, clauses: counter.funnels() },
  }));
  if (options.json) return terminal.write(`${JSON.stringify(told, null, 2)}\n`);
  for (const { policy, title, clauses } of told) {
    await terminal.write(`${terminal.style.strong(title)}　${terminal.style.faint(policy)}\n`);
    for (const funnel of clauses) await terminal.write(funnelText(funnel, terminal));
  }
}

function funnelText({ clause, all, steps, left }: Funnel, { style }: Terminal): string {
  const lines = steps.map(({ words, removed, unknown, onlyThis }) => {
    const open = unknown === 0 ? '' : `，${unknown} 户还不能断定`;
    const near = onlyThis === 0 ? '' : `，其中 ${onlyThis} 户只差这一条`;
    return `    ${words}：减 ${removed} 户${near}${open}\n`;
  });
  return `  ${style.strong(clause)}：${all} 户 → ${left} 户\n${lines.join('')}`;
}
