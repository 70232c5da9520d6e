/**
 * Writes docs/errors.md from the catalogues of platform/messages. Run after adding or changing a refusal:
 *   node scripts/errors.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from '../platform/messages/index.ts';

export const errorsFile = join(import.meta.dirname, '../docs/errors.md');

/** Every refusal code with the sentence that people read; figures and names stand as placeholders. */
export function errorsText(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const sections = Object.entries(areas).flatMap(([area, catalogue]) => [
    `## ${area}`,
    '',
    '| 代码 | 用户看到的话 |',
    '|---|---|',
    ...Object.entries(catalogue).map(([code, sentence]) => {
      const sample = sentence({ code, field: '〔位置〕', given: '〔所给〕', limit: '〔限度〕' });
      return `| \`${code}\` | ${cell(sample)} |`;
    }),
    '',
  ]);
  return [
    '# 拒绝的代码',
    '',
    '由 `platform/messages` 生成，请改那里，再运行 `node scripts/errors.ts`。',
    '',
    '代码里的拒绝是 `{ code, field, given, limit }`（`src/kernel/result.ts`），只在边上变成话：命令行打印到标准错误、退出码 2；',
    '网页接口答 4xx，正文为 `{ "refusals": [{ "code", "field", "given", "limit", "message" }] }`。代码不改名，供别的程序判断。',
    '',
    ...sections,
  ].join('\n');
}

if (import.meta.main) writeFileSync(errorsFile, errorsText());
