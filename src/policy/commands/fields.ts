import type { FieldForm, FieldSpec, Layout } from '../../../platform/facts/index.ts';
import type { BatchProgram } from '../domain/batch/index.ts';
import { type ColumnShape, formOf } from '../domain/batch/index.ts';
import type { Fact, FactTable } from '../domain/index.ts';

/** How the columns of a file meet a program: which field is which fact, and which divides the sums. */
export interface Reading {
  readonly fields: readonly FieldSpec[];
  /** For each field the number of its fact; -1: it only divides. */
  readonly facts: readonly number[];
  /** Numbers of fields; null where the file has no such column. */
  readonly divisions: { readonly region: number | null; readonly chain: number | null; readonly city: number | null };
}

/** Columns by which sums are told apart, with the names they may have where they are no facts. */
const divisionNames = { region: ['region', '地区'], chain: ['chain', '产业链'], city: ['city', '地市'] } as const;
const divisionKeys = ['region', 'chain', 'city'] as const;

/** The fields to look for in a file: the facts of the program, and what divides the sums. */
export function readingOf({ facts }: BatchProgram, table: FactTable): Reading {
  const numbers = [...facts];
  const fields = numbers.map((number) => fieldOf(table.at(number)));
  const divisions = { region: 0, chain: 0, city: 0 };
  for (const key of divisionKeys) {
    const number = key === 'region' ? undefined : table.numberOf(key);
    const isChoice = number !== undefined && table.at(number).type === 'choice';
    const there = isChoice ? numbers.indexOf(number) : -1;
    divisions[key] = there < 0 ? fields.length : there;
    if (there >= 0) continue;
    numbers.push(isChoice ? number : -1);
    fields.push(isChoice ? fieldOf(table.at(number)) : { names: divisionNames[key], form: { kind: 'words' } });
  }
  return { fields, facts: numbers, divisions };
}

/** The same, after it is known what the file has. */
export function withoutAbsent({ fields, facts, divisions }: Reading, { absent }: Layout): Reading {
  const there = (field: number | null) => (field === null || absent.includes(field) ? null : field);
  const { region, chain, city } = divisions;
  return { fields, facts, divisions: { region: there(region), chain: there(chain), city: there(city) } };
}

/** Of each fact how the loop finds it, by the fields that were filled. */
export function shapesOf(
  { fields, facts }: Reading,
  { absent }: Layout,
  table: readonly ColumnShape['form'][],
  missed: Uint8Array,
): ColumnShape[] {
  const shapes: ColumnShape[] = [];
  for (const [field] of fields.entries()) {
    const fact = facts[field] ?? -1;
    if (fact < 0) continue;
    shapes[fact] = absent.includes(field)
      ? { form: 'absent', mayMiss: true }
      : { form: table[field] ?? 'double', mayMiss: missed[field] !== 0 };
  }
  return shapes;
}

function fieldOf(fact: Fact): FieldSpec {
  return { names: [fact.id, fact.name], form: formOfField(fact) };
}

function formOfField(fact: Fact): FieldForm {
  const column = formOf(fact);
  if (fact.type === 'flag') return { kind: 'flag' };
  if (fact.type === 'choice')
    return { kind: 'choice', options: fact.options, column: column === 'byte' ? 'byte' : 'short' };
  const { written, decimals, scale, low, high, rounds = false } = fact;
  return {
    ...{ kind: 'number', unit: written, decimals, rounds, scale, low, high },
    column: column === 'short' ? 'short' : 'double',
  };
}
