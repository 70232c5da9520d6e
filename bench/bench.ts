import { extractDocuments, type SourceText } from '../src/document/index.ts';

export interface Measure {
  /** How many times the text was put one after another. */
  readonly times: number;
  readonly characters: number;
  /** Least wall seconds of the runs: what the machine does when nothing else disturbs it. */
  readonly seconds: number;
  /** Seconds of the plain scan of the same text in the same run; the yardstick that no slow machine distorts. */
  readonly scanSeconds: number;
  /** Most memory the process has held so far, in bytes. */
  readonly peakBytes: number;
  readonly documents: number;
  readonly items: number;
}

const RUNS = 3;

/** Extracts 1, 4 and 16 copies of a text and measures each against a plain scan of the same copies. */
export function measure(text: string, times: readonly number[], progress: (line: string) => void): Measure[] {
  // Some runs without a clock, so that the first figure is not that of the compiler warming up.
  for (let i = 0; i < RUNS; i++) extractDocuments(plainSource(text));
  return times.map((count) => {
    progress(`${count} 倍……`);
    const copies = Array.from({ length: count }, () => text).join('\n');
    const source = plainSource(copies);
    let extraction = extractDocuments(plainSource(''));
    const seconds = least(() => {
      extraction = extractDocuments(source);
    });
    return {
      times: count,
      characters: copies.length,
      seconds,
      scanSeconds: least(() => scan(copies)),
      peakBytes: process.resourceUsage().maxRSS * 1024,
      documents: extraction.length,
      items: extraction.reduce((sum, d) => sum + d.indicators.length + d.tasks.length + d.clauses.length, 0),
    };
  });
}

/** Growth of the time against that of the text from the first to the last measure: 1 is linear, 2 quadratic. */
export function growthExponent(measures: readonly Measure[]): number {
  const [first, last] = [measures.at(0), measures.at(-1)];
  if (first === undefined || last === undefined || first === last) return 1;
  return Math.log(last.seconds / first.seconds) / Math.log(last.characters / first.characters);
}

/** The least that any reader must do: cut the text into words, numbers and signs. Gives how many there are. */
export function scan(text: string): number {
  let found = 0;
  for (const _ of text.matchAll(/\p{Script=Han}{1,4}|\d+(?:\.\d+)?|\S/gu)) found++;
  return found;
}

function least(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

const plainSource = (text: string): SourceText => ({ text, format: 'txt', tables: [], pageStarts: [], furniture: [] });
