import type { RefusalMessage } from '../../http/client.ts';
import type { Fault, Field, Values } from './model.ts';

/** What the form holds, as the contract wants it: blanks at the ends gone, empty texts null, tags in their usual form. */
export function cleaned(fields: readonly Field[], typed: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, clean(field, typed[field.name])]));
}

function clean(field: Field, value: unknown): unknown {
  if (field.input === 'tags') return uniqueTags(value).map(field.usual ?? ((tag) => tag));
  if (field.input === 'several' || (field.input === 'pick' && field.several)) return value ?? [];
  if (field.input === 'check') return value === true;
  // Blanks may be part of a password.
  if (field.input === 'secret') return value ?? '';
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
    .filter(({ name }) => isEmpty(values[name]))
    .map(({ name, label, input }) => ({
      name,
      sentence: `请${CHOSEN.has(input) ? '选择' : '填写'}${label}。`,
    }));
}

const CHOSEN: ReadonlySet<Field['input']> = new Set(['choice', 'several', 'pick', 'file', 'day', 'own']);
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What was typed into a field and is no value of its kind: a sum that is none, a file of another kind or too large. */
export function unfit(fields: readonly Field[], values: Values): Fault[] {
  return fields.flatMap((field) => {
    const sentence = faultOf(field, values[field.name]);
    return sentence === null ? [] : [{ name: field.name, sentence }];
  });
}

function faultOf(field: Field, value: unknown): string | null {
  if (field.input === 'money') {
    if (typeof value === 'string') return `${field.label}不是金额。请写成 1,234.5、300万 或 3.2亿，最细到分。`;
    if (typeof value === 'number' && value < 0 && field.negative !== true) return `${field.label}不能小于 0。`;
  }
  if (field.input !== 'file' || !(value instanceof File)) return null;
  const { name, size } = value;
  if (!field.endings.some((ending) => name.toLowerCase().endsWith(ending)))
    return `“${name}”不是要的文件。请选 ${field.endings.join('、')} 文件。`;
  const megabytes = (field.mostBytes ?? Number.POSITIVE_INFINITY) / 1024 / 1024;
  return size / 1024 / 1024 > megabytes ? `“${name}”超过 ${megabytes} MB。请分成几个文件。` : null;
}

/** Refusals at their fields: `content.rows.0` belongs to the field `rows`, unknown ones to the form. */
export function faultsOf(refusals: readonly RefusalMessage[], fields: readonly Field[]): Fault[] {
  return refusals.map(({ field, message }) => {
    const steps = (field ?? '').split(/[./]/);
    const known = fields.find(({ name }) => steps.includes(name));
    return { name: known?.name ?? null, sentence: message };
  });
}
