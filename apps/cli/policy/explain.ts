import { basename } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import {
  batchProgram,
  type CompiledLibrary,
  type CompiledPolicy,
  type Entitlement,
  entitlementOf,
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
  const packs = [options.packs, pack].filter((each) => each !== undefined).join(',');
  const isNamed = packs !== '' || words.length > 0;
  if (facts === undefined || id === undefined || !isNamed)
    throw new RefusalError({
      ...{ code: 'option-missing', field: 'policy explain' },
      limit: [isNamed ? [] : '--pack', facts === undefined ? '--facts' : [], id === undefined ? '--id' : []]
        .flat()
        .join('、'),
    });
  const library = await policiesToRun({ packs, on: options.on }, words);
  const known = await knownOf(facts, id, library);
  const told = library.policies.map((policy, at) => ({ policy, entitlement: entitled(library, policy, at, known) }));
  if (options.json) {
    const replays = told.map(({ policy, entitlement }) => replay(id, policy, entitlement, known, library.facts));
    return terminal.write(`${JSON.stringify(replays.length === 1 ? replays[0] : replays, null, 2)}\n`);
  }
  const { style } = terminal;
  for (const { policy, entitlement } of told) {
    await terminal.write(
      `${style.strong(policy.title)}　${style.faint(`${policy.id}，${policy.on}，${policy.hash}`)}\n`,
    );
    await terminal.write(`${explanationText(entitlement, explainer(policy)(known).groups, library.facts, style)}\n`);
  }
}

/** What the file says about one enterprise; refuses (`facts-id-unknown`) one that it does not have. */
async function knownOf(file: string, id: string, { policies, facts }: CompiledLibrary): Promise<Float64Array> {
  const { readRows } = await loadPolicyRuns();
  for await (const row of readRows(file, policies, facts)) if (row.id === id) return row.known;
  throw new RefusalError({ code: 'facts-id-unknown', field: basename(file), given: id });
}

function entitled({ packs }: CompiledLibrary, policy: CompiledPolicy, at: number, known: Known): Entitlement {
  const { validTo = null, eventYear = null } = packs[at]?.content ?? {};
  const clauses = new Set(policy.clauses.keys());
  return entitlementOf([{ policy, clauses, validTo, eventYear }], known);
}

/** Everything that an auditor needs to come to the same again: pack, day, facts, and what follows from them. */
function replay(id: string, policy: CompiledPolicy, { clauses }: Entitlement, known: Known, table: FactTable): object {
  const explanation = explainer(policy)(known);
  const facts = batchProgram([policy]).facts.map(
    (number) => [table.at(number).id, writtenOf(table, number, known[number] ?? Number.NaN)] as const,
  );
  const standings = clauses.map(({ clause, standing, by, path }) => ({ clause: clause.id, standing, by, path }));
  return { id, ...explanation, facts: Object.fromEntries(facts), standings };
}

/** As a file would say it; null: it does not. */
function writtenOf(table: FactTable, number: number, stored: number): number | string | null {
  const fact = table.at(number);
  if (Number.isNaN(stored)) return null;
  if (fact.type === 'number') return stored / fact.scale;
  return fact.type === 'choice' ? (fact.options[stored]?.id ?? null) : stored;
}
