import type { BatchProgram } from './program.ts';
import type { BatchResults } from './run-loop.ts';
import { shareOut } from './shares.ts';

/** Where the id of each row stands, as it is to be written. */
export interface Ids {
  readonly bytes: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const encoder = new TextEncoder();
const COMMA = 44;
const ZERO = 48;
const LINE_FEED = 10;

/** Who pays anything of what is asked about, each once, in the order of policies and clauses: one column of the awards each. */
export function payersOf({ policies, slots }: BatchProgram): readonly string[] {
  const asked = (policy: number, clause: number): boolean =>
    slots.some((slot) => slot.policy === policy && slot.members.includes(clause));
  const paying = policies.flatMap(({ clauses }, policy) => clauses.filter((_, clause) => asked(policy, clause)));
  return [...new Set(paying.flatMap(({ payers }) => payers.map(({ payer }) => payer)))];
}

/** Writes awards as lines of CSV: id, clause, group, yuan, and what each payer gives. Bytes are reused by the next call. */
export class AwardText {
  readonly #clauses: readonly (readonly ClauseText[])[];
  readonly #payers: number;
  readonly #shares: Float64Array;
  readonly #longest: number;
  #out = new Uint8Array(1 << 16);
  #at = 0;

  constructor(program: BatchProgram) {
    const payers = payersOf(program);
    this.#payers = payers.length;
    this.#clauses = program.slots.map(({ policy, group, members }) => {
      const source = program.policies[policy];
      const texts: ClauseText[] = [];
      for (const member of members) {
        const clause = source?.clauses[member];
        if (source === undefined || clause === undefined) continue;
        const names = encoder.encode(`,${source.id}/${clause.id},${source.id}/${group},`);
        const columns = payers.map((payer) =>
          clause.payers.flatMap((each, share) => (each.payer === payer ? [share] : [])),
        );
        texts[member] = { names, payers: clause.payers, columns, award: -1, tail: new Uint8Array(0) };
      }
      return texts;
    });
    this.#shares = new Float64Array(
      Math.max(1, ...program.policies.flatMap((p) => p.clauses.map((c) => c.payers.length))),
    );
    this.#longest = Math.max(0, ...this.#clauses.flatMap((all) => all.map(({ names }) => names.length)));
  }

  /** Lines of rows `from` to `to`, in the order of rows and then of slots. */
  write({ winners, awards }: BatchResults, ids: Ids, from: number, to: number): Uint8Array {
    this.#at = 0;
    const count = winners.length;
    for (let row = from; row < to; row++) {
      for (let slot = 0; slot < count; slot++) {
        const winner = winners[slot]![row]!;
        if (winner >= 0) this.#line(this.#clauses[slot]![winner]!, awards[slot]![row]!, ids, row);
      }
    }
    return this.#out.subarray(0, this.#at);
  }

  #line(clause: ClauseText, award: number, ids: Ids, row: number): void {
    const [low, high] = [ids.from[row]!, ids.to[row]!];
    // No figure has more than 16 digits.
    this.#reserve(high - low + this.#longest + 18 * (this.#payers + 2));
    const out = this.#out;
    let at = this.#at;
    const { bytes } = ids;
    for (let from = low; from < high; from++) out[at++] = bytes[from]!;
    if (award !== clause.award) {
      clause.award = award;
      clause.tail = this.#tail(clause, award);
    }
    const { tail } = clause;
    for (let from = 0; from < tail.length; from++) out[at++] = tail[from]!;
    this.#at = at;
  }

  /** The same amount of the same clause reads the same: most clauses pay only a few. */
  #tail({ names, payers, columns }: ClauseText, award: number): Uint8Array {
    shareOut(award, payers, this.#shares);
    const tail = new Uint8Array(names.length + 18 * (columns.length + 2));
    tail.set(names);
    let at = digits(award, tail, names.length);
    for (const column of columns) {
      tail[at++] = COMMA;
      let sum = 0;
      for (const share of column) sum += this.#shares[share]!;
      at = digits(sum, tail, at);
    }
    tail[at++] = LINE_FEED;
    return tail.subarray(0, at);
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#out.length) return;
    const larger = new Uint8Array(Math.max(this.#out.length * 2, this.#at + more));
    larger.set(this.#out.subarray(0, this.#at));
    this.#out = larger;
  }
}

interface ClauseText {
  readonly names: Uint8Array;
  readonly payers: BatchProgram['policies'][number]['clauses'][number]['payers'];
  /** For each column the shares of this clause that fall into it. */
  readonly columns: readonly (readonly number[])[];
  award: number;
  tail: Uint8Array;
}

/** Writes a whole number not below 0; gives where it ends. */
function digits(value: number, into: Uint8Array, from: number): number {
  let length = 1;
  for (let rest = value; rest >= 10; length++) rest = Math.floor(rest / 10);
  let rest = value;
  for (let at = from + length - 1; at >= from; at--) {
    const tenth = Math.floor(rest / 10);
    into[at] = ZERO + (rest - tenth * 10);
    rest = tenth;
  }
  return from + length;
}
