import { basename } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type Finding, lintDocument, type ParentDocument } from '../../../src/plan/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';
import { readDocuments } from '../read-documents.ts';
import { loadRegister } from '../register.ts';
import { findingCounts, findingsText } from '../show/findings.ts';
import { lineFinder } from '../show/place.ts';
import type { Terminal } from '../terminal/terminal.ts';

export const lint = command({
  usage: 'lint 文件… [选项]',
  about:
    '公文体检：合计对不上、前后数字不一、期限早于印发或晚于失效、任务没有单位、名称差一个字、序号跳号等，附算式和位置。\n' +
    '每条规则的解释在 docs/lint/ 里。有错误时退出码为 1，只有提醒和提示时为 0。',
  words: { min: 1, max: 200, what: '文件' },
  options: {
    parent: { type: 'string', multiple: true, value: '文件', help: '上位规划，可以写几次；数字和期限与它对照' },
    part: { type: 'string', value: 'N', help: '只查文件里的第 N 份公文（从 1 数起）' },
    json: { type: 'boolean', help: '输出 JSON' },
  },
  examples: [
    ['./jingwei lint 行动方案.docx', '查一份'],
    ['./jingwei lint 区方案.docx --parent 市方案.docx --parent 省方案.pdf', '与上位规划对照'],
    ['./jingwei lint *.txt --json | jq ".files[].documents[].findings[].rule"', '批量查，只看规则编号'],
  ],
  async run({ options, words, terminal }) {
    const part = wholeNumber(options.part, '--part', 1);
    const register = await loadRegister();
    const parents: ParentDocument[] = [];
    for (const file of options.parent ?? []) {
      const { source, documents } = await readDocuments(file, null, terminal);
      parents.push(
        ...documents.map((extraction) => ({ title: extraction.title ?? basename(file), extraction, source })),
      );
    }
    const files: CheckedFile[] = [];
    for (const file of words) {
      const { source, documents } = await readDocuments(file, part, terminal);
      const checked = documents.map((extraction) => ({
        title: extraction.title,
        findings: lintDocument({ source, extraction, parents, register }),
      }));
      if (checked.length === 0)
        throw new RefusalError({ code: 'no-document', field: basename(file), given: source.text.length });
      files.push({ file, documents: checked });
      if (!options.json) await show(file, checked, source.text, words.length > 1, terminal);
    }
    if (options.json) await terminal.write(`${JSON.stringify({ files }, null, 2)}\n`);
    const wrong = files.some(({ documents }) =>
      documents.some(({ findings }) => findings.some((f) => f.severity === 'error')),
    );
    return wrong ? EXIT.found : EXIT.ok;
  },
});

interface CheckedDocument {
  readonly title: string | null;
  readonly findings: readonly Finding[];
}
interface CheckedFile {
  readonly file: string;
  readonly documents: readonly CheckedDocument[];
}

async function show(
  file: string,
  documents: readonly CheckedDocument[],
  text: string,
  several: boolean,
  terminal: Terminal,
): Promise<void> {
  const lineOf = lineFinder(text);
  const where = (offset: number) =>
    `${several || terminal.columns === null ? `${file}:` : '第'}${lineOf(offset)}${several || terminal.columns === null ? '' : '行'}`;
  for (const { title, findings } of documents) {
    const summary = `${terminal.style.strong(title ?? file)}：${findingCounts(findings)}`;
    // On a pipe only findings are printed, one a line, as other checkers do; the summary goes to the person.
    if (terminal.columns === null) await terminal.note(summary);
    else await terminal.write(`${summary}\n`);
    await terminal.write(findingsText(findings, where, terminal));
  }
}
