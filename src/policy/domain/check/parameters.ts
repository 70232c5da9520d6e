import { parseFormula } from '../language/parse.ts';
import type { ParameterSource, PolicySource } from '../source.ts';
import type { PolicyFault } from './clerk.ts';
import type { FactTable } from './facts.ts';
import { conditionOf, Meaningless, meaningOf, type Typed } from './formula.ts';

export interface Parameters {
  readonly typed: ReadonlyMap<string, Typed>;
  readonly words: ReadonlyMap<string, { readonly name: string; readonly value: string }>;
  readonly faults: readonly PolicyFault[];
}

/** The year whose events are rewarded, in every policy. */
const eventYear = { id: 'event_year', name: '年度' };

/** The figures of a policy as they stand on a day; `changed` replaces some of them, for trying out. */
export function parametersOf(
  policy: Pick<PolicySource, 'eventYear' | 'parameters'>,
  facts: FactTable,
  on: string,
  changed: Readonly<Record<string, string>> = {},
): Parameters {
  const typed = new Map<string, Typed>();
  const words = new Map<string, { name: string; value: string }>();
  const faults: PolicyFault[] = [];
  const year: ParameterSource = {
    ...eventYear,
    reason: null,
    values: [{ from: null, value: `${policy.eventYear ?? on.slice(0, 4)}年` }],
  };
  for (const [at, parameter] of [year, ...policy.parameters].entries()) {
    const { id, name } = parameter;
    const path = ['parameters', at - 1];
    const note = (code: string, given: string, limit: string | null = null): void => {
      faults.push({ code, path, given, limit });
    };
    const taken = [id, name].find((each) => typed.has(each) || facts.numberOf(each) !== undefined);
    if (taken !== undefined) {
      note('policy-name-twice', taken);
      continue;
    }
    const value = (Object.hasOwn(changed, id) ? changed[id] : undefined) ?? valueOn(parameter, on);
    if (value === null) {
      note('policy-parameter-not-yet', name, on);
      continue;
    }
    const formula = parseFormula(value);
    if ('fault' in formula) {
      note(formula.fault.code, formula.fault.given, value);
      continue;
    }
    try {
      const names = { facts: facts.without, parameters: typed };
      const meaning = meaningOf(formula, names);
      if (meaning.is === 'word') conditionOf(meaning, formula.at, names);
      if (meaning.is !== 'number') throw new Meaningless({ code: 'policy-wants-number', at: 0, given: value });
      for (const each of [id, name]) {
        typed.set(each, meaning);
        words.set(each, { name, value });
      }
    } catch (error) {
      if (!(error instanceof Meaningless)) throw error;
      note(error.fault.code, error.fault.given, error.fault.limit ?? null);
    }
  }
  return { typed, words, faults };
}

/** The latest value that has begun; null before the first. */
function valueOn({ values }: ParameterSource, on: string): string | null {
  const begun = values.filter(({ from }) => from === null || from <= on);
  const latest = begun.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1);
  return latest?.value ?? null;
}
