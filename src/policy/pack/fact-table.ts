import type { LoadedPack, PackFault } from '../../kernel/index.ts';
import { type Fact, FactTable, measureOf } from '../domain/index.ts';
import type { FactsContent } from './facts-schema.ts';
import { canBeName } from './names.ts';

type FactEntry = FactsContent['facts'][number];
type Figure = Extract<FactEntry, { type: 'number' }>;
type Choice = Extract<FactEntry, { type: 'choice' }>;

/** The facts of all packs together, numbered in their order. Packs must have been checked: what is wrong is left out. */
export const factTable = (packs: readonly LoadedPack<FactsContent>[]): FactTable =>
  new FactTable(packs.flatMap(({ content }) => content.facts.flatMap((entry) => factOf(entry) ?? [])));

/** What is wrong with the facts of one pack; names must not stand in another one either. */
export function checkFacts(pack: LoadedPack<FactsContent>, all: readonly LoadedPack<FactsContent>[]): PackFault[] {
  const before = all.slice(
    0,
    all.findIndex(({ file }) => file === pack.file),
  );
  const taken = new Set(before.flatMap(({ content }) => content.facts.flatMap(namesOf)));
  const everywhere = new Set(all.flatMap(({ content }) => content.facts.flatMap(namesOf)));
  return pack.content.facts.flatMap((entry, at) => {
    const path = ['facts', at];
    const faults: PackFault[] = [];
    const names = new Set(namesOf(entry));
    for (const given of names) {
      if (taken.has(given)) faults.push({ code: 'policy-name-twice', path, given });
      if (!canBeName(given)) faults.push({ code: 'policy-name-form', path, given });
      taken.add(given);
    }
    if (entry.type === 'choice') return [...faults, ...optionFaults(entry, path, everywhere)];
    return entry.type === 'number' ? [...faults, ...figureFaults(entry, path)] : faults;
  });
}

const namesOf = ({ id, name }: FactEntry): string[] => [id, name];

/** In `产业链 = 纺织` the name of an option must mean nothing else; the lists of two facts may share one. */
function optionFaults({ options }: Choice, path: PackFault['path'], names: ReadonlySet<string>): PackFault[] {
  const own = new Set<string>();
  return options.flatMap(({ id, name }, at) => {
    const faults = [...new Set([id, name])].flatMap((given): PackFault[] => {
      const twice = own.has(given) || names.has(given);
      own.add(given);
      return twice ? [{ code: 'policy-name-twice', path: [...path, 'options', at], given }] : [];
    });
    if (!canBeName(name))
      faults.push({ code: 'policy-name-form', path: [...path, 'options', at, 'name'], given: name });
    return faults;
  });
}

function figureFaults({ unit, decimals, least, most }: Figure, path: PackFault['path']): PackFault[] {
  const measure = measureOf(unit);
  if (measure === null)
    return [{ code: 'policy-unknown-unit', path: [...path, 'unit'], given: unit, limit: '万元、%、年' }];
  const scale = scaleOf(decimals, measure.times);
  const [low, high] = [storedFigure(least, decimals, scale), storedFigure(most, decimals, scale)];
  if (low === null || high === null || low > high)
    return [{ code: 'policy-fact-range', path: [...path, 'most'], given: least, limit: most }];
  return [];
}

/** Stored in the smallest step that is written, but never coarser than the basic unit: 万元 are stored as whole 元. */
function scaleOf(decimals: number, times: bigint): number {
  const written = 10n ** BigInt(decimals);
  return Number(written > times ? written : times);
}

/** A figure as written as its stored whole number; null when it has more decimals than allowed or is too great. */
export function storedFigure(value: number, decimals: number, scale: number): number | null {
  if (Math.abs(value) >= 1e15) return null;
  const written = value.toFixed(decimals);
  if (Number(written) !== value) return null;
  const stored = Number(BigInt(written.replace('.', '')) * (BigInt(scale) / 10n ** BigInt(decimals)));
  return Number.isSafeInteger(stored) ? stored + 0 : null;
}

function factOf(entry: FactEntry): Fact | null {
  const { id, name, from } = entry;
  const named = { id, name, from, ...(entry.changes !== null && { changes: entry.changes }) };
  if (entry.type === 'flag') return { type: 'flag', ...named };
  if (entry.type === 'choice') return { type: 'choice', ...named, options: entry.options };
  const measure = measureOf(entry.unit);
  if (measure === null) return null;
  const scale = scaleOf(entry.decimals, measure.times);
  const [low, high] = [
    storedFigure(entry.least, entry.decimals, scale),
    storedFigure(entry.most, entry.decimals, scale),
  ];
  if (low === null || high === null) return null;
  const perUnit = Number((BigInt(scale) * measure.per) / measure.times);
  return {
    ...{ type: 'number', ...named, written: entry.unit, unit: measure.unit },
    ...{ perUnit, scale, decimals: entry.decimals, low, high, ...(entry.rounds && { rounds: true }) },
  };
}
