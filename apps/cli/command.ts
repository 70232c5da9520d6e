import type { Terminal } from './terminal/terminal.ts';

/** Exit codes, the same for every command and documented in docs/cli.md. */
export const EXIT = {
  /** Done; for checks: nothing wrong beyond warnings. */
  ok: 0,
  /** A check found something wrong: lint errors, an F1 below its floor. */
  found: 1,
  /** Refused: wrong usage, an unreadable file, a command that cannot be carried out. */
  refused: 2,
} as const;

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help: `文件`, `N`. Only for strings. */
  readonly value?: string;
  /** Closed list of values, checked before the command runs and offered by completion. */
  readonly choices?: readonly string[];
  readonly help: string;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<S extends OptionSpec> = S['type'] extends 'boolean'
  ? boolean
  : S['multiple'] extends true
    ? readonly string[]
    : string;
export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]?: ValueOf<O[K]> };

export interface Invocation<O extends OptionSpecs = OptionSpecs> {
  readonly options: OptionValues<O>;
  readonly words: readonly string[];
  readonly terminal: Terminal;
}

/** One command of the line: its help and what it does. `run` gives the exit code. */
export interface Command<O extends OptionSpecs = OptionSpecs> {
  /** After `./jingwei`: `extract 文件 [选项]`. */
  readonly usage: string;
  /** A sentence or two under the usage line. */
  readonly about: string;
  /** How many words beside the options, what they are (for the refusal), and which the first may be if that is fixed. */
  readonly words: {
    readonly min: number;
    readonly max: number;
    readonly what: string;
    readonly choices?: readonly string[];
  };
  readonly options: O;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  run(invocation: Invocation<O>): Promise<number>;
}

/** Gives the command back with the types of its options, and as the plain type that the registry holds. */
export function command<const O extends OptionSpecs>(spec: Command<O>): Command<O> {
  return spec;
}
