import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { PackFault } from '../../src/kernel/index.ts';

/** The value with the defaults of its schema filled in, or what does not fit the schema, the deepest cause of each place. */
export function fitShape(schema: object, value: unknown): { value: unknown } | { faults: PackFault[] } {
  const filled = Value.Default(schema as TSchema, value);
  const validator = compiled(schema);
  if (validator.Check(filled)) return { value: filled };
  const byPlace = new Map<string, PackFault>();
  for (const error of validator.Errors(filled)) {
    // A union or a forbidden key reports twice at the same place; the last report names the rule as a whole.
    const path = pointerSteps(error.instancePath);
    const unknownKey = error.keyword === 'boolean';
    const code = unknownKey ? 'pack-key-unknown' : 'pack-shape';
    if (error.keyword === 'additionalProperties') continue;
    byPlace.set(error.instancePath, {
      code,
      path,
      given: shown(path, filled),
      limit: unknownKey ? null : error.message,
    });
  }
  return { faults: [...byPlace.values()] };
}

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

function shown(path: readonly (string | number)[], value: unknown): string | number | null {
  let at: unknown = value;
  for (const step of path) at = (at as Record<string | number, unknown> | undefined)?.[step];
  return typeof at === 'string' || typeof at === 'number' ? at : at == null ? null : JSON.stringify(at).slice(0, 60);
}
