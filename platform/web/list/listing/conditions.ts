import type { Condition, ListField, ListFields, ListFilter } from '../../../http/list-query.ts';
import type { Field, Values } from '../../form/model.ts';
import type { PickKind } from '../../form/pick-sources.ts';

/** What the filter form needs beside the fields: words for the values of choices, registers for picks. */
export interface FilterWords {
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly picks?: Readonly<Record<string, PickKind>>;
}

/** The fields of the filter form, in the list's order. */
export function filterForm(fields: ListFields, words: FilterWords): readonly Field[] {
  return Object.entries(fields)
    .filter(([, field]) => field.filter !== false)
    .flatMap(([key, field]) => [
      ...inputsOf(key, field, words),
      ...(field.nullable
        ? [{ input: 'check', name: `${key}-blank`, label: '', text: `只要没有填${field.title}的` } as const]
        : []),
    ]);
}

function inputsOf(key: string, field: ListField, { labels, picks }: FilterWords): readonly Field[] {
  const { title, options = [] } = field;
  switch (field.kind) {
    case 'text':
      return [{ input: 'text', name: key, label: `${title}中有`, most: 100 }];
    case 'choice':
      return [
        {
          input: 'several',
          name: key,
          label: title,
          options: options.map((value) => ({ value, label: labels?.[key]?.[value] ?? value })),
        },
      ];
    case 'day':
      return [
        { input: 'day', name: `${key}-from`, label: `${title}不早于`, width: 3 },
        { input: 'day', name: `${key}-to`, label: `${title}不晚于`, width: 3 },
      ];
    case 'number':
      return [
        { input: 'figure', name: `${key}-from`, label: `${title}不少于`, width: 3 },
        { input: 'figure', name: `${key}-to`, label: `${title}不多于`, width: 3 },
      ];
    case 'pick': {
      const of = picks?.[key];
      return of === undefined ? [] : [{ input: 'pick', name: key, label: title, of, several: true }];
    }
  }
}

/** The conditions as the form holds them. */
export function filterValues(fields: ListFields, filter: ListFilter): Values {
  const values: Record<string, unknown> = {};
  for (const [key, condition] of Object.entries(filter)) {
    if (!Object.hasOwn(fields, key)) continue;
    if ('has' in condition) values[key] = condition.has;
    else if ('in' in condition) values[key] = condition.in;
    else if ('blank' in condition) values[`${key}-blank`] = condition.blank;
    else {
      values[`${key}-from`] = condition.from;
      values[`${key}-to`] = condition.to;
    }
  }
  return values;
}

/** What the form holds as conditions; undefined when there are none. */
export function filterTyped(fields: ListFields, values: Values): ListFilter | undefined {
  const found = Object.entries(fields).flatMap(([key, field]) => {
    const condition = conditionOf(key, field, values);
    return condition === null ? [] : [[key, condition] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function conditionOf(key: string, { kind }: ListField, values: Values): Condition | null {
  if (values[`${key}-blank`] === true) return { blank: true };
  if (kind === 'day' || kind === 'number') {
    const [from, to] = [present(values[`${key}-from`]), present(values[`${key}-to`])];
    if (from === null && to === null) return null;
    return { ...(from !== null && { from }), ...(to !== null && { to }) };
  }
  const value = values[key];
  if (kind === 'text') return typeof value === 'string' && value.trim() !== '' ? { has: value.trim() } : null;
  return Array.isArray(value) && value.length > 0 ? { in: value.map(String) } : null;
}

const present = (value: unknown): string | number | null =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null;

/** A condition in words: `成文日期：2025-01-01 至 2025-12-31`; `nameOf` names picked values. */
export function conditionWords(field: ListField, condition: Condition, nameOf: (value: string) => string): string {
  return `${field.title}：${what(field, condition, nameOf)}`;
}

function what({ kind }: ListField, condition: Condition, nameOf: (value: string) => string): string {
  if ('has' in condition) return `含“${condition.has}”`;
  if ('in' in condition) return condition.in.map(nameOf).join('、');
  if ('blank' in condition) return condition.blank ? '没有填' : '填了的';
  const { from, to } = condition;
  if (from === undefined) return `${to} ${kind === 'day' ? '及以前' : '及以下'}`;
  if (to === undefined) return `${from} ${kind === 'day' ? '及以后' : '及以上'}`;
  return from === to ? `${from}` : `${from} 至 ${to}`;
}
