import { basename } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import {
  type ClosestPath,
  type CompiledLibrary,
  type CompiledPolicy,
  closestPath,
  explainer,
  type FactTable,
  type Known,
  loadPolicyRuns,
} from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { explanationText } from './explain-text.ts';
import { policiesToRun } from './library.ts';

/**
 * Why one enterprise of a file gets what it gets, of each policy that was asked about. As JSON it names pack, day and
 * facts, and is the same bytes whenever these are the same.
 */
export async function explainHere(options: PolicyOptions, words: readonly string[], terminal: Terminal): Promise<void> {
  const { facts, id, pack } = options;
  for (const [limit, given] of [
    ['--facts', facts],
    ['--id', id],
  ] as const)
    if (given === undefined) throw new RefusalError({ code: 'option-missing', field: 'policy explain', limit });
  const packs = [options.packs, pack].filter((each) => each !== undefined).join(',');
  if (packs === '' && words.length === 0)
    throw new RefusalError({ code: 'option-missing', field: 'policy explain', limit: '--pack' });
  const library = await policiesToRun({ packs, on: options.on }, words);
  const known = await knownOf(facts ?? '', id ?? '', library);
  if (options.json) {
    const told = library.policies.map((policy) => replay(policy, known, library.facts));
    const [only, ...more] = told;
    return terminal.write(
      `${JSON.stringify(more.length === 0 ? { id, ...only } : told.map((each) => ({ id, ...each })), null, 2)}\n`,
    );
  }
  for (const policy of library.policies) {
    const { style } = terminal;
    await terminal.write(
      `${style.strong(policy.title)}　${style.faint(`${policy.id}，${policy.on}，${policy.hash}`)}\n`,
    );
    const explanation = explainer(policy)(known);
    const closest = (clause: number): ClosestPath | null => pathOf(policy, clause, explanation, known);
    await terminal.write(`${explanationText(explanation, closest, library.facts, style)}\n`);
  }
}

/** What the file says about one enterprise; refuses (`facts-id-unknown`) one that it does not have. */
async function knownOf(file: string, id: string, { policies, facts }: CompiledLibrary): Promise<Float64Array> {
  const { readRows } = await loadPolicyRuns();
  for await (const row of readRows(file, policies, facts)) if (row.id === id) return row.known;
  throw new RefusalError({ code: 'facts-id-unknown', field: basename(file), given: id });
}

/** A way is looked for where nothing is paid, and where it would help: not for those who are left out. */
function pathOf(
  policy: CompiledPolicy,
  clause: number,
  { clauses, excluded }: ReturnType<ReturnType<typeof explainer>>,
  known: Known,
): ClosestPath | null {
  return clauses[clause]?.state !== 'no' || excluded?.state === 'yes' ? null : closestPath(policy, clause, known);
}

/** Everything that an auditor needs to come to the same again. */
function replay(policy: CompiledPolicy, known: Known, table: FactTable): object {
  const explanation = explainer(policy)(known);
  const turnsOn = new Set(policy.clauses.flatMap(({ facts }) => facts));
  const facts = [...turnsOn]
    .toSorted((a, b) => a - b)
    .map((number) => [table.at(number).id, writtenOf(table, number, known[number] ?? Number.NaN)] as const);
  const closest = explanation.clauses.flatMap(({ id }, clause) => {
    const path = pathOf(policy, clause, explanation, known);
    return path === null ? [] : [{ clause: id, ...path }];
  });
  return { ...explanation, facts: Object.fromEntries(facts), closest };
}

/** As a file would say it; null: it does not. */
function writtenOf(table: FactTable, number: number, stored: number): number | string | null {
  const fact = table.at(number);
  if (Number.isNaN(stored)) return null;
  if (fact.type === 'number') return stored / fact.scale;
  return fact.type === 'choice' ? (fact.options[stored]?.id ?? null) : stored;
}
