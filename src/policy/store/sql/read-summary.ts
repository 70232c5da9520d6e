import type { BatchProgram, BatchSummary, Sum, Sums } from '../../domain/index.ts';
import { payersOf } from '../../domain/index.ts';
import type { DivisionName } from './summary.ts';

type Row = readonly (string | null)[];

/** What the number of a division's key stands for. */
export interface Words {
  readonly words: readonly string[];
  /** The word where there is no number. */
  readonly empty: number;
}

/** The rows of `summaryQuery` as a summary: everything in the order of the loop, and with 0 where there was nothing. */
export function summaryOf(
  rows: readonly Row[],
  program: BatchProgram,
  divisions: Readonly<Record<DivisionName, Words | null>>,
): BatchSummary {
  const parts = Map.groupBy(rows, ([part]) => part ?? '');
  const found = (part: string): Sums => sumsOf((parts.get(part) ?? []).map((row) => [row[1] ?? '', row]));
  const ordered = (part: string, keys: readonly string[]): Sums => {
    const sums = found(part);
    return new Map(keys.map((key) => [key, sums.get(key) ?? nothing]));
  };
  const divided = (part: DivisionName): Sums => {
    const division = divisions[part];
    if (division === null) return new Map();
    const { words, empty } = division;
    const named = sumsOf(
      (parts.get(part) ?? []).map((row) => [words[row[1] === null ? empty : Number(row[1])] ?? '', row]),
    );
    return new Map(words.map((word) => [word, named.get(word) ?? nothing]));
  };
  const { policies, slots } = program;
  const clauses = policies.flatMap(({ id, clauses }) => clauses.map((clause) => `${id}/${clause.id}`));
  const groups = slots.map(({ policy, group }) => `${policies[policy]?.id}/${group}`);
  const unknown = [...found('unknown-group')].filter(([, { count }]) => count > 0);
  const only = (part: string): number => found(part).get('')?.count ?? 0;
  return {
    ...{ rows: only('rows'), groups: ordered('group', groups), clauses: ordered('clause', clauses) },
    ...{ byRegion: divided('region'), byChain: divided('chain'), byCity: divided('city') },
    payers: ordered('payer', payersOf(program)),
    ...{ excluded: only('excluded'), unknown: only('unknown') },
    unknownByGroup: new Map(unknown.map(([group, { count }]) => [group, count])),
  };
}

const nothing: Sum = { count: 0, total: 0n };

/** Two keys that are called the same are added. */
function sumsOf(rows: readonly (readonly [key: string, row: Row])[]): Sums {
  const sums = new Map<string, Sum>();
  for (const [key, [, , count, total]] of rows) {
    const before = sums.get(key) ?? nothing;
    sums.set(key, { count: before.count + Number(count ?? 0), total: before.total + BigInt(total ?? 0) });
  }
  return sums;
}
