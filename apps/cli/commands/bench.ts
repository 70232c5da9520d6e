import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { growthExponent, type Measure, measure } from '../../../bench/bench.ts';
import { benchTexts } from '../../../bench/texts.ts';
import { command, EXIT } from '../command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

export const bench = command({
  usage: 'bench [选项]',
  about:
    '把一份公报接成 1、4、16 份，测抽取的时间、速度和内存。“对照”是同一次运行里对同一文本做一遍普通的数字查找，\n' +
    '比值不受机器快慢影响；最后一行的增长指数为 1 就是线性，2 是平方。',
  words: { min: 0, max: 0, what: '' },
  options: {
    json: { type: 'boolean', help: '输出 JSON' },
    only: { type: 'string', value: '名字', help: '只测名字里含有这几个字的文本' },
  },
  examples: [['npm run bench', '看速度是否随长度线性增长']],
  async run({ options, terminal }) {
    const texts = benchTexts().filter(({ name, text }) => text !== '' && name.includes(options.only ?? ''));
    if (texts.length === 0) await terminal.note('没有可测的文本。');
    const results: Result[] = [];
    for (const { name, text } of texts) {
      // A process for each text, or the memory of the first would be counted with the second.
      const measures =
        texts.length > 1
          ? await measureApart(name, terminal)
          : measure(text, [1, 4, 16], (line) => terminal.progress(`${name} ${line}`));
      results.push({ name, measures });
      if (!options.json) await terminal.write(resultText(name, measures, terminal));
    }
    if (options.json) await terminal.write(`${JSON.stringify(results, null, 2)}\n`);
    return EXIT.ok;
  },
});

interface Result {
  readonly name: string;
  readonly measures: readonly Measure[];
}

async function measureApart(name: string, terminal: Terminal): Promise<readonly Measure[]> {
  terminal.progress(`${name}……`);
  const main = join(import.meta.dirname, '../main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'bench', '--only', name, '--json']);
  const results: readonly Result[] = JSON.parse(stdout);
  return results[0]?.measures ?? [];
}

const resultText = (name: string, measures: readonly Measure[], terminal: Terminal): string =>
  `${terminal.style.strong(name)}\n${table(COLUMNS, measures.map(row), terminal)}增长指数 ${growthExponent(measures).toFixed(2)}\n\n`;

const COLUMNS = ['倍数', '字数', '秒', '万字/秒', '对照秒', '比值', '内存峰值', '公文', '条目'].map((title) => ({
  title,
  max: 16,
}));

const row = (m: Measure): string[] => [
  `${m.times}×`,
  String(m.characters),
  m.seconds.toFixed(3),
  (m.characters / m.seconds / 10_000).toFixed(1),
  m.scanSeconds.toFixed(4),
  (m.seconds / m.scanSeconds).toFixed(0),
  `${(m.peakBytes / 1024 / 1024).toFixed(0)} MB`,
  String(m.documents),
  String(m.items),
];
