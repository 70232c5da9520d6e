/**
 * “到2026年，甲产业链营业收入突破2500亿元。乙产业链营业收入突破1500亿元。”: a sentence without a time word that measures the same
 * thing as the one before takes its year.
 */
export class Parallel {
  #tail = '';
  #unit = '';
  #year: number | null = null;
  #paragraph = -1;
  enter(paragraph: number): void {
    if (paragraph !== this.#paragraph) this.#year = null;
    this.#paragraph = paragraph;
  }
  /** `part`: the segment opens with 其中, a part of what was just measured. */
  yearFor(name: string, unit: string, part: boolean): number | null {
    const same = unit === this.#unit && (part || name.slice(-4) === this.#tail || this.#tail.endsWith(name.slice(-2)));
    return same ? this.#year : null;
  }
  note(name: string, unit: string, year: number | null): void {
    if (year === null || (year === this.#year && !name.endsWith(this.#tail))) return;
    this.#tail = name.slice(-4);
    this.#unit = unit;
    this.#year = year;
  }
}
