import { getResolvedPDFJS } from 'unpdf';
import type { SourceText } from '../../../src/document/index.ts';
import { refuseFile } from '../refusals.ts';
import { fillGrid } from './fill-grid.ts';
import { findFurniture } from './furniture.ts';
import type { Run } from './geometry.ts';
import { openPdf, type PdfDocument } from './open-pdf.ts';
import { type DrawingOps, pageRules } from './page-rules.ts';
import { pageRuns, type TextItem } from './page-runs.ts';
import type { PageTable } from './page-table.ts';
import { printPages } from './print-pages.ts';
import { ruledGrids } from './ruled-grid.ts';
import { refuseScan } from './text-layer.ts';
import { textLines } from './text-lines.ts';

/** One page as it lies: text outside tables, and tables. */
interface Page {
  readonly runs: readonly Run[];
  readonly tables: readonly PageTable[];
  readonly height: number;
}

/**
 * Reads a PDF with a text layer: lines in reading order, ruled and aligned tables as rows with tabs, page starts, and
 * running headers and page numbers marked as furniture. Refuses scans (`scanned-pdf`) and text that its fonts do not
 * map to characters (`unreadable-text`).
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceText> {
  // pdf.js keeps the array it is given, and empties it.
  const isPictured = holdsImages(bytes);
  const pdf = await openPdf(Uint8Array.from(bytes));
  const ops = (await getResolvedPDFJS()).OPS as unknown as DrawingOps;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number, ops));
  const lines = pages.map((page) => ({ lines: textLines(page.runs), height: page.height }));
  const furniture = findFurniture(lines);
  refuseScan(pages, lines, furniture, isPictured);
  return printPages(
    pages.map((page, at) => {
      const extras = lines[at]!.lines.filter((line) => furniture.has(line));
      const apart = new Set(extras.flatMap((line) => line.runs));
      return { runs: page.runs.filter((run) => !apart.has(run)), tables: page.tables, furniture: extras };
    }),
  );
}

async function readPage(pdf: PdfDocument, number: number, ops: DrawingOps): Promise<Page> {
  const page = await pdf
    .getPage(number)
    .catch((error: unknown) => refuseFile('damaged', `page ${number}: ${String(error)}`));
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.filter((item): item is typeof item & TextItem => 'str' in item);
  const { runs, view, height } = pageRuns(items, page.getViewport({ scale: 1 }));
  const tables: PageTable[] = [];
  let rest: readonly Run[] = runs;
  // Without text there is no table, and a scan need not be drawn.
  if (runs.length > 0) {
    for (const grid of ruledGrids(pageRules(await page.getOperatorList(), ops, view))) {
      const filled = fillGrid(grid, rest);
      if (filled === null) continue;
      tables.push(filled.table);
      rest = rest.filter((run) => !filled.taken.has(run));
    }
  }
  page.cleanup();
  return { runs: rest, tables, height };
}

/** Images are streams, and the heads of streams always stand in clear. */
const holdsImages = (bytes: Uint8Array): boolean =>
  /\/Subtype\s*\/Image\b|\/S\s*\/Image\b/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  );
