import type { RegionEntry, Registers, UnitEntry, UnitLevel, UnitRegister } from './model.ts';
import { regionsNamed } from './regions.ts';

/** A unit name that the register can explain. */
export interface KnownUnit {
  /** Same key, same unit: `city/industry`, `360111/government`, `collective`. */
  readonly key: string;
  /** The name it should have, written with the prefix that was given. */
  readonly proper: string;
  /** True for names of many units at once and for leading groups: they are not expanded. */
  readonly collective: boolean;
}

/**
 * Who is meant by the name of a responsible unit, such as `市工信局`, `宜春市工业和信息化局`, `青山湖海关`,
 * `各县（市、区）政府`.
 * `home` is the region code of the document: its own name before a unit counts as the bare 市 or 区.
 * Null when no register knows it.
 */
export function findUnit(name: string, registers: Registers, home: string | null = null): KnownUnit | null {
  const plain = withoutBrackets(name);
  for (const register of registers.units) {
    const found =
      asGovernment(plain, register, registers) ??
      asDepartment(plain, register, registers, home) ??
      asBranch(plain, register, registers) ??
      asCollective(plain, register);
    if (found !== null) return found;
  }
  return null;
}

const withoutBrackets = (name: string): string => name.replaceAll(/[（(〔[]|[）)〕\]]|[、，\s]/g, '');

function asGovernment(name: string, register: UnitRegister, registers: Registers): KnownUnit | null {
  for (const region of registers.regions) {
    for (const called of [region.name, ...region.aliases]) {
      if (!name.startsWith(called)) continue;
      const rest = name.slice(called.length);
      const bodies = register.governments[region.level];
      const itself = rest === '' && (region.level === 'zone' || region.level === 'town');
      if (!itself && !bodies.includes(rest)) continue;
      return { key: `${region.code}/government`, proper: `${region.name}${bodies[0] ?? ''}`, collective: false };
    }
  }
  return null;
}

/** A prefix and the forms that may follow it. `region` is null for a bare 省, 市, 区, 县. */
interface Prefix {
  readonly text: string;
  readonly levels: readonly UnitLevel[];
  readonly region: string | null;
}

function asDepartment(name: string, register: UnitRegister, registers: Registers, home: string | null) {
  for (const prefix of prefixesOf(name, register, registers, home)) {
    const rest = name.slice(prefix.text.length);
    for (const level of prefix.levels) {
      const unit = register.units.find((u) => formsOf(u, level).includes(rest));
      if (unit === undefined) continue;
      const proper = `${prefix.text}${formsOf(unit, level)[0] ?? rest}`;
      return { key: `${prefix.region ?? level}/${unit.id}`, proper, collective: false };
    }
  }
  return null;
}

function prefixesOf(name: string, register: UnitRegister, registers: Registers, home: string | null): Prefix[] {
  const found: Prefix[] = [];
  for (const region of registers.regions) {
    for (const called of [region.name, ...region.aliases]) {
      if (name.startsWith(called) && name.length > called.length) {
        found.push({ text: called, levels: levelsOf(region), region: region.code === home ? null : region.code });
      }
    }
  }
  for (const level of ['province', 'city', 'county'] as const) {
    for (const word of register.prefixes[level]) {
      if (name.startsWith(word)) found.push({ text: word, levels: [level], region: null });
    }
  }
  found.sort((a, b) => b.text.length - a.text.length);
  found.push({ text: '', levels: ['national'], region: null });
  return found;
}

const levelsOf = (region: RegionEntry): readonly UnitLevel[] =>
  region.level === 'province' ? ['province'] : region.level === 'city' ? ['city'] : ['county'];

const formsOf = (unit: UnitEntry, level: UnitLevel): readonly string[] =>
  level === 'city' || level === 'county' ? [...unit[level], ...unit.local] : unit[level];

function asBranch(name: string, register: UnitRegister, registers: Registers): KnownUnit | null {
  for (const unit of register.units) {
    for (const [at, template] of unit.places.entries()) {
      const [before = '', after = ''] = template.split('{地}');
      if (name.length <= before.length + after.length || !name.startsWith(before) || !name.endsWith(after)) continue;
      const place = name.slice(before.length, name.length - after.length);
      const code = regionsNamed(place, registers.regions)[0]?.code;
      if (code === undefined) continue;
      const proper = (unit.places[0] ?? template).replace('{地}', place);
      return { key: `${code}/${unit.id}`, proper: at === 0 ? name : proper, collective: false };
    }
  }
  return null;
}

function asCollective(name: string, register: UnitRegister): KnownUnit | null {
  const { starts, ends, words } = register.collectives;
  const known =
    words.includes(name) || starts.some((s) => name.startsWith(s)) || ends.some((e) => name.endsWith(e) && name !== e);
  return known ? { key: `collective/${name}`, proper: name, collective: true } : null;
}
