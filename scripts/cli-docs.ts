/**
 * Writes docs/cli.md from the commands' own descriptions. Run after changing a command:
 *   node scripts/cli-docs.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../apps/cli/command.ts';
import { optionLabel } from '../apps/cli/help.ts';
import { type Entry, registry } from '../apps/cli/registry.ts';

export const cliDocsFile = join(import.meta.dirname, '../docs/cli.md');

const HEAD = `# 命令行

由各命令自己的说明（\`apps/cli/commands/\`）生成，请改那里，再运行 \`node scripts/cli-docs.ts\`。

每个命令都可以加 \`--help\`。命令或选项写错时，会提示最接近的一个。

## 退出码

| 码 | 意思 |
|---|---|
| 0 | 完成；体检没有错误（可以有提醒） |
| 1 | 查出了问题：体检有错误，打分低于下限，doctor 有一项不好，审计链断了 |
| 2 | 没有做成：用法不对、文件被拒绝、操作被拒绝；原因在标准错误里，代码见 [errors.md](errors.md) |

## 管道和终端

- 结果在标准输出，其余的话在标准错误。接到管道时，表格是制表符分隔的完整内容，没有颜色和进度。
- 终端上的表格按中文宽度对齐，超出屏幕的格子以 … 截断。进度只在标准错误是终端时出现。

## 环境变量

全部见 [configuration.md](configuration.md)。命令行另外认得 \`NO_COLOR\`：设了就不用颜色。
`;

/** The page of all commands, in the groups of the registry. */
export async function cliDocsText(): Promise<string> {
  const sections = await Promise.all(registry.map(async (entry) => section(entry, await entry.load())));
  return [HEAD, ...sections].join('\n');
}

function section(entry: Entry, command: Command): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const options = Object.entries(command.options).map(
    ([name, spec]) => `| \`${cell(optionLabel(name, spec))}\` | ${cell(spec.help)} |`,
  );
  const optionTable = options.length === 0 ? [] : ['| 选项 | 作用 |', '|---|---|', ...options, ''];
  const examples = command.examples.flatMap(([line, meaning]) => [`# ${meaning}`, line]);
  return [
    `## ${entry.name}`,
    '',
    `${entry.summary}。`,
    '',
    `用法：\`./jingwei ${command.usage}\``,
    '',
    command.about.replaceAll('\n', ''),
    '',
    ...optionTable,
    '```sh',
    ...examples,
    '```',
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(cliDocsFile, await cliDocsText());
