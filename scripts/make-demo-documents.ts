/**
 * Makes the documents of the invented city from their sources (packs/linjiang-<topic>/source.md), in every format that
 * the product reads. Needs LibreOffice (soffice) and Chromium; the results are kept in the repository, so that
 * nobody else needs them.
 *   node scripts/make-demo-documents.ts [folder…]
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { documentHtml, siteHtml } from './demo-documents/html.ts';
import { type Block, readSource } from './demo-documents/source.ts';
import { typeset } from './demo-documents/typeset.ts';

const packs = join(import.meta.dirname, '..', 'packs');

/** How each document is made. `write` gets the folder of the pack and the blocks of its source. */
const documents: Record<string, (folder: string, blocks: Block[]) => void> = {
  'linjiang-textile-2025': (folder, blocks) => office(folder, blocks, 'docx'),
  'linjiang-textile-2026': (folder, blocks) => office(folder, blocks, 'docx'),
  'linjiang-luzhou-2025': (folder, blocks) => print(folder, documentHtml(blocks, '芦洲区人民政府文件')),
  'linjiang-policy-2025': (folder, blocks) => {
    const title = blocks.find((block) => block.kind === 'heading')?.text ?? '';
    writeFileSync(join(folder, 'document.html'), siteHtml(blocks, title));
  },
  'linjiang-tasks-2025': (folder, blocks) => {
    const text = typeset(blocks, { width: 18, pageLines: 27, header: '临江市人民政府办公室文件' });
    writeFileSync(join(folder, 'document.txt'), iconv.encode(text, 'gb18030'));
  },
  'linjiang-gazette-2025': (folder, blocks) => {
    const text = typeset(blocks, { width: 24, pageLines: 32, header: '临江市人民政府公报 2025年第7期' });
    writeFileSync(join(folder, 'document.txt'), `\u{FEFF}${text}`);
  },
  'linjiang-notice-survey': (folder, blocks) => {
    const text = typeset(blocks, { width: 0, pageLines: 0, header: '' }).replaceAll('\n', '\r\n');
    writeFileSync(join(folder, 'document.txt'), iconv.encode(text, 'utf16le', { addBOM: true }));
  },
  'linjiang-notice-leader-selection': (folder, blocks) => office(folder, blocks, 'odt'),
  'linjiang-notice-matching-fair': (folder, blocks) => office(folder, blocks, 'rtf'),
  'linjiang-notice-chief-adjustment': (folder, blocks) => office(folder, blocks, 'doc'),
  'linjiang-notice-training': (folder, blocks) => office(folder, blocks, 'wps'),
};

const wanted = process.argv.slice(2);
for (const [name, write] of Object.entries(documents)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = join(packs, name);
  write(folder, readSource(readFileSync(join(folder, 'source.md'), 'utf8')));
  process.stdout.write(`${name}\n`);
}

/** Writes `document.<extension>` with LibreOffice. A .wps file of WPS Writer is a Word 97 file by another name. */
function office(folder: string, blocks: Block[], extension: 'docx' | 'odt' | 'rtf' | 'doc' | 'wps'): void {
  const filters = {
    docx: 'docx:MS Word 2007 XML',
    odt: 'odt',
    rtf: 'rtf',
    doc: 'doc:MS Word 97',
    wps: 'doc:MS Word 97',
  };
  const made = extension === 'wps' ? 'doc' : extension;
  withScratch((scratch) => {
    writeFileSync(join(scratch, 'document.html'), documentHtml(blocks));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(scratch, 'profile')}`,
        '--headless',
        '--infilter=HTML (StarWriter)',
        '--convert-to',
        filters[extension],
        '--outdir',
        scratch,
        join(scratch, 'document.html'),
      ],
      { stdio: 'ignore' },
    );
    copyFileSync(join(scratch, `document.${made}`), join(folder, `document.${extension}`));
  });
}

/** Writes `document.pdf` with Chromium, running header and page numbers from the page's own style. */
function print(folder: string, html: string): void {
  withScratch((scratch) => {
    writeFileSync(join(scratch, 'document.html'), html);
    execFileSync(
      'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync', '--no-pdf-header-footer'],
        `--user-data-dir=${join(scratch, 'profile')}`,
        `--print-to-pdf=${join(folder, 'document.pdf')}`,
        `file://${join(scratch, 'document.html')}`,
      ],
      { stdio: 'ignore' },
    );
  });
}

function withScratch(use: (folder: string) => void): void {
  const scratch = mkdtempSync(join(tmpdir(), 'demo-documents-'));
  try {
    use(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
