import { nearest, type Refusal, RefusalError } from '../../src/kernel/index.ts';
import { type Config, internalNames, type Variable, variables } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Name = keyof typeof variables;

/**
 * Reads all settings from the environment, once, at the start; the object cannot be changed. A variable that is empty
 * counts as not set. Refuses, all at once: values that are none (the value is told, a secret's never), names that begin
 * like ours and are unknown (with the nearest known one), and settings that need another one.
 */
export function readConfig(env: Environment): Config {
  const refusals: Refusal[] = unknownNames(env);
  const values: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries(variables) as [Name, Variable][]) {
    const text = (env[variable.name] ?? '').trim();
    const value = text === '' ? variable.fallback : variable.kind.read(text);
    if (value === undefined) refusals.push(wrong(variable, text));
    else values[key] = Object.freeze(value);
  }
  refusals.push(...missing(env));
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return Object.freeze(values) as Config;
}

const wrong = ({ name, secret, kind }: Variable, given: string): Refusal => ({
  code: secret ? 'secret-setting-wrong' : 'setting-wrong',
  field: name,
  given: secret ? null : given.slice(0, 80),
  limit: kind.expected,
});

function unknownNames(env: Environment): Refusal[] {
  const known = Object.values(variables).map(({ name }) => name);
  return Object.keys(env)
    .filter((name) => name.startsWith('JINGWEI_') && env[name] !== '')
    .filter((name) => !(known as string[]).includes(name) && !internalNames.includes(name))
    .sort()
    .map((name) => ({ code: 'setting-unknown', field: name, given: name, limit: nearest(name, known) }));
}

/** Settings that mean nothing without another one. */
const needs: readonly (readonly [Name, Name])[] = [
  ['databaseAppUrl', 'databaseUrl'],
  ['oidcIssuer', 'oidcClientId'],
  ['oidcIssuer', 'oidcClientSecret'],
  ['oidcIssuer', 'publicUrl'],
  ['oidcClientId', 'oidcIssuer'],
  ['oidcClientSecret', 'oidcIssuer'],
];

function missing(env: Environment): Refusal[] {
  const isSet = (key: Name) => (env[variables[key].name] ?? '').trim() !== '';
  return needs
    .filter(([one, other]) => isSet(one) && !isSet(other))
    .map(([one, other]) => ({
      code: 'setting-missing',
      field: variables[other].name,
      given: variables[one].name,
      limit: variables[other].example,
    }));
}
