import type { BudgetOutcome } from '../budget/apply.ts';
import { payersOf } from './award-text.ts';
import type { BatchProgram } from './program.ts';

/** How often and how much, in whole yuan. */
export interface Sum {
  readonly count: number;
  readonly total: bigint;
}
export type Sums = ReadonlyMap<string, Sum>;

/** What a run over many enterprises comes to. Sums are in the order of policies, groups, clauses and first appearance. */
export interface BatchSummary {
  readonly rows: number;
  /** By `policy/group` and `policy/clause`; those that nobody got are there with 0. */
  readonly groups: Sums;
  readonly clauses: Sums;
  readonly byRegion: Sums;
  readonly byChain: Sums;
  readonly byCity: Sums;
  /** Awards to which a payer gives something, and how much it gives. */
  readonly payers: Sums;
  /** Enterprises that a policy leaves out. */
  readonly excluded: number;
  /** Enterprises of which something cannot be told yet, and how many of them in each group. */
  readonly unknown: number;
  readonly unknownByGroup: ReadonlyMap<string, number>;
}

const parts = ['groups', 'clauses', 'byRegion', 'byChain', 'byCity', 'payers'] as const;

/** The summary of all rows from those of their parts. */
export function mergeSummaries(summaries: readonly BatchSummary[]): BatchSummary {
  const total = (of: (summary: BatchSummary) => number) => summaries.reduce((sum, each) => sum + of(each), 0);
  const merge = (part: (typeof parts)[number]): Sums => {
    const merged = new Map<string, Sum>();
    for (const summary of summaries)
      for (const [key, { count, total }] of summary[part]) {
        const before = merged.get(key);
        merged.set(key, { count: (before?.count ?? 0) + count, total: (before?.total ?? 0n) + total });
      }
    if (!part.startsWith('by')) return merged;
    // In the order of their names: which region a thread met first does not show.
    return new Map([...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  const groups = merge('groups');
  // In the order of the groups, wherever somebody came first of whom one of them cannot be told.
  const unknownByGroup = new Map<string, number>();
  for (const group of groups.keys()) {
    const count = total(({ unknownByGroup: own }) => own.get(group) ?? 0);
    if (count > 0) unknownByGroup.set(group, count);
  }
  return {
    ...{ rows: total(({ rows }) => rows), groups, clauses: merge('clauses') },
    ...{ byRegion: merge('byRegion'), byChain: merge('byChain'), byCity: merge('byCity'), payers: merge('payers') },
    ...{ excluded: total(({ excluded }) => excluded), unknown: total(({ unknown }) => unknown), unknownByGroup },
  };
}

/** Without what a program does not ask about, and without divisions where nobody got anything. */
export function summaryOfAsked(summary: BatchSummary, program: BatchProgram): BatchSummary {
  const { policies, slots } = program;
  const idOf = (policy: number): string => policies[policy]?.id ?? '';
  const groups = new Set(slots.map(({ policy, group }) => `${idOf(policy)}/${group}`));
  const clauses = new Set(
    slots.flatMap(({ policy, members }) =>
      members.map((member) => `${idOf(policy)}/${policies[policy]?.clauses[member]?.id}`),
    ),
  );
  const payers = new Set(payersOf(program));
  const only = (sums: Sums, keep: (key: string, sum: Sum) => boolean): Sums =>
    new Map([...sums].filter(([key, sum]) => keep(key, sum)));
  const paid = (sums: Sums): Sums => only(sums, (_, { count }) => count > 0);
  return {
    ...summary,
    groups: only(summary.groups, (key) => groups.has(key)),
    clauses: only(summary.clauses, (key) => clauses.has(key)),
    payers: only(summary.payers, (key) => payers.has(key)),
    ...{ byRegion: paid(summary.byRegion), byChain: paid(summary.byChain), byCity: paid(summary.byCity) },
  };
}

/** As JSON, with every total written out in full: a reader that knows no more than 2^53 loses nothing by us. */
export function summaryJson(
  summary: BatchSummary,
  leftOut: readonly { readonly group: string; readonly columns: readonly string[] }[] = [],
  budgets: readonly (BudgetOutcome & { readonly policy: string })[] = [],
): string {
  const sums = (of: Sums): string => {
    const lines = [...of].map(
      ([key, { count, total }]) => `    ${JSON.stringify(key)}: { "count": ${count}, "total_yuan": ${total} }`,
    );
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  const unknown = [...summary.unknownByGroup].map(([key, count]) => `    ${JSON.stringify(key)}: ${count}`);
  const left = leftOut.map(({ group, columns }) => `    ${JSON.stringify(group)}: ${JSON.stringify(columns)}`);
  const divided = budgets.map(
    ({ policy, id, available, wanted, paid, cut }) =>
      `    ${JSON.stringify(`${policy}/${id}`)}: { "available_yuan": ${available}, "wanted_yuan": ${wanted}, "paid_yuan": ${paid}, "cut": ${cut} }`,
  );
  const lines = [
    `"rows": ${summary.rows}`,
    ...parts.map((part) => `"${part}": ${sums(summary[part])}`),
    `"excluded": ${summary.excluded}`,
    `"unknown": ${summary.unknown}`,
    `"unknownByGroup": ${unknown.length === 0 ? '{}' : `{\n${unknown.join(',\n')}\n  }`}`,
    ...(divided.length === 0 ? [] : [`"budgets": {\n${divided.join(',\n')}\n  }`]),
    `"leftOut": ${left.length === 0 ? '{}' : `{\n${left.join(',\n')}\n  }`}`,
  ];
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}
