import { findUnit, parentOf, type RegionEntry, type Registers } from '../register/index.ts';

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Code of its region. */
  readonly region: string;
}

/** Names of units made ready for being looked up. */
export interface UnitNames {
  /**
   * Ids of the units that a name means: those called so (name or alias) in `home` and above it, else anywhere, else those
   * that the register knows by this name. One id when the name is clear, several when it is not, none when it is unknown.
   */
  find(name: string, home?: string | null): readonly string[];
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');

/** Takes every unit that a name may mean, and the registers for names that nobody wrote down. */
export function unitNames(units: readonly NamedUnit[], registers: Registers): UnitNames {
  const byName = new Map<string, NamedUnit[]>();
  const byKey = new Map<string, NamedUnit[]>();
  for (const unit of units) {
    for (const called of new Set([unit.name, ...unit.aliases].map(plain))) add(byName, called, unit);
    const known = findUnit(unit.name, registers, unit.region);
    if (known !== null && !known.collective) add(byKey, keyIn(unit.region, known.key), unit);
  }
  const regions = new Map(registers.regions.map((region) => [region.code, region]));
  return {
    find(name, home = null) {
      const called = byName.get(plain(name)) ?? [];
      const around = home === null ? [] : regionsAbove(home, regions);
      const near = around
        .map((code) => called.filter(({ region }) => region === code))
        .find(({ length }) => length > 0);
      const found = near ?? (called.length > 0 ? called : byRegister(name, home, around));
      return [...new Set(found.map(({ id }) => id))];
    },
  };

  function byRegister(name: string, home: string | null, around: readonly string[]): NamedUnit[] {
    const known = findUnit(name, registers, home);
    if (known === null || known.collective) return [];
    // `city/industry`: that of the city that `home` lies in; other keys name their region themselves.
    const level = /^(province|city|county)\//.exec(known.key)?.[1];
    const places = level === undefined ? [''] : around.filter((code) => regions.get(code)?.level === level);
    return places.flatMap((code) => byKey.get(keyIn(code, known.key)) ?? []).slice(0, 1);
  }
}

/** `city/industry` of a unit of 990100 is `990100/industry`; keys that name their region stay. */
const keyIn = (region: string, key: string): string =>
  /^(?:province|city|county)\//.test(key) ? `${region}/${key.split('/')[1]}` : key;

function add(map: Map<string, NamedUnit[]>, key: string, unit: NamedUnit): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [unit]);
  else known.push(unit);
}

/** The region and those above it, the nearest first. */
function regionsAbove(home: string, regions: ReadonlyMap<string, RegionEntry>): string[] {
  const above = [home];
  for (let at = regions.get(home); at !== undefined && above.length < 10; ) {
    const code = parentOf(at);
    if (code === null || above.includes(code)) break;
    above.push(code);
    at = regions.get(code);
  }
  return above;
}
