import type { OptionSpecs } from './command.ts';
import { registry } from './registry.ts';

export interface CommandDescription {
  readonly name: string;
  readonly summary: string;
  /** What the first word may be; null when it is a file or free. */
  readonly choices: readonly string[] | null;
  readonly options: OptionSpecs;
}

/** Every command with its options, for the completion scripts and docs/cli.md. */
export const describeCommands = (): Promise<CommandDescription[]> =>
  Promise.all(
    registry.map(async ({ name, summary, load }) => {
      const { words, options } = await load();
      return { name, summary, choices: words.choices ?? null, options };
    }),
  );

/** A script for bash 3.2 and newer; without bash-completion, which may not be installed. */
export function bashCompletion(commands: readonly CommandDescription[]): string {
  const cases = commands.map((command) => {
    const values = Object.entries(command.options)
      .filter(([, spec]) => spec.type === 'string')
      .map(([name, spec]) => {
        const offer = spec.choices === undefined ? 'compgen -f --' : `compgen -W '${spec.choices.join(' ')}' --`;
        return `      --${name}) COMPREPLY=( $(${offer} "$current") ); return ;;\n`;
      });
    const words = command.choices === null ? '' : command.choices.join(' ');
    return `    ${command.name})
      case "$previous" in
${values.join('')}      esac
      options='${optionNames(command.options).join(' ')}'
      words='${words}' ;;
`;
  });
  return `# 经纬的 bash 补全。启用：source <(./jingwei completion bash)
_jingwei() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" options='' words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=( $(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$current") )
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('')}  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=( $(compgen -W "$options" -- "$current") )
  elif [ -n "$words" ] && [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=( $(compgen -W "$words" -- "$current") )
  else
    COMPREPLY=( $(compgen -f -- "$current") )
  fi
}
complete -o filenames -F _jingwei jingwei ./jingwei
`;
}

/** A script for zsh's own completion system. */
export function zshCompletion(commands: readonly CommandDescription[]): string {
  const list = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}\n`).join('');
  const cases = commands.map(({ name, choices, options }) => {
    const specs = [
      ...Object.entries(options).map(([option, spec]) => {
        const value =
          spec.type === 'string'
            ? `:${spec.value ?? '值'}:${spec.choices ? `(${spec.choices.join(' ')})` : '_files'}`
            : '';
        return quote(`${spec.multiple ? '*' : ''}--${option}[${spec.help.replace(/[[\]:]/gu, ' ')}]${value}`);
      }),
      quote('--help[显示说明]'),
      ...(choices === null ? [] : [quote(`1:子命令:(${choices.join(' ')})`)]),
      quote('*:文件:_files'),
    ];
    return `    ${name}) _arguments ${specs.join(' ')} ;;\n`;
  });
  return `#compdef jingwei
# 经纬的 zsh 补全。
_jingwei() {
  local -a commands
  commands=(
${list}  )
  if (( CURRENT == 2 )); then
    _describe '命令' commands
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${cases.join('')}  esac
}
compdef _jingwei jingwei
`;
}

const optionNames = (options: OptionSpecs): string[] => [...Object.keys(options), 'help'].map((name) => `--${name}`);
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
