import type { SourceText } from '../../../src/document/index.ts';
import { readIsolated } from '../isolate/read-isolated.ts';
import type { Kind } from '../kinds/signature.ts';
import { refuseFile } from '../refusals.ts';
import { checkCompound } from './check-compound.ts';
import { checkRtf } from './check-rtf.ts';
import { convertToDocx } from './convert.ts';
import { findSoffice } from './find-soffice.ts';

/**
 * Reads `.doc`, `.wps`, `.odt` and `.rtf` by way of LibreOffice: the file is looked over first, converted to docx and
 * read as such. Refuses with `needs-libreoffice` where LibreOffice is not installed.
 */
export async function readThroughOffice(
  kind: Kind,
  bytes: Uint8Array,
  given: string | null | undefined,
): Promise<SourceText> {
  if (kind === 'odt') await readIsolated('check-odt', bytes);
  else if (kind === 'rtf') checkRtf(bytes);
  else checkCompound(bytes);
  const soffice = given === undefined ? findSoffice(process.env) : given;
  const extension = kind === 'ole' ? 'wps' : kind;
  if (soffice === null) return refuseFile('needs-libreoffice', `.${extension}`, 'LibreOffice');
  return readIsolated('docx', await convertToDocx(soffice, extension, bytes));
}
