import { RefusalError } from '../../../src/kernel/index.ts';
import { convertWithOffice } from '../../files/office/convert.ts';
import { findSoffice } from '../../files/office/find-soffice.ts';
import { openPackage } from '../../files/package/open-package.ts';
import type { TellProgress } from '../progress.ts';
import { loosenGrid } from './loosen-grid.ts';
import { typefaceSettings } from './typefaces.ts';

/** A document of 300 pages takes a minute on a slow machine. */
const bounds = { cpuSeconds: 120, wallSeconds: 180, dataMegabytes: 2000 } as const;

export interface PdfOptions {
  /** The LibreOffice program; null for “there is none”. Left out, it is looked for where it usually is. */
  readonly soffice?: string | null;
  readonly tell?: TellProgress;
}

/**
 * The PDF of a Word document, by LibreOffice: without network and macros, in a folder of its own, held to time and
 * memory. Refuses with `pdf-needs-libreoffice` where it is not installed, `pdf-time-limit` and `pdf-failed`; and what is
 * no sound package as reading a file does.
 */
export async function renderPdf(docx: Uint8Array, { soffice, tell }: PdfOptions = {}): Promise<Buffer> {
  const program = soffice === undefined ? findSoffice(process.env) : soffice;
  if (program === null) throw new RefusalError({ code: 'pdf-needs-libreoffice', limit: 'LibreOffice' });
  tell?.({ stage: 'pdf', done: 0, total: 1 });
  await openPackage(docx);
  try {
    const pdf = await convertWithOffice(program, {
      from: 'docx',
      bytes: loosenGrid(docx),
      to: { extension: 'pdf', filter: 'pdf:writer_pdf_Export' },
      bounds,
      files: { 'fonts.conf': typefaceSettings() },
      environment: { FONTCONFIG_FILE: '{folder}/fonts.conf' },
    });
    tell?.({ stage: 'pdf', done: 1, total: 1 });
    return Buffer.from(pdf);
  } catch (error) {
    throw ofPdf(error);
  }
}

/** Says of the PDF what converting says of a file that is read. */
function ofPdf(error: unknown): unknown {
  if (!(error instanceof RefusalError)) return error;
  const [first] = error.refusals;
  if (first?.code === 'time-limit') return new RefusalError({ code: 'pdf-time-limit', limit: bounds.wallSeconds });
  return first?.code === 'conversion-failed' ? new RefusalError({ code: 'pdf-failed' }) : error;
}
