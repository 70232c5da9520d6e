import type { SourceFormat, SourceText } from '../../../src/document/index.ts';
import { checkIsolated, readIsolated } from '../isolate/read-isolated.ts';
import type { Kind } from '../kinds/signature.ts';
import { refuseFile } from '../refusals.ts';
import { convertToDocx } from './convert.ts';
import { findSoffice } from './find-soffice.ts';

/**
 * Reads `.doc`, `.wps`, `.odt` and `.rtf` by way of LibreOffice: the file is looked over first, converted to docx and
 * read as such. Refuses with `needs-libreoffice` where LibreOffice is not installed.
 */
export async function readThroughOffice(
  format: SourceFormat,
  kind: Kind,
  bytes: Uint8Array,
  given: string | null | undefined,
): Promise<SourceText> {
  await checkIsolated(kind === 'odt' || kind === 'rtf' ? `check-${kind}` : 'check-compound', bytes);
  const soffice = given === undefined ? findSoffice(process.env) : given;
  if (soffice === null) return refuseFile('needs-libreoffice', `.${format}`, 'LibreOffice');
  return readIsolated('docx', await convertToDocx(soffice, kind === 'ole' ? format : kind, bytes));
}
