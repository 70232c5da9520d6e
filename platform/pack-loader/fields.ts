import Type from 'typebox';
import type { PackFault } from '../../src/kernel/index.ts';

/**
 * No line breaks, no signs that steer a terminal, turn the direction of writing or cannot be seen: what a person reads is
 * all there is.
 */
export const readable =
  '^[^\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]*$';

/** Building blocks shared by the pack schemas. Optional values default to null or an empty list, never to undefined. */
export const text = (limit = 200) => Type.String({ minLength: 1, maxLength: limit, pattern: readable });
export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()], { default: null });
export const textOrNull = (limit = 200) => orNull(text(limit));
export const numberOrNull = () => orNull(Type.Number());
export const texts = (limit = 200) => Type.Array(text(limit), { default: [] });
export const oneOf = <T extends string[]>(...values: readonly [...T]) => Type.Enum<T>(values);
export const closed = <T extends Type.TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** Ids are kebab case with dots; they stand in URLs and in audit entries. */
export const id = () => Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 60 });
export const day = () => Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
export const month = () => Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' });
export const year = () => Type.Integer({ minimum: 1949, maximum: 2200 });
export const regionCode = () => Type.String({ pattern: '^([0-9]{6}|[0-9]{9}|[0-9]{6}-[A-Z][0-9]{2})$' });
/** Where it stands: labels joined by `/` (`三/（一）/2`), as in the outline. */
export const place = () => text(60);

/** A fault for each value that stood before. */
export function doubles(items: readonly { path: PackFault['path']; value: string }[]): PackFault[] {
  const seen = new Set<string>();
  const faults: PackFault[] = [];
  for (const { path, value } of items) {
    if (seen.has(value)) faults.push({ code: 'pack-id-twice', path, given: value });
    seen.add(value);
  }
  return faults;
}
