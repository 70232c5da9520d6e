import { RefusalError } from '../../../src/kernel/index.ts';
import {
  type ClauseChange,
  type Difference,
  diffOf,
  type Edition,
  type PolicyDiff,
} from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Style, Terminal } from '../terminal/terminal.ts';
import { changesOf, editionOf, onlyPolicy } from './changed.ts';
import { dayOf, policiesHere } from './library.ts';

/**
 * What differs between two editions, each named by its id or its folder; or of one policy between two days, or with other
 * figures. Gives whether anything does.
 */
export async function diffHere(options: PolicyOptions, words: readonly string[], terminal: Terminal): Promise<void> {
  const { before, after } = await editionsOf(options, words);
  const diff = diffOf(before, after);
  if (options.json) return terminal.write(`${JSON.stringify({ ...daysOf(before, after), ...diff }, null, 2)}\n`);
  const { style } = terminal;
  const title = (edition: Edition): string => `${edition.policy.id}（${edition.policy.on}）`;
  await terminal.write(`${style.strong(`${title(before)} → ${title(after)}`)}\n${diffText(diff, style)}`);
}

async function editionsOf(
  options: PolicyOptions,
  words: readonly string[],
): Promise<{ readonly before: Edition; readonly after: Edition }> {
  const [first, second, ...more] = words;
  if (first === undefined) throw new RefusalError({ code: 'too-few-words', field: 'policy diff', limit: '两份政策' });
  if (more.length > 0) throw new RefusalError({ code: 'too-many-words', field: 'policy diff', given: more[0] ?? '' });
  const set = options.set ?? [];
  const { packs, on } = options;
  const old = onlyPolicy(await policiesHere({ packs, on }, [first]), first);
  const before = { source: old.source, policy: old.policy };
  if (second !== undefined) {
    // Two folders may hold editions of the same id, so each is loaded by itself.
    const next = onlyPolicy(await policiesHere({ packs, on: options.later ?? on }, [second]), second);
    if (set.length === 0) return { before, after: { source: next.source, policy: next.policy } };
    return { before, after: changed(next, options.later ?? on, set) };
  }
  if (set.length === 0 && options.later === undefined)
    throw new RefusalError({ code: 'policy-diff-what', field: first });
  return { before, after: changed(old, options.later ?? on, set) };
}

const changed = (
  { policy, source, facts }: ReturnType<typeof onlyPolicy>,
  on: string | undefined,
  set: readonly string[],
): Edition => editionOf(source, facts, { hash: policy.hash, on: dayOf(on), changes: changesOf(set, source) });

const daysOf = (before: Edition, after: Edition) => ({
  on: { before: before.policy.on, after: after.policy.on },
  hashes: { before: before.policy.hash, after: after.policy.hash },
});

function diffText(diff: PolicyDiff, style: Style): string {
  const { document, parameters, excluded, groups, budgets, clauses, same } = diff;
  const sections: readonly (readonly [string, readonly Difference[]])[] = [
    ['文件', document],
    ['参数', parameters],
    ['一律不给', excluded === null ? [] : [excluded]],
    ['组', groups],
    ['总额', budgets],
  ];
  const lines = sections.flatMap(([title, list]) =>
    list.length === 0 ? [] : [style.strong(title), ...list.flatMap((each) => differenceLines(each, style))],
  );
  const told = clauses.flatMap((each) => clauseLines(each, style));
  const count = (kind: ClauseChange['kind']) => clauses.filter((each) => each.kind === kind).length;
  const sum = `新增 ${count('added')} 条，删去 ${count('removed')} 条，改动 ${count('changed')} 条，${same} 条没有变\n`;
  return `${[...lines, ...told].map((line) => `${line}\n`).join('')}${sum}`;
}

function clauseLines(change: ClauseChange, style: Style): string[] {
  const { id, title, kind, matters, sentence, conditions, differences } = change;
  const head = `${style.strong(title)} ${style.faint(id)}`;
  if (kind === 'added') return [`${style.green('+')} ${head}`, `    ${sentence.after ?? ''}`];
  if (kind === 'removed') return [`${style.red('-')} ${head}`, `    ${sentence.before ?? ''}`];
  return [
    `${style.yellow('~')} ${head}${matters ? '' : style.faint('　只是写法不同，算出来一样')}`,
    ...conditions.removed.map((words) => `    ${style.red('-')} 条件 ${words}`),
    ...conditions.added.map((words) => `    ${style.green('+')} 条件 ${words}`),
    ...differences.flatMap((each) => differenceLines(each, style)),
  ];
}

function differenceLines({ what, before, after }: Difference, style: Style): string[] {
  return [`    ${what}：${before ?? style.faint('没有')} → ${after ?? style.faint('没有')}`];
}
