import { RefusalError } from '../../../src/kernel/index.ts';
import { lintDocument } from '../../../src/plan/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';
import { readDocuments } from '../read-documents.ts';
import { loadRegister } from '../register.ts';
import { documentText } from '../show/document.ts';
import { lineFinder } from '../show/place.ts';

export const extract = command({
  usage: 'extract 文件 [选项]',
  about:
    '读懂一份公文，列出大纲、指标、任务、支持条款、表格和体检结果。接受 .txt .md .html .docx .pdf；装有 LibreOffice 时\n' +
    '也接受 .doc .wps .odt .rtf。一个文件里有几份公文（如政府公报）时逐份列出。接到管道时输出制表符分隔的完整内容。',
  words: { min: 1, max: 1, what: '文件' },
  options: {
    json: { type: 'boolean', help: '输出 JSON，每项带在全文中的起止位置（格式见 ./jingwei schema）' },
    text: { type: 'boolean', help: '只输出位置所指的全文' },
    part: { type: 'string', value: 'N', help: '只要文件里的第 N 份公文（从 1 数起）' },
  },
  examples: [
    ['./jingwei extract 行动方案.docx', '看读出了什么'],
    ['./jingwei extract 公报.pdf --part 3 --json > 方案.json', '第 3 份公文存成 JSON'],
    ["./jingwei extract 方案.txt --json | jq '.documents[].indicators[] | [.name, .value, .unit]'", '只看指标'],
  ],
  async run({ options, words, terminal }) {
    const part = wholeNumber(options.part, '--part', 1);
    if (options.text && options.json) {
      throw new RefusalError({ code: 'options-exclude-each-other', field: '--text', given: '--json' });
    }
    const { source, documents } = await readDocuments(words[0] ?? '', part, terminal);
    if (options.text) {
      const [only] = part === null ? [] : documents;
      await terminal.write(only === undefined ? source.text : source.text.slice(only.start, only.end));
      return EXIT.ok;
    }
    const register = await loadRegister();
    const checked = documents.map((extraction) => ({
      ...extraction,
      findings: lintDocument({ source, extraction, parents: [], register }),
    }));
    if (options.json) {
      await terminal.write(`${JSON.stringify({ documents: checked }, null, 2)}\n`);
      return EXIT.ok;
    }
    const lineOf = lineFinder(source.text);
    const where = (offset: number) => `第${lineOf(offset)}行`;
    for (const [i, { findings, ...document }] of checked.entries()) {
      const title = checked.length > 1 ? terminal.style.blue(`第 ${i + 1} 份，共 ${checked.length} 份\n`) : '';
      await terminal.write(`${i > 0 ? '\n' : ''}${title}${documentText(document, findings, where, terminal)}`);
    }
    return EXIT.ok;
  },
});
