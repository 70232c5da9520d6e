import type { Fact, FactTable } from '../../domain/check/facts.ts';
import { figureText } from '../../domain/fact-text.ts';
import type { Answers } from './answers.ts';

/** Under which number the answers stand in the file. */
export const ownId = '我';

/** The answers as the file of enterprises that `policy explain` reads: one row, figures in the units of the dictionary. */
export function answersCsv({ values }: Answers, facts: FactTable): string {
  const known = facts.facts.flatMap((fact) => {
    const value = values[fact.id];
    return value === null || value === undefined ? [] : [{ id: fact.id, text: written(fact, value) }];
  });
  const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
  return `\uFEFF${line(['id', ...known.map(({ id }) => id)])}${line([ownId, ...known.map(({ text }) => text)])}`;
}

function written(fact: Fact, stored: number): string {
  if (fact.type === 'choice') return fact.options[stored]?.id ?? '';
  return fact.type === 'flag' ? String(stored) : figureText(stored, fact.scale, true);
}
