/** Numbers for byte strings, looked up without making strings of them. */
export class Dictionary {
  /** The strings by their place. */
  readonly words: string[] = [];
  #bytes = new Uint8Array(1 << 12);
  #used = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #hashes = new Int32Array(64);
  #values = new Int32Array(64);
  #table = new Int32Array(256).fill(-1);

  /** The number of the bytes `from` to `to` with their hash; -1 when they were never added. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const entry = this.#table[at]!;
      if (entry < 0) return -1;
      if (this.#hashes[entry] === hash && this.#equals(entry, bytes, from, to)) return this.#values[entry]!;
    }
  }

  /** Adds a text with its number; gives the number. A text that is there already keeps its own. */
  add(text: string, value: number): number {
    const bytes = new TextEncoder().encode(text);
    const hash = hashOf(bytes, 0, bytes.length);
    const known = this.find(bytes, 0, bytes.length, hash);
    if (known >= 0) return known;
    const entry = this.words.length;
    this.words.push(text);
    this.#makeRoom(entry + 1, bytes.length);
    this.#bytes.set(bytes, this.#used);
    this.#starts[entry] = this.#used;
    this.#used += bytes.length;
    this.#ends[entry] = this.#used;
    this.#hashes[entry] = hash;
    this.#values[entry] = value;
    this.#place(entry);
    return value;
  }

  #equals(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[entry]!;
    if (this.#ends[entry]! - start !== to - from) return false;
    for (let at = from; at < to; at++) if (bytes[at] !== this.#bytes[start + at - from]) return false;
    return true;
  }

  #place(entry: number): void {
    const mask = this.#table.length - 1;
    const hash = this.#hashes[entry]!;
    let at = (hash ^ (hash >>> 15)) & mask;
    while (this.#table[at]! >= 0) at = (at + 1) & mask;
    this.#table[at] = entry;
  }

  #makeRoom(entries: number, bytes: number): void {
    if (this.#used + bytes > this.#bytes.length) this.#bytes = grown(this.#bytes, this.#used + bytes);
    if (entries > this.#starts.length) {
      this.#starts = grown(this.#starts, entries);
      this.#ends = grown(this.#ends, entries);
      this.#hashes = grown(this.#hashes, entries);
      this.#values = grown(this.#values, entries);
    }
    if (entries * 2 <= this.#table.length) return;
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    for (let entry = 0; entry < entries - 1; entry++) this.#place(entry);
  }
}

function grown<T extends Uint8Array | Int32Array>(old: T, wanted: number): T {
  const larger = new (old.constructor as new (size: number) => T)(Math.max(old.length * 2, wanted));
  larger.set(old);
  return larger;
}

/** The hash that `find` wants: the parser makes it while it looks for the end of a cell. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = nextHash(hash, bytes[at]!);
  return hash;
}
export const nextHash = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0;
