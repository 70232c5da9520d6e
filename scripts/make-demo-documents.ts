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
import { documentHtml } from './demo-documents/html.ts';
import { type Block, readSource } from './demo-documents/source.ts';
import { textDocuments } from './demo-documents/text-documents.ts';

const packs = join(import.meta.dirname, '..', 'packs');

/** The documents that need LibreOffice or Chromium. */
const printedDocuments: Record<string, (folder: string, blocks: Block[]) => void> = {
  'linjiang-textile-2025': (folder, blocks) => office(folder, blocks, 'docx'),
  'linjiang-textile-2026': (folder, blocks) => office(folder, blocks, 'docx'),
  'linjiang-luzhou-2025': (folder, blocks) => print(folder, documentHtml(blocks, '芦洲区人民政府文件')),
  'linjiang-notice-leader-selection': (folder, blocks) => office(folder, blocks, 'odt'),
  'linjiang-notice-matching-fair': (folder, blocks) => office(folder, blocks, 'rtf'),
  'linjiang-notice-chief-adjustment': (folder, blocks) => office(folder, blocks, 'doc'),
  'linjiang-notice-training': (folder, blocks) => office(folder, blocks, 'wps'),
};

const wanted = process.argv.slice(2);
for (const name of [...Object.keys(textDocuments), ...Object.keys(printedDocuments)]) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = join(packs, name);
  const blocks = readSource(readFileSync(join(folder, 'source.md'), 'utf8'));
  const text = textDocuments[name];
  if (text !== undefined) writeFileSync(join(folder, text.file), text.make(blocks));
  printedDocuments[name]?.(folder, blocks);
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
