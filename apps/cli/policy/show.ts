import { type Conflict, conflictsOf, type Untried, untriedOf } from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { policiesHere } from './library.ts';

/** Says what was read and found right: a fault anywhere has refused the packs before. */
export async function checkPolicies(options: PolicyOptions, ids: readonly string[], terminal: Terminal): Promise<void> {
  const { packs, facts } = await policiesHere(options, ids);
  const untried = packs.map(({ content, hash }) => untriedOf(content, facts, hash));
  if (options.json) {
    const list = packs.map(({ content, hash }, at) => ({
      ...{ id: content.id, hash, clauses: content.clauses.length, untried: untried[at] ?? [] },
    }));
    return terminal.write(`${JSON.stringify(list, null, 2)}\n`);
  }
  if (packs.length === 0) return terminal.write('资料包没有问题；这一天没有有效的政策。\n');
  const lines = packs.map(({ content: { id, title, clauses, open: whole } }, at) => {
    const examples = clauses.flatMap((each) => each.examples);
    const open = [...whole, ...clauses.flatMap((each) => each.open)];
    const questions = open.length === 0 ? '' : `，${open.length} 处原文没有说清`;
    return `${terminal.style.green('✓')} ${id}　${title}：${clauses.length} 条，${examples.length} 个算例都对${questions}\n${(untried[at] ?? []).map((each) => hintOf(each)).join('')}`;
  });
  await terminal.write(lines.join(''));
}

/** What one more example would show. */
const hintOf = ({ clause, words, side }: Untried): string =>
  side === 'met'
    ? `  提示：${clause} 没有算例符合「${words}」。\n`
    : `  提示：${clause} 没有算例只差「${words}」这一条，请补一个差一点的。\n`;

/** Every clause as the sentence that its rule says, with its place and what the document leaves open. */
export async function showSentences(options: PolicyOptions, ids: readonly string[], terminal: Terminal): Promise<void> {
  const { policies, packs } = await policiesHere(options, ids);
  if (options.json) {
    const list = policies.map(({ id, hash, on, clauses, budgets }, at) => ({
      ...{ id, hash, on, open: packs[at]?.content.open ?? [] },
      budgets: budgets.map((budget) => ({ id: budget.id, place: budget.place, sentence: budget.sentence })),
      clauses: clauses.map((clause) => ({
        id: clause.id,
        place: clause.place,
        sentence: clause.sentence,
        open: clause.open,
      })),
    }));
    return terminal.write(`${JSON.stringify(list, null, 2)}\n`);
  }
  const { style } = terminal;
  for (const [at, { title, clauses }] of policies.entries()) {
    const whole = (packs[at]?.content.open ?? []).map((each) => `  ${style.yellow('待明确')} ${each}\n`).join('');
    await terminal.write(`${style.strong(title)}\n${whole}`);
    for (const { id, place, sentence, open } of clauses) {
      const questions = open.map((each) => `    ${style.yellow('待明确')} ${each}\n`).join('');
      await terminal.write(`  ${style.faint(`${place}　${id}`)}\n    ${sentence}\n${questions}`);
    }
  }
}

/** Contradictions between the policies; gives how many there are. */
export async function showConflicts(
  options: PolicyOptions,
  ids: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { policies, packs } = await policiesHere(options, ids);
  const documents = policies.flatMap((policy, at) => {
    const content = packs[at]?.content;
    return content === undefined ? [] : [{ policy, from: content.validFrom, to: content.validTo }];
  });
  const found = conflictsOf(documents);
  if (options.json) await terminal.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) await terminal.write(`${policies.length} 份政策之间没有查出矛盾。\n`);
  else await terminal.write(found.map((each) => `${terminal.style.yellow('!')} ${wordsOf(each)}\n`).join(''));
  return found.length;
}

function wordsOf(conflict: Conflict): string {
  switch (conflict.kind) {
    case 'paid-twice':
      return `同一件事可能付两次：${conflict.a}（${conflict.amounts[0]}元）与 ${conflict.b}（${conflict.amounts[1]}元）。请确认能否同时享受，不能的归入一个就高组。`;
    case 'other-amount':
      return `条件相同、金额不同：${conflict.a} 为 ${conflict.amounts[0]}元，${conflict.b} 为 ${conflict.amounts[1]}元。请核对哪一份为准。`;
    case 'unreachable':
      return `${conflict.a} 的条件似乎谁也达不到。请核对。`;
    case 'gap':
      return `${conflict.a} 与 ${conflict.b} 之间有空档：${conflict.from} 至 ${conflict.to} 没有政策有效。`;
  }
}
