import { type LoadedPack, nearest, type PackFault } from '../../kernel/index.ts';
import type { Definition, Kind, Measures } from '../domain/definition.ts';
import type { DefinitionEntry, DefinitionsContent } from './definitions-schema.ts';

type Pack = LoadedPack<DefinitionsContent>;
type Path = PackFault['path'];

/** Every indicator of all packs. They must have been checked: what is wrong is left out. */
export function definitionsOf(packs: readonly Pack[]): Definition[] {
  const entries = packs.flatMap(({ content }) => content.indicators);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry) => definitionOf(entry, byId) ?? []);
}

/** What is wrong with the indicators of one pack, seen with those of all others. */
export function checkDefinitions(pack: Pack, all: readonly Pack[]): PackFault[] {
  const before = new Set(
    all
      .slice(
        0,
        all.findIndex(({ file }) => file === pack.file),
      )
      .flatMap(({ content }) => content.indicators.map(({ id }) => id)),
  );
  const byId = new Map(all.flatMap(({ content }) => content.indicators.map((entry) => [entry.id, entry] as const)));
  const own = new Set<string>();
  return pack.content.indicators.flatMap((entry, at) => {
    const path = ['indicators', at];
    const twice = before.has(entry.id) || own.has(entry.id);
    own.add(entry.id);
    return [
      ...(twice ? [{ code: 'indicator-twice', path: [...path, 'id'], given: entry.id }] : []),
      ...basisFaults(entry, path),
      ...figureFaults(entry, path, byId),
      ...partFaults(entry, path, byId),
    ];
  });
}

function basisFaults({ bases }: DefinitionEntry, path: Path): PackFault[] {
  return bases.flatMap(({ id, from }, at) => {
    const [before, where] = [bases[at - 1], [...path, 'bases', at]];
    const twice = bases.findIndex((each) => each.id === id) < at;
    if (twice) return [{ code: 'indicator-basis-order', path: [...where, 'id'], given: id }];
    if (at === 0) return [];
    const inOrder = from !== null && (before === undefined || before.from === null || before.from < from);
    return inOrder ? [] : [{ code: 'indicator-basis-order', path: [...where, 'from'], given: from ?? id }];
  });
}

/** Limits, and the figure that a count compares with, are figures that can be kept. */
function figureFaults(entry: DefinitionEntry, path: Path, byId: ReadonlyMap<string, DefinitionEntry>): PackFault[] {
  const fault = (key: string, value: number | null, decimals: number): PackFault[] =>
    value === null || stored(value, decimals) !== null
      ? []
      : [{ code: 'indicator-figure', path: [...path, key], given: value, limit: decimals }];
  if (entry.kind === 'count') return fault('value', entry.value, byId.get(entry.of)?.decimals ?? 6);
  if (entry.kind !== 'sum' && entry.kind !== 'max') return [];
  const { least, most, decimals } = entry;
  const faults = [...fault('least', least, decimals), ...fault('most', most, decimals)];
  if (faults.length === 0 && least !== null && most !== null && least > most)
    return [{ code: 'indicator-range', path: [...path, 'least'], given: least, limit: most }];
  return faults;
}

const finer = { month: 0, quarter: 1, year: 2 } as const;

/** What an indicator is made of is there, of a kind that it can be made of, reported as often, and not made of itself. */
function partFaults(entry: DefinitionEntry, path: Path, byId: ReadonlyMap<string, DefinitionEntry>): PackFault[] {
  return partsOf(entry).flatMap(({ key, id }): PackFault[] => {
    const [part, where] = [byId.get(id), [...path, ...key]];
    if (part === undefined)
      return [{ code: 'indicator-unknown', path: where, given: id, limit: nearest(id, [...byId.keys()]) }];
    if (reaches(part, entry.id, byId)) return [{ code: 'indicator-circle', path: where, given: id }];
    const wanted = entry.kind === 'count' ? ['sum', 'max'] : ['sum', 'count', 'formula'];
    if (!wanted.includes(part.kind)) return [{ code: 'indicator-part-kind', path: where, given: id, limit: part.kind }];
    if (finer[part.frequency] > finer[entry.frequency])
      return [{ code: 'indicator-frequency', path: where, given: id, limit: part.frequency }];
    const isAlike = part.unit === entry.unit && part.decimals === entry.decimals;
    if (entry.kind === 'formula' && !isAlike)
      return [{ code: 'indicator-unit', path: where, given: `${part.unit} ${part.decimals}`, limit: entry.unit }];
    const others = partsOf(entry).flatMap((each) => byId.get(each.id) ?? []);
    if (entry.kind !== 'count' && others.some((other) => measuresOf(other, byId) !== measuresOf(part, byId)))
      return [{ code: 'indicator-measures', path: where, given: id }];
    return [];
  });
}

function partsOf(entry: DefinitionEntry): { readonly key: (string | number)[]; readonly id: string }[] {
  switch (entry.kind) {
    case 'ratio':
      return [
        { key: ['above'], id: entry.above },
        { key: ['below'], id: entry.below },
      ];
    case 'count':
      return [{ key: ['of'], id: entry.of }];
    case 'formula':
      return (['plus', 'minus'] as const).flatMap((key) => entry[key].map((id, at) => ({ key: [key, at], id })));
    default:
      return [];
  }
}

/** Whether an indicator is made of another, over any number of steps. */
function reaches(entry: DefinitionEntry, wanted: string, byId: ReadonlyMap<string, DefinitionEntry>): boolean {
  const seen = new Set<string>();
  const left = [entry];
  for (let each = left.pop(); each !== undefined; each = left.pop()) {
    if (each.id === wanted) return true;
    if (seen.has(each.id)) continue;
    seen.add(each.id);
    left.push(...partsOf(each).flatMap(({ id }) => byId.get(id) ?? []));
  }
  return false;
}

/** A count stands as its enterprises stand at the end of the period; a ratio or formula is of what its parts are of. */
function measuresOf(entry: DefinitionEntry, byId: ReadonlyMap<string, DefinitionEntry>): Measures {
  if (entry.kind === 'sum' || entry.kind === 'max') return entry.measures;
  if (entry.kind === 'count') return 'stock';
  const [first] = partsOf(entry);
  const part = first === undefined ? undefined : byId.get(first.id);
  return part === undefined || reaches(part, entry.id, byId) ? 'stock' : measuresOf(part, byId);
}

function definitionOf(entry: DefinitionEntry, byId: ReadonlyMap<string, DefinitionEntry>): Definition | null {
  const of = kindOf(entry, byId);
  if (of === null) return null;
  const { id, name, unit, decimals, direction, frequency, bases, source } = entry;
  const has = entry.kind === 'sum' || entry.kind === 'max' ? entry : { least: null, most: null };
  return {
    ...(entry.aliases !== undefined && { aliases: entry.aliases }),
    ...{ id, name, unit, decimals, of, direction, frequency, bases, source, measures: measuresOf(entry, byId) },
    low: has.least === null ? null : stored(has.least, decimals),
    high: has.most === null ? null : stored(has.most, decimals),
  };
}

function kindOf(entry: DefinitionEntry, byId: ReadonlyMap<string, DefinitionEntry>): Kind | null {
  switch (entry.kind) {
    case 'sum':
    case 'max':
      return { kind: entry.kind };
    case 'ratio':
      return { kind: 'ratio', above: entry.above, below: entry.below, times: entry.times };
    case 'count': {
      const value = stored(entry.value, byId.get(entry.of)?.decimals ?? 0);
      return value === null ? null : { kind: 'count', of: entry.of, op: entry.op, value };
    }
    case 'formula':
      return {
        kind: 'formula',
        terms: [
          ...entry.plus.map((indicator) => ({ times: 1 as const, indicator })),
          ...entry.minus.map((indicator) => ({ times: -1 as const, indicator })),
        ],
      };
  }
}

/** A written figure as it is kept; null when it has more decimals than that, or is too great to be exact. */
function stored(value: number, decimals: number): number | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
  const written = value.toFixed(decimals);
  const whole = Number(written.replace('.', ''));
  return Number(written) === value && Number.isSafeInteger(whole) ? whole + 0 : null;
}
