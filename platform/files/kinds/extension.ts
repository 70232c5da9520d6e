import type { SourceFormat } from '../../../src/document/index.ts';
import { refuseFile } from '../refusals.ts';
import { detectKind, type Kind } from './signature.ts';

const formats: Readonly<Record<string, SourceFormat>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.doc': 'doc',
  '.wps': 'wps',
  '.odt': 'odt',
  '.rtf': 'rtf',
};

/** The extensions that can be read, with their dot, for the upload page and for help. */
export const acceptedExtensions: readonly string[] = Object.keys(formats);

/**
 * Which contents each format may have. WPS Writer saves `.wps` as an old Word file or as a docx package. A compound
 * file that names no Word stream may be one that broke off: it is looked over before LibreOffice gets it.
 */
const contents: Readonly<Record<SourceFormat, readonly Kind[]>> = {
  txt: ['text'],
  md: ['text'],
  html: ['html', 'text'],
  docx: ['docx', 'docm', 'encrypted-office'],
  pdf: ['pdf'],
  doc: ['doc', 'ole'],
  wps: ['doc', 'ole', 'docx'],
  odt: ['odt'],
  rtf: ['rtf'],
};

/** The extension of a file name in lower case with its dot, or an empty string. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot).toLowerCase();
}

/** The format that the name promises; refuses names that promise none that we read (`unsupported`). */
export function formatByName(name: string): SourceFormat {
  const extension = extensionOf(name);
  return formats[extension] ?? refuseFile('unsupported', extension, acceptedExtensions.join(' '));
}

/**
 * Compares what the name promises with what the file is. Refuses a file that is something else (`wrong-extension`,
 * given the extension, limit the kind it really is), password-protected Office files and files with macros.
 */
export function agreeOnKind(name: string, format: SourceFormat, bytes: Uint8Array): Kind {
  const kind = detectKind(bytes);
  const asDocx = format === 'docx' || format === 'wps';
  if (kind === 'encrypted-office' && (asDocx || format === 'doc')) refuseFile('encrypted');
  if (kind === 'docm' && asDocx) refuseFile('macros');
  // A package that breaks off has lost its directory: say so, rather than that it is no Word file.
  if (kind === 'zip' && (asDocx || format === 'odt') && !hasZipDirectory(bytes)) refuseFile('truncated');
  if (!contents[format].includes(kind)) refuseFile('wrong-extension', extensionOf(name), kind);
  return kind;
}

const hasZipDirectory = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('PK\x05\x06', 0, 'latin1');
