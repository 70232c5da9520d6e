import type { ConditionSource, ParameterSource } from '../source.ts';
import { Clerk, type Path, type PolicyFault } from './clerk.ts';
import type { Check } from './compiled.ts';
import { allOf, checkOf } from './condition.ts';
import type { FactTable } from './facts.ts';
import { parametersOf } from './parameters.ts';

/** Reads conditions that stand outside of policies: the same language, the same facts, the same faults. */
export interface ConditionReader {
  /** All of some conditions as one check; null when one has no meaning, which is noted in `faults`. */
  check(sources: readonly ConditionSource[], path: Path): Check | null;
  readonly faults: readonly PolicyFault[];
}

/** A reader for one day: figures are those in force then, `年度` is its year. */
export function conditionReader(facts: FactTable, parameters: readonly ParameterSource[], on: string): ConditionReader {
  const known = parametersOf({ eventYear: null, parameters }, facts, on);
  const clerk = new Clerk({ facts, parameters: known.typed }, { facts, parameters: known.words });
  clerk.faults.push(...known.faults);
  return {
    faults: clerk.faults,
    check(sources, path) {
      const checks = sources.map((source, at) => checkOf(source, [...path, at], clerk));
      const sound = checks.filter((check) => check !== null);
      return sound.length < checks.length ? null : allOf(sound);
    },
  };
}
