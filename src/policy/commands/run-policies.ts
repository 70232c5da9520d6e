import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { FactsFile, openSource } from '../../../platform/facts/index.ts';
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
} from '../domain/batch/index.ts';
import type { CompiledPolicy, FactTable } from '../domain/index.ts';
import type { Engine } from './engine.ts';
import { type Reading, readingOf, withoutAbsent } from './fields.ts';

export interface RunOptions {
  /** A .csv or .xlsx file of enterprises. */
  readonly facts: string;
  /** Where the awards go; null: nowhere. */
  readonly out: string | null;
  readonly summary: string | null;
  readonly threads: number;
}

export interface RunReport {
  readonly summary: BatchSummary;
  /** Groups that were not asked about, with the names of the columns that the file lacks. */
  readonly leftOut: readonly { readonly group: string; readonly columns: readonly string[] }[];
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
  if (first === undefined) throw new RefusalError({ code: 'run-nothing', field: basename(options.facts) });
  const whole = batchProgram(policies);
  const wanted = readingOf(whole, first.facts);
  const file = new FactsFile(await openSource(options.facts), wanted.fields);
  const { program, leftOut } = fitted(whole, wanted, file, first.facts);
  const awards = options.out === null ? null : new AwardsFile(options.out, program);
  try {
    const reading = withoutAbsent(wanted, file.layout);
    const write = awards === null ? null : (lines: Uint8Array) => awards.write(lines);
    const summary = await engine.run({ policies, program, reading, file, write, threads: options.threads });
    awards?.finish();
    const named = leftOut.map(({ policy, group, facts }) => ({
      group: `${policy}/${group}`,
      columns: facts.map((fact) => first.facts.at(fact).id),
    }));
    if (options.summary !== null) writeFileSync(options.summary, summaryJson(summary, named));
    return { summary, leftOut: named };
  } catch (cause) {
    awards?.discard();
    throw cause;
  }
}

/** The program for which the file has columns. Refuses one that has none for it, or has them written nearly right. */
function fitted(
  whole: BatchProgram,
  { facts }: Reading,
  file: FactsFile,
  table: FactTable,
): { readonly program: BatchProgram; readonly leftOut: readonly LeftOut[] } {
  const { absent, suspects } = file.layout;
  const refuse = (code: string, given: string | null, limit: string): never => {
    file.close();
    throw new RefusalError({ code, field: `${file.name}:1`, given, limit });
  };
  const [suspect] = suspects;
  if (suspect !== undefined) return refuse('facts-column-misspelt', suspect.given, suspect.meant);
  const without = new Set(absent.flatMap((field) => facts[field] ?? []));
  const { program, leftOut } = leaveOut(whole, without);
  const ids = (numbers: readonly number[]) => [...new Set(numbers)].map((fact) => table.at(fact).id).join('、');
  if (program.slots.length === 0)
    return refuse('facts-column-missing', null, ids(leftOut.flatMap((each) => each.facts)));
  const excluding = excludingFacts(program).filter((fact) => without.has(fact));
  if (excluding.length > 0) return refuse('facts-column-missing', null, ids(excluding));
  return { program, leftOut };
}

/** Written beside its place and put there when it is whole. */
class AwardsFile {
  readonly #path: string;
  readonly #file: number;
  #open = true;

  constructor(path: string, program: BatchProgram) {
    this.#path = path;
    try {
      this.#file = openSync(this.#partial, 'w');
    } catch {
      throw new RefusalError({ code: 'output-not-writable', field: path });
    }
    const heading = ['id', 'clause', 'group', 'amount_yuan', ...payersOf(program)].map(csvCell);
    this.write(Buffer.from(`${heading.join(',')}\n`));
  }

  get #partial(): string {
    return `${this.#path}.partial`;
  }

  write(lines: Uint8Array): void {
    for (let from = 0; from < lines.length; ) from += writeSync(this.#file, lines, from);
  }

  finish(): void {
    closeSync(this.#file);
    this.#open = false;
    renameSync(this.#partial, this.#path);
  }

  discard(): void {
    if (this.#open) closeSync(this.#file);
    rmSync(this.#partial, { force: true });
  }
}
