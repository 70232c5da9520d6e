/** What a file is by its content, whatever its name says. */
export type Kind =
  | 'text'
  | 'html'
  | 'pdf'
  | 'docx'
  | 'docm'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'ofd'
  | 'zip'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'encrypted-office'
  | 'ole'
  | 'rtf'
  | 'word-xml'
  | 'mht'
  | 'image'
  | 'archive'
  | 'program';

const HEAD_BYTES = 4096;

const magics: readonly (readonly [Kind, string])[] = [
  ['rtf', '{\\rtf'],
  ['image', '\x89PNG\r\n'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['image', 'RIFF'],
  ['archive', "7z\xbc\xaf'\x1c"],
  ['archive', 'Rar!\x1a'],
  ['archive', '\x1f\x8b\x08'],
  ['archive', 'BZh'],
  ['archive', '\xfd7zXZ'],
  ['program', 'MZ\x90'],
  ['program', '\x7fELF'],
];

/** Names that stand in clear in the directory of a package, most telling first. */
const packageMarks: readonly (readonly [Kind, string])[] = [
  ['ofd', 'OFD.xml'],
  ['odt', 'mimetypeapplication/vnd.oasis.opendocument.text'],
  ['ods', 'mimetypeapplication/vnd.oasis.opendocument.'],
  ['docm', 'word/vbaProject.bin'],
  ['docx', 'word/document'],
  ['xlsx', 'xl/workbook'],
  ['pptx', 'ppt/presentation'],
];

/** Stream names in the directory of an old Office file, in UTF-16. */
const compoundMarks: readonly (readonly [Kind, string])[] = [
  ['encrypted-office', 'EncryptedPackage'],
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book\0'],
  ['ppt', 'PowerPoint Document'],
];

/** Tells by its first bytes, and for packages by the names inside, what a file really is; nothing is unpacked. */
export function detectKind(bytes: Uint8Array): Kind {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = whole.toString('latin1', 0, HEAD_BYTES);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return markedKind(whole, packageMarks, 'latin1') ?? 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return markedKind(whole, compoundMarks, 'utf16le') ?? 'ole';
  for (const [kind, magic] of magics) if (head.startsWith(magic)) return kind;
  return textKind(whole);
}

function markedKind(whole: Buffer, marks: typeof packageMarks, encoding: 'latin1' | 'utf16le'): Kind | null {
  return marks.find(([, mark]) => whole.includes(mark, 0, encoding))?.[0] ?? null;
}

function textKind(whole: Buffer): Kind {
  const encoding = whole[0] === 0xff && whole[1] === 0xfe ? 'utf16le' : 'latin1';
  const head = whole
    .toString(encoding, 0, HEAD_BYTES)
    .replace(/^(?:\xef\xbb\xbf|\uFEFF)/, '')
    .trimStart()
    .toLowerCase();
  if (/^<!doctype\s+html|^<html[\s>]/.test(head)) return 'html';
  if (head.startsWith('<?xml') || head.startsWith('<!--')) {
    if (/<!doctype\s+html|<html[\s>]/.test(head)) return 'html';
    if (head.includes('<pkg:package') || head.includes('<w:worddocument')) return 'word-xml';
  }
  if (/^mime-version:/.test(head) && /content-type:\s*multipart\/related/.test(head)) return 'mht';
  return 'text';
}
