import type { Payer } from '../check/compiled.ts';
import { greatest } from '../check/program.ts';
import { eachWinner } from './each-winner.ts';
import { UNKNOWN } from './loop-source.ts';
import type { BatchProgram } from './program.ts';
import type { BatchResults } from './run-loop.ts';
import { shareOut } from './shares.ts';
import type { BatchSummary, Sum, Sums } from './summary.ts';

/** A division of the rows: the number of each row's word, and the words. */
export interface Division {
  readonly codes: Int32Array | Int16Array | Int8Array;
  readonly words: readonly string[];
  /** The word of rows whose number is below 0. */
  readonly empty: number;
}
export interface Divisions {
  readonly region: Division | null;
  readonly chain: Division | null;
  readonly city: Division | null;
}

const divisions = ['region', 'chain', 'city'] as const;

/** Counts and sums that stay exact: doubles are emptied into big integers before they could pass 2^53. */
class Sheet {
  readonly counts: Float64Array;
  readonly open: Float64Array;
  readonly #totals: bigint[];

  constructor(size: number) {
    this.counts = new Float64Array(size);
    this.open = new Float64Array(size);
    this.#totals = Array.from({ length: size }, () => 0n);
  }

  settle(): void {
    for (const [at, sum] of this.open.entries()) {
      if (sum !== 0) this.#totals[at] = (this.#totals[at] ?? 0n) + BigInt(sum);
    }
    this.open.fill(0);
  }

  at(index: number): Sum {
    return { count: this.counts[index] ?? 0, total: this.#totals[index] ?? 0n };
  }
}

/** Adds up what a loop found out for rows `from` to `to`. */
export function summarize(
  program: BatchProgram,
  results: BatchResults,
  rows: Divisions,
  from: number,
  to: number,
): BatchSummary {
  const { policies, slots } = program;
  const most = Math.max(1, ...slots.map((slot) => slot.most));
  // So many awards cannot add up to more than is exact.
  const patience = Math.max(1, Math.floor(greatest / most));
  const first = policies.map((_, at) => policies.slice(0, at).reduce((sum, { clauses }) => sum + clauses.length, 0));
  const clauses = policies.flatMap(({ id, clauses }) =>
    clauses.map((clause) => ({ ...clause, id: `${id}/${clause.id}` })),
  );
  const payers = [...new Set(clauses.flatMap((clause) => clause.payers.map(({ payer }) => payer)))];
  const byClause = new Sheet(clauses.length);
  const byPayer = new Sheet(payers.length);
  const byDivision = divisions.map((name) => new Sheet(rows[name]?.words.length ?? 0));
  const sheets = [byClause, byPayer, ...byDivision];
  const divided = divisions.flatMap((name, d) => {
    const [division, sheet] = [rows[name], byDivision[d]];
    return division === null || sheet === undefined
      ? []
      : [{ codes: division.codes, empty: division.empty, counts: sheet.counts, sums: sheet.open }];
  });
  const open = new Uint8Array(to - from);
  const unknownByGroup = new Map<string, number>();
  /** Several slots of one group may be open for one enterprise. */
  const openOf = new Map<string, Uint8Array>();
  const shares = new Float64Array(Math.max(1, ...clauses.map((clause) => clause.payers.length)));
  let untilSettled = patience;

  for (const [at, slot] of slots.entries()) {
    const [winners, awards] = [results.winners[at], results.awards[at]];
    if (winners === undefined || awards === undefined) continue;
    const base = first[slot.policy] ?? 0;
    const payerNumbers = policies[slot.policy]?.clauses.map((clause) =>
      clause.payers.map((p) => payers.indexOf(p.payer)),
    );
    const key = `${policies[slot.policy]?.id}/${slot.group}`;
    const add = (award: number, clause: number, row: number): void => {
      byClause.counts[base + clause]! += 1;
      byClause.open[base + clause]! += award;
      for (let d = 0; d < divided.length; d++) {
        const { codes, empty, counts, sums } = divided[d]!;
        const code = codes[row]! < 0 ? empty : codes[row]!;
        counts[code]! += 1;
        sums[code]! += award;
      }
      const list = policies[slot.policy]!.clauses[clause]!.payers;
      const numbers = payerNumbers![clause]!;
      addShares(award, list, numbers);
      untilSettled -= 1;
      if (untilSettled > 0) return;
      for (const sheet of sheets) sheet.settle();
      untilSettled = patience;
    };
    eachWinner(winners, from, to, (row, winner) => {
      if (winner !== UNKNOWN) return add(awards[row]!, winner, row);
      open[row - from] = 1;
      const own = openOf.get(key) ?? new Uint8Array(to - from);
      if (own[row - from] === 0) unknownByGroup.set(key, (unknownByGroup.get(key) ?? 0) + 1);
      own[row - from] = 1;
      openOf.set(key, own);
    });
  }

  function addShares(award: number, list: readonly Payer[], numbers: readonly number[]): void {
    if (list.length === 1) shares[0] = award;
    else shareOut(award, list, shares);
    for (let p = 0; p < list.length; p++) {
      const share = shares[p]!;
      if (share === 0) continue;
      byPayer.counts[numbers[p]!]! += 1;
      byPayer.open[numbers[p]!]! += share;
    }
  }

  for (const sheet of sheets) sheet.settle();
  const groups = new Map<string, Sum>();
  for (const { policy, group, members } of slots) {
    const key = `${policies[policy]?.id}/${group}`;
    for (const member of members) {
      const [before, own] = [groups.get(key), byClause.at((first[policy] ?? 0) + member)];
      groups.set(key, { count: (before?.count ?? 0) + own.count, total: (before?.total ?? 0n) + own.total });
    }
  }
  const [byRegion, byChain, byCity] = divisions.map((name, d) => sumsOf(byDivision[d]!, rows[name]?.words ?? [])) as [
    Sums,
    Sums,
    Sums,
  ];
  return {
    ...{
      rows: to - from,
      groups,
      clauses: sumsOf(
        byClause,
        clauses.map(({ id }) => id),
      ),
    },
    ...{ byRegion, byChain, byCity, payers: sumsOf(byPayer, payers) },
    ...{ excluded: countExcluded(results, from, to), unknown: open.reduce((sum, each) => sum + each, 0) },
    unknownByGroup,
  };
}

/** Two numbers of one word are added: a file may itself say what stands for an empty cell. */
function sumsOf(sheet: Sheet, words: readonly string[]): Sums {
  const sums = new Map<string, Sum>();
  for (const [at, word] of words.entries()) {
    const [before, own] = [sums.get(word), sheet.at(at)];
    sums.set(word, { count: (before?.count ?? 0) + own.count, total: (before?.total ?? 0n) + own.total });
  }
  return sums;
}

function countExcluded({ excluded }: BatchResults, from: number, to: number): number {
  let count = 0;
  for (let row = from; row < to; row++) {
    for (const policy of excluded) {
      if (policy[row] === 2) {
        count += 1;
        break;
      }
    }
  }
  return count;
}
