import { RefusalError } from '../../src/kernel/index.ts';
import { detectKind } from './kinds/signature.ts';

/** What people hand in to show something: photographs, scans and papers. Never opened by us; of photographs see `barePicture`. */
export type EvidenceKind = 'photo' | 'paper';

export interface EvidenceType {
  readonly kind: EvidenceKind;
  readonly mediaType: string;
  readonly extension: string;
}

const office = 'application/vnd.openxmlformats-officedocument';

const papers: Readonly<Partial<Record<ReturnType<typeof detectKind>, Omit<EvidenceType, 'kind'>>>> = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  docx: { mediaType: `${office}.wordprocessingml.document`, extension: 'docx' },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, extension: 'xlsx' },
  pptx: { mediaType: `${office}.presentationml.presentation`, extension: 'pptx' },
  doc: { mediaType: 'application/msword', extension: 'doc' },
  xls: { mediaType: 'application/vnd.ms-excel', extension: 'xls' },
  ofd: { mediaType: 'application/ofd', extension: 'ofd' },
};

const pictures: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/u],
  ['image/jpeg', /^\xff\xd8\xff/u],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/u],
];

/** Photographs of telephones whose place, time and machine lie anywhere in them: what we cannot take out we do not take in. */
const sealed = /^[\s\S]{4}ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/u;

/**
 * Tells by its content what a file is that shows something: a photograph (PNG, JPEG, WebP) or a paper (PDF, OFD, Office
 * without macros). Refuses an empty one, HEIC and AVIF (`photo-sealed`), one above `most` bytes, and whatever else it is (`evidence-kind`): web pages, SVG,
 * programs, archives, documents with macros.
 */
export function evidenceType(fileName: string, bytes: Buffer, most: number): EvidenceType {
  if (bytes.length === 0) throw new RefusalError({ code: 'empty', field: fileName });
  if (bytes.length > most)
    throw new RefusalError({ code: 'too-large', field: fileName, given: bytes.length, limit: most });
  const head = bytes.toString('latin1', 0, 16);
  const picture = pictures.find(([, magic]) => magic.test(head))?.[0];
  if (picture !== undefined)
    return { kind: 'photo', mediaType: picture, extension: picture.slice(6).replace('jpeg', 'jpg') };
  if (sealed.test(head)) throw new RefusalError({ code: 'photo-sealed', field: fileName });
  const paper = papers[detectKind(bytes)];
  // Old Office files keep macros in a storage of this name; it stands in clear in their directory.
  const hasMacros = bytes.includes('_VBA_PROJECT', 0, 'utf16le') || bytes.includes('vbaProject.bin', 0, 'latin1');
  if (paper === undefined || hasMacros)
    throw new RefusalError({ code: hasMacros ? 'macros' : 'evidence-kind', field: fileName });
  return { kind: 'paper', ...paper };
}

/** A name to save it under: without folders and signs that cannot be seen, with the ending that its content has. */
export function evidenceName(fileName: string, { extension }: Pick<EvidenceType, 'extension'>): string {
  const last = fileName.split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .trim()
    .slice(0, 120);
  return `${plain === '' ? '材料' : plain}.${extension}`;
}
