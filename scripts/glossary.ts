/**
 * Writes GLOSSARY.md from packs/base/terms.yaml. Run after changing the terms:
 *   node scripts/glossary.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packLibrary } from '../apps/packs.ts';
import { type TermsContent, termsPack } from '../platform/pack-loader/index.ts';

const root = join(import.meta.dirname, '..');
export const glossaryFile = join(root, 'GLOSSARY.md');

/** The glossary as Markdown: one table a group, in the order of the pack. */
export function glossaryText(terms: TermsContent): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const table = (group: TermsContent['groups'][number]) => [
    `## ${group.title}`,
    '',
    '| 代码 | 中文 | 意思 |',
    '|---|---|---|',
    ...group.terms.map(({ code, zh, meaning }) => `| ${cell(code)} | ${cell(zh)} | ${cell(meaning)} |`),
    '',
  ];
  return [
    '# 词汇表',
    '',
    '由 `packs/base/terms.yaml` 生成，请改那里，再运行 `node scripts/glossary.ts`。',
    '',
    ...terms.groups.flatMap(table),
  ].join('\n');
}

/** The terms of packs/base, checked. */
export function readTerms(): TermsContent {
  const [pack] = packLibrary(join(root, 'packs')).of(termsPack);
  if (pack === undefined) throw new Error('packs/base/terms.yaml is missing');
  return pack.content;
}

if (import.meta.main) {
  writeFileSync(glossaryFile, glossaryText(readTerms()));
}
