import iconv from 'iconv-lite';
import { siteHtml } from './html.ts';
import type { Block } from './source.ts';
import { typeset } from './typeset.ts';

/** The demo documents that need no other program: file name and bytes from the blocks of the source. */
export const textDocuments: Readonly<Record<string, { file: string; make: (blocks: Block[]) => Buffer }>> = {
  'linjiang-policy-2025': {
    file: 'document.html',
    make: (blocks) => {
      const title = blocks.find((block) => block.kind === 'heading')?.text ?? '';
      return Buffer.from(siteHtml(blocks, title));
    },
  },
  'linjiang-tasks-2025': {
    file: 'document.txt',
    make: (blocks) => {
      const text = typeset(blocks, { width: 18, pageLines: 27, header: '临江市人民政府办公室文件' });
      return iconv.encode(text, 'gb18030');
    },
  },
  'linjiang-gazette-2025': {
    file: 'document.txt',
    make: (blocks) => {
      const text = typeset(blocks, { width: 24, pageLines: 32, header: '临江市人民政府公报 2025年第7期' });
      return iconv.encode(text, 'utf8', { addBOM: true });
    },
  },
  'linjiang-notice-survey': {
    file: 'document.txt',
    make: (blocks) => {
      const text = typeset(blocks, { width: 0, pageLines: 0, header: '' }).replaceAll('\n', '\r\n');
      return iconv.encode(text, 'utf16le', { addBOM: true });
    },
  },
};
