import { parseArgs } from 'node:util';
import { nearest, type Refusal, RefusalError } from '../../src/kernel/index.ts';
import type { Command, OptionSpecs, OptionValues } from './command.ts';

export interface Arguments<O extends OptionSpecs> {
  readonly options: OptionValues<O>;
  readonly words: readonly string[];
}

/**
 * Reads the words after a command by its own description.
 * Refuses, all at once, unknown options (naming the nearest), options without their value or with one they do not
 * take, values outside a closed list, and too few or too many words.
 */
export function readArguments<O extends OptionSpecs>(command: Command<O>, argv: readonly string[]): Arguments<O> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: toNodeOptions(command.options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const refusals: Refusal[] = [];
  const options: Record<string, boolean | string | string[]> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = command.options[token.name];
    const refusal = spec === undefined ? unknownOption(token.rawName, command) : valueRefusal(token, command);
    if (refusal !== null || spec === undefined) {
      if (refusal !== null) refusals.push(refusal);
    } else if (spec.type === 'boolean') {
      options[token.name] = true;
    } else if (spec.multiple) {
      options[token.name] = [...((options[token.name] as string[] | undefined) ?? []), token.value ?? ''];
    } else {
      options[token.name] = token.value ?? '';
    }
  }
  // A word may stand there only because an option was mistyped, so the count is judged when the options are right.
  if (refusals.length === 0) refusals.push(...wordRefusals(command, words));
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return { options: options as OptionValues<O>, words };
}

/**
 * A whole number given as an option, or null when it was left out.
 * Refuses what is not a whole number of at least `min`.
 */
export function wholeNumber(given: string | undefined, option: string, min: number): number | null {
  if (given === undefined) return null;
  const value = /^\d{1,9}$/u.test(given) ? Number(given) : Number.NaN;
  if (!(value >= min)) throw new RefusalError({ code: 'not-a-whole-number', field: option, given, limit: min });
  return value;
}

const toNodeOptions = (options: OptionSpecs) =>
  Object.fromEntries(
    Object.entries(options).map(([name, spec]) => [
      name,
      {
        type: spec.type,
        ...(spec.short === undefined ? {} : { short: spec.short }),
        ...(spec.multiple ? { multiple: true } : {}),
      },
    ]),
  );

function unknownOption(given: string, command: Command): Refusal {
  const known = Object.keys(command.options).map((name) => `--${name}`);
  return { code: 'unknown-option', field: commandName(command), given, limit: nearest(given, known) };
}

function valueRefusal(
  token: { readonly name: string; readonly value: string | undefined; readonly inlineValue: boolean | undefined },
  command: Command,
): Refusal | null {
  const spec = command.options[token.name];
  const field = `--${token.name}`;
  if (spec?.type === 'boolean') {
    return token.value === undefined ? null : { code: 'option-takes-no-value', field, given: token.value };
  }
  // node:util hands the next word over even when it is an option itself.
  const swallowed = !token.inlineValue && /^-./u.test(token.value ?? '');
  if (token.value === undefined || token.value === '' || swallowed) {
    return { code: 'option-without-value', field, limit: spec?.value ?? null };
  }
  if (spec?.choices !== undefined && !spec.choices.includes(token.value)) {
    return { code: 'option-value-unknown', field, given: token.value, limit: spec.choices.join('、') };
  }
  return null;
}

function wordRefusals(command: Command, words: readonly string[]): Refusal[] {
  const { min, max, what } = command.words;
  const field = commandName(command);
  if (words.length < min) return [{ code: 'too-few-words', field, given: words.length, limit: what }];
  if (words.length > max) return [{ code: 'too-many-words', field, given: words[max] ?? '', limit: max }];
  return [];
}

const commandName = (command: Command): string => command.usage.split(' ')[0] ?? '';
