import { expect, test } from 'vitest';
import { markdownBlocks } from './blocks.ts';

test('headings, paragraphs over lines, lists, tables and code', () => {
  const text = `## 怎么算
各县之和
应等于全市。

- 第一项
  接着写
- 第二项

1. 甲

| 县 | 数 |
|---|---|
| 东湖 | 8 |

\`\`\`
8+218
\`\`\``;
  expect(markdownBlocks(text)).toEqual([
    { kind: 'heading', level: 2, text: '怎么算' },
    { kind: 'paragraph', text: '各县之和应等于全市。' },
    { kind: 'list', ordered: false, items: ['第一项接着写', '第二项'] },
    { kind: 'list', ordered: true, items: ['甲'] },
    { kind: 'table', head: ['县', '数'], rows: [['东湖', '8']] },
    { kind: 'code', text: '8+218' },
  ]);
});

test('an open code block ends with the text', () => {
  expect(markdownBlocks('```\na')).toEqual([{ kind: 'code', text: 'a' }]);
});
