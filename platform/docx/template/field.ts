import type { Block } from '../model/block.ts';
import type { Inline } from '../model/inline.ts';

/**
 * What a template may call by name.
 * - `text`: {标题} anywhere in the text, in tables, headers and footers;
 * - `flag`: {#有红灯}…{/有红灯} stands when it is true, {^有红灯}…{/有红灯} when it is not;
 * - `list`: {#排名}{单位}{/排名} once for each entry (around paragraphs, or from the first to the last cell of a table
 *   row), {^排名}…{/排名} when there is none; `fields` are known within;
 * - `blocks`: {正文}, {排名表}, {完成率图} alone in its paragraph; paragraphs, tables and charts take its place.
 */
export type Field = TextField | FlagField | ListField | BlocksField;

interface Named {
  /** Chinese letters, digits; no blanks, no braces. */
  readonly name: string;
  /** What it stands for, for the page that lists the fields. */
  readonly about?: string;
}
export interface TextField extends Named {
  readonly kind: 'text';
}
export interface FlagField extends Named {
  readonly kind: 'flag';
}
export interface ListField extends Named {
  readonly kind: 'list';
  readonly fields: readonly Field[];
}
export interface BlocksField extends Named {
  readonly kind: 'blocks';
}

/** The value of each field by its name; every field that the template calls must have one of its kind. */
export type FieldValues = Readonly<Record<string, FieldValue>>;
/** Text for `text` (null prints nothing), true or false for `flag`, entries for `list`, blocks for `blocks`. */
export type FieldValue = Inline | null | boolean | readonly FieldValues[] | readonly Block[];
