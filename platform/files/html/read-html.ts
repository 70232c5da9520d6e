import type { SourceText } from '../../../src/document/index.ts';
import { printBlocks } from '../print/print-blocks.ts';
import { decodeHtml } from './charset.ts';
import { PageReader } from './page-reader.ts';
import { PageWeight } from './page-weight.ts';
import { parseHtml } from './parse-html.ts';

/** Reads a web page: its document part as lines and tables, without menus, scripts and what is hidden. */
export async function readHtml(bytes: Uint8Array): Promise<SourceText> {
  const page = parseHtml(decodeHtml(bytes));
  return printBlocks(new PageReader(new PageWeight(page)).read(page), 'html');
}
