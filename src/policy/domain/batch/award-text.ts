import { eachWinner } from './each-winner.ts';
import { UNKNOWN } from './loop-source.ts';
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
  readonly #shares: Float64Array;
  #out = new Uint8Array(1 << 16);
  #at = 0;

  constructor(program: BatchProgram) {
    const payers = payersOf(program);
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
        // No figure has more than 16 digits.
        const tail = new Uint8Array(names.length + 18 * (payers.length + 2));
        tail.set(names);
        texts[member] = { payers: clause.payers, columns, tail, nameEnd: names.length, award: -1, tailEnd: 0 };
      }
      return texts;
    });
    this.#shares = new Float64Array(
      Math.max(1, ...program.policies.flatMap((p) => p.clauses.map((c) => c.payers.length))),
    );
  }

  /** Lines of rows `from` to `to`, in the order of rows and then of slots. */
  write({ winners, awards }: BatchResults, ids: Ids, from: number, to: number): Uint8Array {
    this.#at = 0;
    const masks = winnersByRow(winners, from, to);
    for (let row = from; row < to; row++) {
      for (let word = 0; word < masks.length; word++) {
        for (let left = masks[word]![row - from]!; left !== 0; left &= left - 1) {
          const slot = word * 32 + 31 - Math.clz32(left & -left);
          this.#line(this.#clauses[slot]![winners[slot]![row]!]!, awards[slot]![row]!, ids, row);
        }
      }
    }
    return this.#out.subarray(0, this.#at);
  }

  #line(clause: ClauseText, award: number, ids: Ids, row: number): void {
    const [low, high] = [ids.from[row]!, ids.to[row]!];
    if (award !== clause.award) this.#makeTail(clause, award);
    const { tail, tailEnd } = clause;
    this.#reserve(high - low + tailEnd);
    const out = this.#out;
    const { bytes } = ids;
    let at = this.#at;
    for (let from = low; from < high; from++) out[at++] = bytes[from]!;
    for (let from = 0; from < tailEnd; from++) out[at++] = tail[from]!;
    this.#at = at;
  }

  /** The same amount of the same clause reads the same: most clauses pay only a few. What stands before it never changes. */
  #makeTail(clause: ClauseText, award: number): void {
    const { tail, nameEnd, payers, columns } = clause;
    shareOut(award, payers, this.#shares);
    let at = digits(award, tail, nameEnd);
    for (let c = 0; c < columns.length; c++) {
      tail[at++] = COMMA;
      const column = columns[c]!;
      let sum = 0;
      for (let share = 0; share < column.length; share++) sum += this.#shares[column[share]!]!;
      at = digits(sum, tail, at);
    }
    tail[at++] = LINE_FEED;
    clause.award = award;
    clause.tailEnd = at;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#out.length) return;
    const larger = new Uint8Array(Math.max(this.#out.length * 2, this.#at + more));
    larger.set(this.#out.subarray(0, this.#at));
    this.#out = larger;
  }
}

/** For each row a bit for every slot that somebody wins, 32 slots in each array. */
function winnersByRow(winners: BatchResults['winners'], from: number, to: number): Uint32Array[] {
  const masks = Array.from({ length: Math.ceil(winners.length / 32) }, () => new Uint32Array(to - from));
  for (const [slot, list] of winners.entries()) {
    const mask = masks[slot >>> 5]!;
    const bit = 1 << (slot & 31);
    eachWinner(list, from, to, (row, winner) => {
      if (winner !== UNKNOWN) mask[row - from]! |= bit;
    });
  }
  return masks;
}

interface ClauseText {
  readonly payers: BatchProgram['policies'][number]['clauses'][number]['payers'];
  /** For each column the shares of this clause that fall into it. */
  readonly columns: readonly (readonly number[])[];
  /** What follows the id: names up to `nameEnd`, then the last amount that was written, up to `tailEnd`. */
  readonly tail: Uint8Array;
  readonly nameEnd: number;
  award: number;
  tailEnd: number;
}

/** Writes a whole number not below 0; gives where it ends. */
function digits(value: number, into: Uint8Array, from: number): number {
  if (value > 0x3fff_ffff) return manyDigits(value, into, from);
  let length = 1;
  for (let power = 10; power <= value; power *= 10) length++;
  let rest = value | 0;
  for (let at = from + length - 1; at >= from; at--) {
    const tenth = (rest / 10) | 0;
    into[at] = ZERO + (rest - tenth * 10);
    rest = tenth;
  }
  return from + length;
}

/** The same for what is too great for small whole numbers. */
function manyDigits(value: number, into: Uint8Array, from: number): number {
  const text = String(value);
  for (let at = 0; at < text.length; at++) into[from + at] = text.charCodeAt(at);
  return from + text.length;
}
