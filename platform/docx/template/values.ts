import { type Refusal, RefusalError } from '../../../src/kernel/index.ts';
import type { Block } from '../model/block.ts';
import { type Inline, plainText } from '../model/inline.ts';
import { cleanText } from '../write/text.ts';
import type { Field, FieldValue, FieldValues } from './field.ts';
import { templateLimits } from './limits.ts';

/** Marks around the number of what is put in later; no text of a document holds them. */
export const MARK = { start: '\ue0f0', end: '\ue0f1' } as const;
const MARKS = /[\ue0f0\ue0f1]/gu;

/** Values as the filler takes them, and the blocks whose places are marked. */
export interface Prepared {
  readonly data: Readonly<Record<string, unknown>>;
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
}

/** Makes ready the values of the fields that are called. Refuses those that are missing or of another kind, all at once. */
export function prepareValues(fields: readonly Field[], values: FieldValues, called: ReadonlySet<string>): Prepared {
  const refusals: Refusal[] = [];
  const blocks = new Map<string, readonly Block[]>();
  let entries = 0;
  const data = entry(fields, values, '');
  if (entries > templateLimits.entries) {
    refusals.push({ code: 'template-entries', given: entries, limit: templateLimits.entries });
  }
  const count = [...blocks.values()].reduce((sum, each) => sum + each.length, 0);
  if (count > templateLimits.blocks)
    refusals.push({ code: 'template-blocks', given: count, limit: templateLimits.blocks });
  if (refusals.length > 0) throw new RefusalError(...refusals.slice(0, 100));
  return { data, blocks };

  function entry(known: readonly Field[], given: FieldValues, path: string): Record<string, unknown> {
    return Object.fromEntries(
      known
        .filter((field) => called.has(field.name))
        .map((field) => [
          field.name,
          Object.hasOwn(given, field.name)
            ? ready(field, given[field.name], `${path}${field.name}`)
            : missing(field, path),
        ]),
    );
  }

  function ready(field: Field, value: FieldValue | undefined, path: string): unknown {
    switch (field.kind) {
      case 'text':
        return isInline(value) ? text(value) : wrong(field, path, value);
      case 'flag':
        return typeof value === 'boolean' ? value : wrong(field, path, value);
      case 'list':
        if (!isEntries(value)) return wrong(field, path, value);
        entries += value.length;
        return value.map((each, at) => entry(field.fields, each, `${path}第${at + 1}条的`));
      case 'blocks':
        return isBlocks(value) ? place(value) : wrong(field, path, value);
    }
  }

  function place(content: readonly Block[]): string {
    const key = String(blocks.size);
    blocks.set(key, content);
    return `${MARK.start}${key}${MARK.end}`;
  }

  function wrong(field: Field, path: string, value: FieldValue | undefined): null {
    refusals.push({
      code: 'template-value',
      field: path,
      given: value === null ? '空' : typeof value,
      limit: field.kind,
    });
    return null;
  }

  function missing(field: Field, path: string): null {
    refusals.push({ code: 'template-value', field: `${path}${field.name}`, given: '没有', limit: field.kind });
    return null;
  }
}

const text = (value: Inline | null): string => (value === null ? '' : cleanText(plainText(value)).replace(MARKS, ''));

const isInline = (value: FieldValue | undefined): value is Inline | null =>
  value === null ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((each: unknown) => typeof each === 'string' || hasOwnString(each, 'text')));

const isBlocks = (value: FieldValue | undefined): value is readonly Block[] =>
  Array.isArray(value) && value.every((each: unknown) => hasOwnString(each, 'kind'));

const isEntries = (value: FieldValue | undefined): value is readonly FieldValues[] =>
  Array.isArray(value) && value.every((each: unknown) => typeof each === 'object' && each !== null);

const hasOwnString = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[name] === 'string';
