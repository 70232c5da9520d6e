import type { BatchProgram, Column, ColumnForm, CompiledPolicy, FactTable } from '../../../policy/domain/index.ts';
import { formOf } from '../../../policy/domain/index.ts';
import { type CompiledEdition, programOf, type RowRules } from '../../domain/index.ts';

/** All that a thread needs to judge blocks of enterprises; plain data, as text: it is read once by each thread. */
export interface JudgeSetup {
  readonly program: BatchProgram;
  /** Of each fact of the program its number, id and form. */
  readonly facts: readonly {
    readonly number: number;
    readonly id: string;
    readonly form: Exclude<ColumnForm, 'absent'>;
  }[];
  readonly editions: readonly { readonly rules: RowRules; readonly first: number }[];
}

/** What is put together once for all blocks: editions that say something, and behind them policies. */
export function setupOf(
  editions: readonly CompiledEdition[],
  policies: readonly CompiledPolicy[],
  table: FactTable,
): JudgeSetup {
  const program = programOf(editions, policies);
  let first = 0;
  const slots = editions.map(({ policy }) => {
    first += policy.clauses.length;
    return first - policy.clauses.length;
  });
  return {
    program,
    facts: program.facts.map((number) => {
      const fact = table.at(number);
      return { number, id: fact.id, form: formOf(fact) };
    }),
    editions: editions.map(({ exclude, conditions, shortcuts, indicators, points }, at) => ({
      rules: { exclude, conditions, shortcuts, indicators, points },
      first: slots[at] ?? 0,
    })),
  };
}

/** Bytes of a column in the form that it is kept in; those that lie oddly in a larger piece are copied. */
export function columnFrom(bytes: Uint8Array, form: Exclude<ColumnForm, 'absent'>): Column {
  if (form === 'byte') return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = form === 'short' ? 2 : 8;
  const own = bytes.byteOffset % size === 0 ? bytes : Uint8Array.from(bytes);
  return form === 'short'
    ? new Int16Array(own.buffer, own.byteOffset, own.byteLength / 2)
    : new Float64Array(own.buffer, own.byteOffset, own.byteLength / 8);
}
