import type { Refusal } from '../../src/kernel/index.ts';

/** The sentence for each refusal code: subject first, what happened and where, then what to do. */
export type Catalogue<Code extends string = string> = Readonly<Record<Code, (refusal: Refusal) => string>>;

/** The place a refusal speaks of, in quotation marks; `what` when it names none. */
export const place = (refusal: Refusal, what: string): string =>
  refusal.field === undefined ? what : `「${refusal.field}」`;

/** A figure as read aloud: thousands apart by a comma; words unchanged; nothing for null. */
export const figure = (value: string | number | null | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('zh-CN') : (value ?? '');

/** Bytes in MB, rounded up so that a file over the limit never reads as equal to it; words unchanged. */
export const megabytes = (value: string | number | null | undefined): string =>
  typeof value === 'number' ? `${Math.ceil((value / 1024 / 1024) * 10) / 10} MB` : (value ?? '');
