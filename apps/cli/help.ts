import type { Command, OptionSpec } from './command.ts';
import { registry } from './registry.ts';
import type { Style } from './terminal/terminal.ts';
import { displayWidth, pad } from './terminal/width.ts';

const EXIT_CODES = `退出码
  0  完成；体检没有错误（可以有提醒）
  1  体检或打分发现问题
  2  没有做成：用法不对、文件被拒绝、操作被拒绝
`;

/** What `./jingwei --help` prints: every command with one line, in groups. */
export function overview(style: Style): string {
  const width = Math.max(...registry.map((entry) => entry.name.length)) + 2;
  const groups = [...new Set(registry.map((entry) => entry.group))].map((group) => {
    const lines = registry.filter((entry) => entry.group === group);
    return `${style.strong(group)}\n${lines.map((e) => `  ${pad(e.name, width)}${e.summary}\n`).join('')}`;
  });
  return `${style.strong('经纬')}：把公文变成能运行的方案

用法
  ./jingwei 命令 [选项]
  ./jingwei 命令 --help    看一个命令的全部选项和例子

${groups.join('\n')}
${style.strong('先试这两个')}
  ./jingwei extract 行动方案.docx      看读出了什么
  ./jingwei serve --demo               打开带有示范内容的网页

${EXIT_CODES}`;
}

/** What `./jingwei 命令 --help` prints. */
export function commandHelp(command: Command, style: Style): string {
  const options = { ...command.options, help: HELP_OPTION };
  const labels = Object.entries(options).map(([name, spec]) => ({ label: optionLabel(name, spec), spec }));
  const width = Math.max(...labels.map(({ label }) => displayWidth(label))) + 2;
  const optionLines = labels.map(({ label, spec }) => `  ${pad(label, width)}${spec.help}\n`).join('');
  const examples = command.examples.map(([line, meaning]) => `  ${style.faint(`# ${meaning}`)}\n  ${line}\n`).join('');
  return `${style.strong('用法')}  ./jingwei ${command.usage}

${command.about}

${style.strong('选项')}
${optionLines}
${style.strong('例子')}
${examples}
${EXIT_CODES}`;
}

const HELP_OPTION: OptionSpec = { type: 'boolean', short: 'h', help: '显示这份说明' };

/** `-v, --verbose`, `--part N`, `--format xlsx|json|md`. */
export function optionLabel(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  const value = spec.choices?.join('|') ?? spec.value;
  return `${short}--${name}${spec.type === 'string' ? ` ${value}` : ''}`;
}
