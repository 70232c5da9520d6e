import type { Fact } from './check/facts.ts';

/** A stored value of a fact as people read it: `1,200.5 万元`, `是`, `纺织服装`. */
export function factText(fact: Fact, stored: number): string {
  switch (fact.type) {
    case 'flag':
      return stored === 1 ? '是' : '否';
    case 'choice':
      return fact.options[stored]?.name ?? '';
    case 'number': {
      if (fact.written === '年' && fact.scale === 1 && fact.high > 1000) return stored === 0 ? '没有' : `${stored}年`;
      // Years and days written as eight figures are no amounts: they stand without thousands.
      const plain = fact.written === '';
      const value = figureText(stored, fact.scale, plain);
      return fact.written === '%' ? `${value}%` : `${value}${plain ? '' : ` ${fact.written}`}`;
    }
  }
}

/** The unit in which a fact is written, for headings; a yes or no and a choice have none. */
export const factUnit = (fact: Fact): string => (fact.type === 'number' ? fact.written : '');

/** A stored whole number divided by its scale, exactly: scales are powers of ten. */
export function figureText(stored: number, scale: number, plain = false): string {
  const digits = String(Math.abs(stored)).padStart(String(scale).length, '0');
  const places = String(scale).length - 1;
  const before = places === 0 ? digits : digits.slice(0, -places);
  const after = places === 0 ? '' : digits.slice(-places).replace(/0+$/u, '');
  const grouped = plain ? before : before.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${stored < 0 ? '-' : ''}${grouped}${after === '' ? '' : `.${after}`}`;
}
