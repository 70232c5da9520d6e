import { nearest, RefusalError } from '../../../src/kernel/index.ts';
import {
  type CompiledLibrary,
  type CompiledPolicy,
  compilePolicy,
  type Edition,
  type FactTable,
  type FigureChange,
  type PolicySource,
  withFigures,
} from '../../../src/policy/index.ts';

/**
 * `参数=值` of the command line as changes of a policy's figures; a parameter is called by its id or its name. Refuses
 * (`policy-parameter-unknown`) one that the policy does not have.
 */
export function changesOf(texts: readonly string[], { parameters }: PolicySource): FigureChange[] {
  return texts.map((text) => {
    const [name = '', ...rest] = text.split('=');
    const value = rest.join('=').trim();
    if (value === '')
      throw new RefusalError({ code: 'option-value-unknown', field: '--set', given: text, limit: '参数=值' });
    const found = parameters.find(({ id, name: said }) => id === name.trim() || said === name.trim());
    if (found !== undefined) return { parameter: found.id, value, from: null };
    const names = parameters.flatMap((each) => [each.id, each.name]);
    const limit = nearest(name.trim(), names) ?? parameters.map((each) => each.name).join('、');
    throw new RefusalError({ code: 'policy-parameter-unknown', field: '--set', given: name.trim(), limit });
  });
}

/** A policy with other figures, or on another day, over the same facts. Refuses figures that cannot be calculated with. */
export function editionOf(
  source: PolicySource,
  facts: FactTable,
  { hash, on, changes }: { readonly hash: string; readonly on: string; readonly changes: readonly FigureChange[] },
): Edition {
  const changed = withFigures(source, changes);
  const { policy, faults } = compilePolicy(changed, facts, { hash, on });
  if (policy !== null) return { source: changed, policy };
  throw new RefusalError(
    ...faults.map(({ code, path, given, limit }) => ({ code, field: nameOf(path, source), given, limit: limit ?? on })),
  );
}

/** `参数 单户上限` instead of the number that it has in the list. */
function nameOf(path: readonly (string | number)[], { id, parameters }: PolicySource): string {
  const [list, at] = path;
  const name = list === 'parameters' && typeof at === 'number' ? parameters[at]?.name : undefined;
  return name === undefined ? [id, ...path].join('/') : name;
}

export interface OnePolicy {
  readonly policy: CompiledPolicy;
  readonly source: PolicySource;
  readonly facts: FactTable;
}

/** The only policy that was asked for. Refuses more (`policy-one-wanted`), and none. */
export function onlyPolicy({ policies, packs, facts }: CompiledLibrary, field: string): OnePolicy {
  const [policy, ...more] = policies;
  const source = packs[0]?.content;
  if (policy !== undefined && source !== undefined && more.length === 0) return { policy, source, facts };
  const given = policies.map(({ id }) => id).join('、');
  throw new RefusalError({ code: 'policy-one-wanted', field, given, limit: policies.length });
}
