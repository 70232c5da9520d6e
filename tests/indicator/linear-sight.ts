/**
 * What somebody who adds and subtracts can reckon from sums that he was shown: everything in the span of their equations. Reckoned
 * with remainders of a prime, which is exact enough to tell whether something follows and quick.
 */
export class LinearSight {
  private readonly rows = new Map<number, Map<number, number>>();
  private readonly numbers = new Map<string, number>();

  /** A sum of unknowns, each with how often it is in it, is known from now on. */
  learn(sum: ReadonlyMap<string, number>): void {
    const left = this.reduced(sum);
    const [lead] = [...left.keys()].toSorted((a, b) => a - b);
    if (lead === undefined) return;
    const by = inverse(left.get(lead) ?? 1);
    const row = new Map([...left].map(([at, value]) => [at, (value * by) % prime]));
    for (const [pivot, other] of this.rows) {
      const times = other.get(lead);
      if (times !== undefined) this.rows.set(pivot, minus(other, row, times));
    }
    this.rows.set(lead, row);
  }

  knows(sum: ReadonlyMap<string, number>): boolean {
    return this.reduced(sum).size === 0;
  }

  private reduced(sum: ReadonlyMap<string, number>): Map<number, number> {
    let left = new Map<number, number>();
    for (const [name, times] of sum) {
      const value = ((times % prime) + prime) % prime;
      if (value !== 0) left.set(this.numberOf(name), value);
    }
    for (const at of [...left.keys()]) {
      const row = this.rows.get(at);
      const times = left.get(at);
      if (row !== undefined && times !== undefined) left = minus(left, row, times);
    }
    return left;
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, known);
    return known;
  }
}

/** The greatest below 2^26: products of two remainders are whole numbers still. */
const prime = 67_108_859;

function minus(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>, times: number): Map<number, number> {
  const left = new Map(a);
  for (const [at, value] of b) {
    const next = ((left.get(at) ?? 0) - ((value * times) % prime) + prime) % prime;
    if (next === 0) left.delete(at);
    else left.set(at, next);
  }
  return left;
}

function inverse(value: number): number {
  let [result, base, power] = [1, value, prime - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
