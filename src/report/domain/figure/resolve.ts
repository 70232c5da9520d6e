import { permille } from '../../../task/domain/index.ts';
import type { FigureSource, Pointer, Where } from './source.ts';

/** What stands at a place of the facts; a `*` on the way gives all entries there. Nothing there gives none. */
export function at(facts: unknown, pointer: Pointer): unknown[] {
  return pointer
    .split('/')
    .reduce<unknown[]>(
      (found, key) => found.flatMap((each) => (key === '*' ? entriesOf(each) : field(each, key))),
      [facts],
    );
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function field(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  return [(value as Readonly<Record<string, unknown>>)[key]];
}

/** Whether an entry has what is asked. */
export const fits = (entry: unknown, where: Where): boolean =>
  Object.entries(where).every(([pointer, wanted]) => {
    const [found = null] = at(entry, pointer);
    if (wanted === null) return found !== null && String(found).trim() !== '';
    return Array.isArray(wanted) ? wanted.includes(found as string) : found === wanted;
  });

/** The entries that a count counts. */
export const counted = (facts: unknown, of: Pointer, where: Where): unknown[] =>
  at(facts, of).filter((entry) => fits(entry, where));

const numbers = (facts: unknown, pointer: Pointer): number[] =>
  at(facts, pointer).filter((each): each is number => typeof each === 'number');
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** The number that follows from the facts; null where they do not hold it. Blank is not 0. */
export function resolve(facts: unknown, source: FigureSource): number | null {
  switch (source.how) {
    case 'value':
      return numbers(facts, source.at)[0] ?? null;
    case 'size': {
      const [value] = numbers(facts, source.at);
      return value === undefined ? null : Math.abs(value);
    }
    case 'count':
      return counted(facts, source.of, source.where).length;
    case 'distinct':
      return new Set(
        counted(facts, source.of, source.where).map((entry) => JSON.stringify(at(entry, source.by)[0] ?? null)),
      ).size;
    case 'sum':
      return sum(source.of.flatMap((each) => numbers(facts, each)));
    case 'rate':
      return permille({ won: sum(numbers(facts, source.won)), of: sum(numbers(facts, source.of)) });
    case 'apart': {
      const [left, right] = [resolve(facts, source.left), resolve(facts, source.right)];
      return left === null || right === null ? null : Math.abs(left - right);
    }
  }
}
