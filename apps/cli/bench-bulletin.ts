import type { BulletinBench } from '../../bench/bulletin/measure.ts';
import { EXIT } from './command.ts';
import { table } from './terminal/table.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Seconds that a bulletin of 60 pages with 40 charts may take, Word file and PDF together. */
const most = 20;
/** Three pages, a table and two charts each. */
const CHAPTERS = 20;

/** `bench bulletin`: gives exit code 1 when Word file and PDF together take longer than their limit. */
export async function benchBulletin(options: { readonly json?: boolean }, terminal: Terminal): Promise<number> {
  // Loaded only here: what measures is there for developers alone.
  const { measureBulletin } = await import('../../bench/bulletin/measure.ts');
  const result = await measureBulletin(CHAPTERS, (line) => terminal.progress(line));
  terminal.progress('');
  await terminal.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : resultText(result, terminal));
  if (result.pdf === null)
    await terminal.note('没有 LibreOffice，PDF 测不了。安装：apt-get install libreoffice-writer');
  return result.pdf !== null && result.docx + result.pdf < most ? EXIT.ok : EXIT.found;
}

function resultText(result: BulletinBench, terminal: Terminal): string {
  const { docx, pdf, bare } = result;
  const row = (name: string, seconds: number | null, base: number | null, bytes: number): string[] =>
    seconds === null || base === null
      ? [name, '—', '—', '—', '—']
      : [
          name,
          seconds.toFixed(2),
          base.toFixed(2),
          `${(seconds / base).toFixed(1)}×`,
          `${(bytes / 1e6).toFixed(2)} MB`,
        ];
  const lines = [row('Word', docx, bare.docx, result.docxBytes), row('PDF', pdf, bare.pdf, result.pdfBytes)];
  const whole = pdf === null ? '' : `一共 ${(docx + pdf).toFixed(2)} 秒（不超过 ${most}）；`;
  return (
    `${result.pages} 页，${result.charts} 张图，${result.tables} 个表格；对照是同一次运行里只有一段的文件\n` +
    `${table(COLUMNS, lines, terminal)}${whole}本进程内存峰值 ${(result.peakBytes / 1024 / 1024).toFixed(0)} MB\n`
  );
}

const COLUMNS = ['', '秒', '对照秒', '比值', '大小'].map((title) => ({ title, max: 16 }));
