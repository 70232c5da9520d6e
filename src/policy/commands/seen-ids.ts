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

/** Which ids came before. */
export class SeenIds {
  #table = new Float64Array(1 << 12);
  #count = 0;

  /** Notes one; gives whether it was there. Numbers are not 0. */
  add(number: number): boolean {
    const table = this.#table;
    const mask = table.length - 1;
    for (let at = placeOf(number) & mask; ; at = (at + 1) & mask) {
      if (table[at] === number) return true;
      if (table[at] !== 0) continue;
      table[at] = number;
      this.#count += 1;
      if (this.#count * 2 > table.length) this.#grow();
      return false;
    }
  }

  #grow(): void {
    const old = this.#table;
    const table = new Float64Array(old.length * 4);
    const mask = table.length - 1;
    for (const number of old) {
      if (number === 0) continue;
      let at = placeOf(number) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = number;
    }
    this.#table = table;
  }
}

const placeOf = (number: number): number => Math.imul((number % 0x100000000) | 0, 0x9e3779b1) >>> 7;
