/**
 * Writes docs/configuration.md from the table of environment variables. Run after changing platform/config/variables.ts:
 *   node scripts/configuration.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Variable, variables } from '../platform/config/index.ts';

export const configurationFile = join(import.meta.dirname, '../docs/configuration.md');

/** The page of all settings, by group. */
export function configurationText(): string {
  const all: readonly Variable[] = Object.values(variables);
  const sections = [...new Set(all.map(({ group }) => group))].flatMap((group) => [
    `## ${group}`,
    '',
    '| 变量 | 意思 | 应为 | 不设时 | 例子 |',
    '|---|---|---|---|---|',
    ...all.filter((variable) => variable.group === group).map(row),
    '',
  ]);
  return [
    '# 配置',
    '',
    '由 `platform/config/variables.ts` 生成，请改那里，再运行 `node scripts/configuration.ts`。',
    '',
    '配置全部是环境变量，启动时一次读完。有一个不对就不启动，并一次列出全部不对的：哪个变量、给的是什么、应该是什么；',
    '口令一类的值从不显示。以 `JINGWEI_` 开头而不在下面的名字也会被指出来（多半是写错了）。空值等于不设。',
    '',
    '用 systemd 运行时写在一个只有 root 能读的文件里，例如 `/etc/jingwei/env`，见 [operations.md](operations.md)。',
    '',
    ...sections,
  ].join('\n');
}

function row({ name, meaning, kind, fallback, fallbackWords, example, secret }: Variable): string {
  const otherwise = fallbackWords ?? (fallback === null ? '' : `\`${fallback}\``);
  const shown = example.startsWith('（') ? example : `\`${example}\``;
  const cells = [`\`${name}\``, `${meaning}${secret ? '**保密。**' : ''}`, kind.expected, otherwise, shown];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

if (import.meta.main) writeFileSync(configurationFile, configurationText());
