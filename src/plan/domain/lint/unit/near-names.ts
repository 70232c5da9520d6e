import type { Register } from '../register.ts';
import { slipBetween } from '../text/near.ts';
import type { UnitName } from './mentions.ts';

/** A name that is one slip away from another. */
export interface NearName {
  readonly wrong: UnitName;
  readonly right: string;
  /** How often the document itself uses the right name. */
  readonly times: number;
}

/**
 * Names that are most likely slips: unknown to the register, one character away from a name that the document uses more
 * often or that the register has. Names of fewer than five characters differ by one character all the time (市财政局,
 * 市民政局), so they must be unknown and have a known neighbour in the document itself.
 */
export function nearNames(names: readonly UnitName[], register: Register): NearName[] {
  return names.flatMap((wrong) => {
    if (wrong.known !== null) return [];
    const inDocument = names
      .filter((n) => n !== wrong && isSlip(wrong, n, register))
      .sort((a, b) => b.times - a.times)[0];
    if (inDocument) return [{ wrong, right: inDocument.name, times: inDocument.times }];
    const inRegister = wrong.name.length >= 5 ? registered(wrong.name, register) : null;
    return inRegister ? [{ wrong, right: inRegister, times: 0 }] : [];
  });
}

function isSlip(wrong: UnitName, right: UnitName, register: Register): boolean {
  const slip = slipBetween(wrong.name, right.name);
  if (slip === null) return false;
  if (register.units.length > 0) return right.known !== null && (right.times >= wrong.times || right.name.length >= 6);
  // Without a register only a long name that is otherwise written in full, again and again, shows the slip.
  return right.name.length >= 6 && right.times >= 3 * wrong.times && slip !== 'changed' && slip !== 'added';
}

/** A registered name with the same first character (省, 市, 区, 县), one slip away. */
function registered(name: string, register: Register): string | null {
  const level = { 省: 'province', 市: 'city', 区: 'county', 县: 'county' }[name[0]!] as
    | 'province'
    | 'city'
    | 'county'
    | undefined;
  if (level === undefined) return null;
  const rest = name.slice(1);
  for (const { units } of register.units) {
    for (const unit of units) {
      for (const form of [...unit[level], ...(level === 'province' ? [] : unit.local)])
        if (form.length >= 4 && slipBetween(rest, form) !== null) return `${name[0]}${form}`;
    }
  }
  return null;
}
