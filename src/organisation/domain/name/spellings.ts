import type { Registers, UnitEntry } from '../register/index.ts';

/**
 * Other ways in which the name of a unit may be written, the given one first: 市工信局 → 市工业和信息化局, 工业和信息化局 …
 * For a search that finds a unit by whatever people call it. At most `most`.
 */
export function spellingsOf(name: string, registers: Registers, most = 12): string[] {
  const typed = name.trim();
  const found = registers.units.flatMap((register) =>
    register.units.flatMap((unit) => {
      const forms = formsOf(unit);
      // The longest form that the name ends in: 发改委 and not 委.
      const form = forms.filter((each) => typed.endsWith(each)).sort((a, b) => b.length - a.length)[0];
      if (form === undefined) return [];
      const before = typed.slice(0, typed.length - form.length);
      return forms.flatMap((other) => (other === form ? [] : [before + other]));
    }),
  );
  return [...new Set([typed, ...found])].slice(0, most);
}

const formsOf = ({ province, city, county, local }: UnitEntry): string[] => [
  ...new Set([...local, ...city, ...county, ...province]),
];
