import { FactsFile, openSource, sourceName } from '../../../platform/facts/index.ts';
import { csvCell } from '../../../platform/workbook/csv.ts';
import { RefusalError } from '../../kernel/index.ts';
import {
  type BatchProgram,
  type BatchSummary,
  batchProgram,
  excludingFacts,
  type LeftOut,
  leaveOut,
  payersOf,
  summaryJson,
  summaryOfAsked,
} from '../domain/batch/index.ts';
import type { CompiledPolicy, FactTable } from '../domain/index.ts';
import { claimantsOf } from './claimants.ts';
import type { Engine } from './engine.ts';
import { type Reading, readingOf, withoutAbsent } from './fields.ts';
import { HeldAwards, type Settled } from './held-awards.ts';
import { OutputFile } from './output-file.ts';

/** So many repeated ids are told by their rows. */
const mostShown = 5;

export interface RunOptions {
  /** A .csv or .xlsx file of enterprises, or the address of a view. */
  readonly facts: string;
  /** Where the awards go; null: nowhere. */
  readonly out: string | null;
  /** Where the summary goes; null: nowhere. */
  readonly summary: string | null;
  readonly threads: number;
}

export interface RunReport {
  readonly summary: BatchSummary;
  /** The summary as it is written to its file. */
  readonly json: string;
  /** Groups that were not asked about, with the names of the columns that the file lacks. */
  readonly leftOut: readonly { readonly group: string; readonly columns: readonly string[] }[];
  /** How far the budgets of the policies went. */
  readonly budgets: Settled['budgets'];
  /** Rows whose id came before: how many, and the numbers of the first of them, from 1. Each is paid for itself. */
  readonly repeated: { readonly count: number; readonly first: readonly number[] };
}

/**
 * Runs policies over a file of enterprises and writes every award and the summary. The policies share one table of facts.
 * Refuses a file that is wrong anywhere, with line, column and value; then nothing is written.
 */
export async function runPolicies(
  policies: readonly CompiledPolicy[],
  engine: Engine,
  options: RunOptions,
): Promise<RunReport> {
  const [first] = policies;
  if (first === undefined) throw new RefusalError({ code: 'run-nothing', field: await sourceName(options.facts) });
  const whole = batchProgram(policies);
  const wanted = readingOf(whole, first.facts);
  const file = new FactsFile(await openSource(options.facts), wanted.fields, first.facts.names);
  const outputs: OutputFile[] = [];
  const output = (path: string | null): OutputFile | null => {
    const opened = path === null ? null : new OutputFile(path);
    if (opened !== null) outputs.push(opened);
    return opened;
  };
  try {
    const { program, leftOut } = fitted(whole, wanted, file, first.facts);
    const [awards, sums] = [output(options.out), output(options.summary)];
    const held = policies.some(({ budgets }) => budgets.length > 0)
      ? new HeldAwards(policies, payersOf(program))
      : null;
    awards?.write(headingOf(program, held !== null));
    const reading = withoutAbsent(wanted, file.layout);
    const write =
      held !== null ? (lines: Uint8Array) => held.take(lines) : awards && ((lines: Uint8Array) => awards.write(lines));
    const repeated = { count: 0, first: [] as number[] };
    const noteRepeated = (row: number): void => {
      repeated.count += 1;
      if (repeated.first.length < mostShown) repeated.first.push(row);
    };
    const job = { policies, program, reading, file, write, threads: options.threads, repeated: noteRepeated };
    const decided = await engine.run(job);
    const settled = held?.settle(decided, await claimantsOf(options.facts, policies));
    for (const lines of settled?.lines ?? []) awards?.write(lines);
    const summary = summaryOfAsked(settled?.summary ?? decided, program);
    const budgets = settled?.budgets ?? [];
    const without = named(leftOut, first.facts);
    const json = summaryJson(summary, without, budgets);
    sums?.write(Buffer.from(json));
    for (const each of outputs) each.finish();
    return { summary, json, leftOut: without, budgets, repeated };
  } catch (cause) {
    for (const each of outputs) each.discard();
    throw cause;
  } finally {
    file.close();
  }
}

/** Groups about which a file says nothing, as a run leaves them out. Refuses a file as `runPolicies` does. */
export async function leftOutOf(facts: string, policies: readonly CompiledPolicy[]): Promise<RunReport['leftOut']> {
  const [first] = policies;
  if (first === undefined) throw new RefusalError({ code: 'run-nothing', field: await sourceName(facts) });
  const whole = batchProgram(policies);
  const wanted = readingOf(whole, first.facts);
  const file = new FactsFile(await openSource(facts), wanted.fields, first.facts.names);
  try {
    return named(fitted(whole, wanted, file, first.facts).leftOut, first.facts);
  } finally {
    file.close();
  }
}

const named = (leftOut: readonly LeftOut[], facts: FactTable): RunReport['leftOut'] =>
  leftOut.map(({ policy, group, facts: numbers }) => ({
    group: `${policy}/${group}`,
    columns: numbers.map((fact) => facts.at(fact).id),
  }));

/** The program for which the file has columns. Refuses a file without any of them, or without those that leave somebody out. */
function fitted(
  whole: BatchProgram,
  { facts }: Reading,
  { name, layout }: FactsFile,
  table: FactTable,
): { readonly program: BatchProgram; readonly leftOut: readonly LeftOut[] } {
  const without = new Set(layout.absent.flatMap((field) => facts[field] ?? []));
  const { program, leftOut } = leaveOut(whole, without);
  const missing =
    program.slots.length === 0
      ? leftOut.flatMap((each) => each.facts)
      : excludingFacts(program).filter((fact) => without.has(fact));
  if (missing.length === 0) return { program, leftOut };
  const limit = [...new Set(missing)].map((fact) => table.at(fact).id).join('、');
  throw new RefusalError({ code: 'facts-column-missing', field: `${name}:1`, limit });
}

/** With budgets a last column says what was due where less is paid. */
const headingOf = (program: BatchProgram, due: boolean): Uint8Array =>
  Buffer.from(
    `${['id', 'clause', 'group', 'amount_yuan', ...payersOf(program), ...(due ? ['due_yuan'] : [])].map(csvCell).join(',')}\n`,
  );
