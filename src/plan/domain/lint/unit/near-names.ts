import { confusable } from '../name/confusable.ts';
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
 * Names that are most likely slips: unknown to the register and one slip away from a name that the document uses or the
 * register has. Names of units differ by one character all the time (市财政局 and 市民政局, 农业农村局 and 农业农村委,
 * 产投集团 and 城投集团), so only what cannot be another unit counts; see `isSlip`.
 */
export function nearNames(names: readonly UnitName[], register: Register): NearName[] {
  return names.flatMap((wrong) => {
    if (wrong.known !== null) return [];
    const inDocument = names
      .filter((n) => n !== wrong && isSlip(wrong.name, n.name) && isMeant(wrong, n))
      .sort((a, b) => b.times - a.times)[0];
    if (inDocument) return [{ wrong, right: inDocument.name, times: inDocument.times }];
    const inRegister = registered(wrong.name, register);
    return inRegister ? [{ wrong, right: inRegister, times: 0 }] : [];
  });
}

/** The register knows the right name, or the document uses it far more often. */
const isMeant = (wrong: UnitName, right: UnitName): boolean => right.known !== null || right.times >= 3 * wrong.times;

/**
 * A long name that lacks, repeats or swaps a character inside, or that has a look-alike in the place of one. What the name
 * begins with (省, 市) and ends with (局, 委) tells units apart, and so does 分 before 局.
 */
function isSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0] || written.at(-1) !== meant.at(-1)) return false;
  const slip = slipBetween(written, meant);
  if (slip === 'changed') {
    const at = [...written].findIndex((c, i) => c !== meant[i]);
    return written.length >= 5 && confusable(written[at]!, meant[at]!);
  }
  return slip !== null && Math.min(written.length, meant.length) >= 6 && /分/.test(written) === /分/.test(meant);
}

/** A registered name with the same first character (省, 市, 区, 县), one slip away. */
function registered(name: string, register: Register): string | null {
  const level = { 省: 'province', 市: 'city', 区: 'county', 县: 'county' }[name[0]!] as
    | 'province'
    | 'city'
    | 'county'
    | undefined;
  if (level === undefined) return null;
  for (const { units } of register.units) {
    for (const unit of units) {
      for (const form of [...unit[level], ...(level === 'province' ? [] : unit.local)])
        if (isSlip(name, `${name[0]}${form}`)) return `${name[0]}${form}`;
    }
  }
  return null;
}
