import { organisationRevision } from '../../../access/index.ts';
import { likeness } from '../../../indicator/index.ts';
import { findUnit, type Registers, type UnitNames, unitNames } from '../../../organisation/index.ts';
import type { FindUnit, FoundUnit } from '../../domain/index.ts';
import { type BookedUnit, readUnits } from '../../store/origin/units.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Every unit of today, and who is meant by a name. */
export interface UnitBook {
  readonly byId: ReadonlyMap<string, BookedUnit>;
  /** Who is meant in a document of a region. Nobody for a name that several bear. */
  resolve(name: string, home: string | null): { readonly id: string | null; readonly collective: boolean };
  /** Units that somebody may have meant: those that a collective name holds, or those with a name like it. */
  suggest(name: string, home: string | null): readonly Named[];
  /** As people speak: 工信局 is that of the region, 芦洲区 its government. */
  finder(home: string | null): FindUnit;
}

const books = new WeakMap<TaskDb, { readonly revision: number; readonly book: UnitBook }>();

/** The book as the organisation stands; made anew when that has changed. */
export async function unitBook({ db, registers }: Pick<TaskDeps, 'db' | 'registers'>): Promise<UnitBook> {
  const revision = await organisationRevision(db);
  const kept = books.get(db);
  if (kept?.revision === revision) return kept.book;
  const book = bookOf(await readUnits(db), registers());
  books.set(db, { revision, book });
  return book;
}

const mostSuggested = 6;
const alike = 0.45;

function bookOf(units: readonly BookedUnit[], registers: Registers): UnitBook {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const names = unitNames(units, registers);
  const known = new Map<string, { readonly id: string | null; readonly collective: boolean }>();
  const named = (ids: readonly string[]): Named[] =>
    ids.flatMap((id) => {
      const unit = byId.get(id);
      return unit === undefined ? [] : [{ id, name: unit.name }];
    });
  return {
    byId,
    resolve(name, home) {
      const key = `${home} ${name}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      // What is called so elsewhere is not meant, and what stands above is not given work from here.
      const near = (id: string): boolean => home === null || byId.get(id)?.within.includes(home) === true;
      const ids = names.find(name, home).filter(near);
      const collective = ids.length === 0 && findUnit(name, registers, home)?.collective === true;
      const found = { id: ids.length === 1 ? (ids[0] ?? null) : null, collective };
      known.set(key, found);
      return found;
    },
    suggest(name, home) {
      const members = membersOf(name, home, units);
      if (members.length > 0) return members;
      const several = named(names.find(name, home));
      if (several.length > 0) return several.slice(0, mostSuggested);
      const near = units.filter(({ within }) => home === null || within.includes(home));
      return near
        .map((unit) => ({ unit, score: Math.max(...[unit.name, ...unit.aliases].map((each) => likeness(name, each))) }))
        .filter(({ score }) => score >= alike)
        .sort((a, b) => b.score - a.score || (a.unit.id < b.unit.id ? -1 : 1))
        .slice(0, mostSuggested)
        .map(({ unit: { id, name: called } }) => ({ id, name: called }));
    },
    finder: (home) => spokenNames({ names, units, registers, home, named }),
  };
}

/** 各县区 holds the governments of the counties; 开发区 the parks; 各乡镇 those of the towns. Only ever proposed. */
function membersOf(name: string, home: string | null, units: readonly BookedUnit[]): Named[] {
  if (home === null) return [];
  if (!isOfMany(name)) return [];
  const holds = ({ kind, regionLevel }: BookedUnit): boolean =>
    (kind === 'government' && regionLevel === 'county' && COUNTIES.test(name)) ||
    (kind === 'park' && PARKS.test(name)) ||
    (kind === 'town' && TOWNS.test(name));
  return units
    .filter((unit) => unit.region !== home && holds(unit) && unit.within.includes(home))
    .map(({ id, name: called }) => ({ id, name: called }));
}

const COUNTIES = /县|(?<![发园景新开能业])区/u;
const PARKS = /开发区|园区|功能区|管委会|经开区|高新区/u;
const TOWNS = /乡|镇|街道/u;
const isOfMany = (name: string): boolean =>
  /^(?:各|有关|相关|全市|全区|全县)|[县市区乡镇][、（(]|县区|市区|乡镇|镇街/u.test(name);

interface Spoken {
  readonly names: UnitNames;
  readonly units: readonly BookedUnit[];
  readonly registers: Registers;
  readonly home: string | null;
  named(ids: readonly string[]): Named[];
}

const prefixes = { province: '省', city: '市', county: '' } as const;

/** Looks a name up as it is, then as that of the region that somebody speaks of without saying so. */
function spokenNames({ names, units, registers, home, named }: Spoken): FindUnit {
  const region = registers.regions.find(({ code }) => code === home);
  const level = region === undefined ? undefined : prefixes[region.level as keyof typeof prefixes];
  const countyPrefix = region?.level === 'county' ? region.name.slice(-1) : '';
  const before =
    region === undefined ? [] : [`${level ?? ''}${countyPrefix}`, region.name].filter((each) => each !== '');
  const governments = new Map<string, BookedUnit[]>();
  for (const unit of units)
    if (unit.kind === 'government' || unit.kind === 'town' || unit.kind === 'park')
      governments.set(unit.regionName, [...(governments.get(unit.regionName) ?? []), unit]);
  const known = new Map<string, FoundUnit | null>();
  const look = (name: string): FoundUnit | null => {
    for (const called of [name, ...before.map((prefix) => `${prefix}${name}`)]) {
      const ids = names.find(called, home);
      if (ids.length > 0) return { units: named(ids), collective: false, region: false };
    }
    const bodies = governments.get(name) ?? [];
    if (bodies.length > 0)
      return { units: bodies.map(({ id, name: called }) => ({ id, name: called })), collective: false, region: true };
    const entry = findUnit(name, registers, home);
    return entry?.collective === true && name.length >= 3 ? { units: [], collective: true, region: false } : null;
  };
  return (name) => {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const found = look(name);
    known.set(name, found);
    return found;
  };
}
