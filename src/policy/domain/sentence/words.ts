import type { FactTable } from '../check/facts.ts';
import type { BinaryOperator, Formula } from '../language/model.ts';

/** The words of formulas: the same names and figures, in the Chinese of official documents. */

export interface WordNames {
  readonly facts: FactTable;
  /** Chinese names of parameters by whatever they are called in formulas. */
  readonly parameters: ReadonlyMap<string, { readonly name: string; readonly value: string }>;
}

const operators: Readonly<Record<BinaryOperator, string>> = {
  '=': '为',
  '!=': '不为',
  '<': '低于',
  '<=': '不高于',
  '>': '高于',
  '>=': '不低于',
  and: '，且',
  or: '，或者',
  '+': ' + ',
  '-': ' - ',
  '*': ' × ',
  '/': ' ÷ ',
};
const tightness: Readonly<Record<BinaryOperator, number>> = {
  or: 0,
  and: 1,
  '=': 2,
  '!=': 2,
  '<': 2,
  '<=': 2,
  '>': 2,
  '>=': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};

export function wordsOf(formula: Formula, names: WordNames, within = -1): string {
  switch (formula.kind) {
    case 'number':
      return `${formula.digits}${formula.unit}`;
    case 'name':
      return nameOf(formula.name, names);
    case 'minus':
      return `-${wordsOf(formula.of, names, 5)}`;
    case 'not':
      return `不属于“${wordsOf(formula.of, names)}”`;
    case 'call': {
      const parts = formula.of.map((part) => wordsOf(part, names));
      return `${parts.join('、')}中较${formula.name === 'min' ? '小' : '大'}的`;
    }
    case 'binary': {
      const tight = tightness[formula.op];
      const [left, right] = [wordsOf(formula.left, names, tight), wordsOf(formula.right, names, tight + 1)];
      const words = yearWords(formula, left, right, names) ?? `${left}${operators[formula.op]}${right}`;
      return tight < within ? `（${words}）` : words;
    }
  }
}

/** What a name is called in a sentence; a parameter says its figure too. */
function nameOf(name: string, { facts, parameters }: WordNames): string {
  const parameter = parameters.get(name);
  if (parameter !== undefined) return `${parameter.name}（${parameter.value}）`;
  const number = facts.numberOf(name);
  if (number !== undefined) return facts.at(number).name;
  for (const fact of facts.facts) {
    const option = fact.type === 'choice' ? fact.options.find(({ id }) => id === name) : undefined;
    if (option !== undefined) return option.name;
  }
  return name;
}

/** A flag that is asked about reads as itself. */
function yearWords(formula: Extract<Formula, { kind: 'binary' }>, left: string, right: string, names: WordNames) {
  if (formula.left.kind !== 'name' || (formula.op !== '=' && formula.op !== '!=')) return null;
  const number = names.facts.numberOf(formula.left.name);
  if (number === undefined || names.facts.at(number).type !== 'flag') return null;
  return (right === '1') === (formula.op === '=') ? left : `没有${left}`;
}
