import type { Refusal } from '../../../kernel/index.ts';
import { checkCell } from '../checks/cell.ts';
import { historyOf, type Past } from '../checks/history.ts';
import { usualRules } from '../checks/rules.ts';
import type { Definition } from '../definition.ts';
import { findingWords } from '../wording/finding.ts';

export interface PutFigure {
  readonly period: string;
  readonly value: number | null;
  readonly reason?: string | null | undefined;
}

/** What is wrong with a figure that comes from another system: it is checked like one that a person types. */
export function putRefusals(definition: Definition, figure: PutFigure, past: readonly Past[]): Refusal[] {
  const { id, name, of, unit, decimals, measures, frequency } = definition;
  if (of.kind !== 'sum' && of.kind !== 'max') return [{ code: 'form-column-reckoned', given: name }];
  const reason = (figure.reason ?? '').trim();
  const history = historyOf(figure.period, measures, past);
  const isNone = figure.value === null && reason !== '';
  const found = checkCell(definition, { value: figure.value, isNone, isOptional: false, history }, usualRules);
  const context = {
    written: { unit, decimals },
    length: frequency,
    nameOf: (other: string) => (other === id ? name : other),
  };
  return found.flatMap((finding): Refusal[] => {
    const given = findingWords(finding, context);
    if (finding.severity === 'hard') return [{ code: 'figure-refused', given, limit: name }];
    return reason === '' ? [{ code: 'figure-unexplained', given, limit: name }] : [];
  });
}
