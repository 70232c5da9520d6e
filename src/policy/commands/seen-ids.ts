const QUOTE = 34;

/** Numbers that tell ids apart, one for each row; quotes around an id change nothing. */
export function idNumbers(bytes: Uint8Array, from: Int32Array, to: Int32Array, rows: number): Float64Array {
  const numbers = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let [at, end] = [from[row]!, to[row]!];
    if (bytes[at] === QUOTE) [at, end] = [at + 1, end - 1];
    // Two sums that go different ways: 53 bits, so that among a million ids two are hardly ever taken for one.
    let [high, low] = [0x811c9dc5, 0];
    for (; at < end; at++) {
      const byte = bytes[at]!;
      high = Math.imul(high ^ byte, 0x01000193);
      low = (Math.imul(low, 31) + byte) | 0;
    }
    high ^= high >>> 15;
    numbers[row] = (high >>> 0) * 0x200000 + ((low ^ (low >>> 21)) & 0x1fffff) + 1;
  }
  return numbers;
}

/** Signs of a filter that stays near the processor; more ids than these are not looked at. */
const filterBits = 2 ** 26;
const mostIds = 2 ** 24;

/**
 * Which ids came before. A filter of bits tells almost all that did not; only those it cannot tell are looked for among
 * all, when all are known.
 */
export class SeenIds {
  readonly #filter = new Uint32Array(filterBits / 32);
  readonly #all: Float64Array[] = [];
  readonly #suspects = new Set<number>();
  #count = 0;

  /** Takes the numbers of the next rows, which are not changed afterwards. */
  add(numbers: Float64Array): void {
    this.#count += numbers.length;
    if (this.#count > mostIds) return;
    this.#all.push(numbers);
    const filter = this.#filter;
    for (let at = 0; at < numbers.length; at++) {
      const bit = bitOf(numbers[at]!);
      const [word, sign] = [bit >>> 5, 1 << (bit & 31)];
      if ((filter[word]! & sign) !== 0) this.#suspects.add(numbers[at]!);
      filter[word]! |= sign;
    }
  }

  /** Numbers of the rows, from 1, whose id came before; none where there are too many to look at. */
  repeated(): number[] {
    if (this.#suspects.size === 0 || this.#count > mostIds) return [];
    const near = new Uint8Array(1 << 16);
    for (const each of this.#suspects) near[bitOf(each) & 0xffff] = 1;
    const met = new Set<number>();
    const rows: number[] = [];
    let row = 0;
    for (const numbers of this.#all)
      for (let at = 0; at < numbers.length; at++) {
        row += 1;
        const number = numbers[at]!;
        if (near[bitOf(number) & 0xffff] === 0 || !this.#suspects.has(number)) continue;
        if (met.has(number)) rows.push(row);
        met.add(number);
      }
    return rows;
  }
}

/** The lower 26 bits of the part of a number that is all mixed up. */
const bitOf = (number: number): number => Math.imul((number % 0x100000000) | 0, 0x9e3779b1) >>> 6;
