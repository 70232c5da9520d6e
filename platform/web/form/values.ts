import type { RefusalMessage } from '../../http/client.ts';
import type { Fault, Field, Values } from './model.ts';

/** What the form holds, as the contract wants it: blanks at the ends gone, empty texts null, tags in their usual form. */
export function cleaned(fields: readonly Field[], typed: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, clean(field, typed[field.name])]));
}

function clean(field: Field, value: unknown): unknown {
  if (field.input === 'tags') return uniqueTags(value).map(field.usual ?? ((tag) => tag));
  if (field.input === 'several') return value ?? [];
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim();
  return text === '' && field.required !== true ? null : text;
}

const uniqueTags = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.map((tag) => String(tag).trim()).filter((tag) => tag !== ''))] : [];

/** Required fields that are empty. */
export function missing(fields: readonly Field[], values: Values): Fault[] {
  return fields
    .filter((field) => field.required && (field.shown?.(values) ?? true))
    .filter(({ name }) => values[name] === null || values[name] === undefined || values[name] === '')
    .map(({ name, label, input }) => ({
      name,
      sentence: `请${input === 'choice' ? '选择' : '填写'}${label}。`,
    }));
}

/** Refusals at their fields: `content.rows.0` belongs to the field `rows`, unknown ones to the form. */
export function faultsOf(refusals: readonly RefusalMessage[], fields: readonly Field[]): Fault[] {
  return refusals.map(({ field, message }) => {
    const steps = (field ?? '').split(/[./]/);
    const known = fields.find(({ name }) => steps.includes(name));
    return { name: known?.name ?? null, sentence: message };
  });
}
