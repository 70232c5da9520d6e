import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Where the end mark may stand: mail programs and portals add a little behind it. */
const TAIL_BYTES = 4096;

/**
 * Opens a PDF for reading its text: no scripts, no forms, no images, nothing fetched. Refuses what breaks off before
 * its end mark (`truncated`), asks for a password (`encrypted`), has too many pages or cannot be understood.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES))).toString('latin1');
  if (!tail.includes('%%EOF')) refuseFile('truncated');
  const pdf = await getDocumentProxy(bytes, {
    verbosity: 0,
    // One pixel: images are left out before they are unpacked.
    maxImageSize: 1,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: false,
    enableXfa: false,
    // The maps from GB character codes that Chinese PDFs without embedded fonts refer to by name.
    cMapUrl: fileURLToPath(new URL('./cmaps/', import.meta.url)),
    cMapPacked: true,
  }).catch(explain);
  if (pdf.numPages > limits.pages) refuseFile('too-many-pages', pdf.numPages, limits.pages);
  if (pdf.numPages < 1) refuseFile('damaged', 'no pages');
  return pdf;
}

function explain(error: unknown): never {
  if (error instanceof Error && error.name === 'PasswordException') return refuseFile('encrypted');
  if (error instanceof RangeError) throw error;
  return refuseFile('damaged', error instanceof Error ? error.message : null);
}
