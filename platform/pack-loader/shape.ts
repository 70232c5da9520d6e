import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { PackFault } from '../../src/kernel/index.ts';
import { misfits } from './misfits.ts';

/** The value with the defaults of its schema filled in, or everything in it that does not fit, in words. */
export function fitShape(schema: object, value: unknown): { value: unknown } | { faults: PackFault[] } {
  const filled = Value.Default(schema as TSchema, value);
  const validator = compiled(schema);
  if (validator.Check(filled)) return { value: filled };
  const faults = misfits(schema, filled);
  return { faults: faults.length > 0 ? faults : unexplained(schema, filled) };
}

/** A rule of the schema that `misfits` has no words for. */
const unexplained = (schema: object, value: unknown): PackFault[] =>
  compiled(schema)
    .Errors(value)
    .map(({ instancePath, message }) => ({
      ...{ code: 'pack-shape', path: pointerSteps(instancePath), given: null, limit: message },
    }));

const validators = new WeakMap<object, ReturnType<typeof Compile>>();
function compiled(schema: object) {
  const known = validators.get(schema) ?? Compile(schema as TSchema);
  validators.set(schema, known);
  return known;
}

/** `/indicators/3/year` → `['indicators', 3, 'year']`. */
const pointerSteps = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
