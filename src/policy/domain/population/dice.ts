/** Whole numbers from 0 to `most - 1` and what is made of them; the same for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** mulberry32: small, and even enough for people who do not exist. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  whole(most: number): number {
    return Math.floor(this.next() * most);
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  /** About the normal distribution: the sum of twelve even ones (the central limit is near enough here). */
  bell(): number {
    let sum = -6;
    for (let at = 0; at < 12; at += 1) sum += this.next();
    return sum;
  }
}
