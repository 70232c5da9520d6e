import { mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSource, readSourceBuffer } from './index.ts';
import { docxEntries, makeDocx, paragraph } from './testing/docx.ts';
import { makePdf, pdfWithPages, show, stream } from './testing/pdf.ts';
import { refused } from './testing/refused.ts';
import { makeZip } from './testing/zip.ts';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const withDocument = (xml: string): Buffer =>
  makeZip(docxEntries('').map((entry) => (entry.name === 'word/document.xml' ? { ...entry, data: xml } : entry)));

const laughs = `<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈">${Array.from({ length: 12 }, (_, i) => {
  const below = `&${String.fromCharCode(97 + i)};`;
  return `<!ENTITY ${String.fromCharCode(98 + i)} "${below.repeat(10)}">`;
}).join('')}]><w:document ${NAMESPACE}><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>`;

const body = paragraph('临江市人民政府关于航运的通知');

describe('hostile Word files', () => {
  test.each([
    [
      'a bomb of zeros',
      () => makeZip([...docxEntries(body), { name: 'word/media/a.bin', data: Buffer.alloc(60_000_000) }]),
      'zip-bomb',
    ],
    [
      'many parts that are large together',
      () =>
        makeZip([
          ...docxEntries(body),
          ...Array.from({ length: 30 }, (_, i) => ({ name: `word/media/${i}.bin`, data: Buffer.alloc(4_900_000) })),
        ]),
      'zip-bomb',
    ],
    [
      'entries that share their bytes',
      () =>
        makeZip([
          ...docxEntries(body),
          ...Array.from({ length: 50 }, (_, i) => ({
            name: `word/media/${i}`,
            data: Buffer.alloc(1000),
            sharesWith: 0,
          })),
        ]),
      'zip-bomb',
    ],
    [
      'a part that declares less than it holds',
      () => makeZip(docxEntries(paragraph('长'.repeat(1e6))).map((entry) => ({ ...entry, declaredSize: 100 }))),
      'zip-bomb',
    ],
    [
      'ten thousand entries',
      () =>
        makeZip([...docxEntries(body), ...Array.from({ length: 10_000 }, (_, i) => ({ name: `a/${i}`, data: '' }))]),
      'too-many-entries',
    ],
    [
      'a path out of the package',
      () => makeZip([...docxEntries(body), { name: '../../../etc/cron.d/x', data: 'x' }]),
      'unsafe-entry',
    ],
    ['an absolute path', () => makeZip([...docxEntries(body), { name: '/etc/passwd', data: 'x' }]), 'unsafe-entry'],
    [
      'two documents of one name',
      () => makeZip([...docxEntries(body), { name: 'word/document.xml', data: '<x/>' }]),
      'duplicate-entry',
    ],
    ['an encrypted entry', () => makeZip(docxEntries(body).map((entry) => ({ ...entry, flags: 1 }))), 'encrypted'],
    ['entities that define each other', () => withDocument(laughs), 'nested-entities'],
    [
      'an external entity',
      () =>
        withDocument(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document ${NAMESPACE}>&f;</w:document>`),
      'nested-entities',
    ],
    ['XML that is not well formed', () => withDocument(`<w:document ${NAMESPACE}><w:body></w:p>`), 'damaged'],
    ['elements nested 100 000 deep', () => makeDocx('<w:sdt>'.repeat(100_000)), 'too-deep'],
    ['two million paragraphs', () => makeDocx('<w:p/>'.repeat(2_000_000)), 'zip-bomb'],
    [
      '300 000 paragraphs that differ',
      () =>
        makeDocx(
          Array.from({ length: 300_000 }, (_, i) => paragraph(((i * 2_654_435_761) >>> 0).toString(36))).join(''),
        ),
      'too-many-lines',
    ],
    ['macros', () => makeZip([...docxEntries(body), { name: 'word/vbaProject.bin', data: 'x' }]), 'macros'],
    ['nothing but a frame', () => makeDocx('<w:p/>'), 'empty'],
    ['a package without a document', () => makeZip([{ name: 'word/documentation.txt', data: 'x' }]), 'wrong-extension'],
    ['a part that does not match its checksum', () => flipped(), 'damaged'],
    ['broken off in the directory', () => makeDocx(body).subarray(0, -30), 'truncated'],
    ['broken off in the middle', () => makeDocx(paragraph('长文'.repeat(5000))).subarray(0, 600), 'truncated'],
    [
      'noise after the head',
      () =>
        Buffer.concat([
          makeDocx(body).subarray(0, 200),
          Buffer.alloc(3000, 0x5a),
          Buffer.from('PK\x05\x06'),
          Buffer.alloc(18),
        ]),
      'wrong-extension',
    ],
    ['a directory beyond the end (zip64)', () => zip64Lie(), 'truncated'],
  ] as const)('%s', async (_, make, code) => {
    expect(await refused(readSourceBuffer('文件.docx', make()))).toBe(code);
  });

  /** One character of the text, stored unpacked, is another than the checksum was made of. */
  function flipped(): Buffer {
    const bytes = makeZip(docxEntries(paragraph('2025')).map((entry) => ({ ...entry, stored: true })));
    bytes[bytes.indexOf('2025') + 3] = 0x36;
    return bytes;
  }

  /** The directory claims to lie at an offset of 2^60, as only zip64 can say. */
  function zip64Lie(): Buffer {
    const honest = makeDocx(body);
    const end = honest.subarray(honest.length - 22);
    end.writeUInt32LE(0xffffffff, 16);
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(44n, 4);
    record.writeBigUInt64LE(3n, 32);
    record.writeBigUInt64LE(100n, 40);
    record.writeBigUInt64LE(1n << 60n, 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(honest.length - 22), 8);
    locator.writeUInt32LE(1, 16);
    return Buffer.concat([honest.subarray(0, -22), record, locator, end]);
  }
});

describe('hostile PDF files', () => {
  const sound = pdfWithPages([show('临江市人民政府关于渌江航运的通知', 72, 700)]);
  const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
  const page = (contents: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents ${contents} >>`;
  const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
  const packed = (content: Buffer): string => {
    const data = deflateSync(content).toString('latin1');
    return stream(data, '/Filter /FlateDecode');
  };

  test.each([
    ['broken off', () => sound.subarray(0, sound.length - 300), 'truncated'],
    ['nothing but a head', () => Buffer.from('%PDF-1.7\n%%EOF'), 'damaged'],
    [
      'pages that contain themselves',
      () => makePdf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
      'damaged',
    ],
    [
      'a count of a billion pages',
      () => makePdf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', page('4 0 R'), stream('')]),
      'empty',
    ],
    [
      'a stream that unpacks to 2 GB',
      () =>
        makePdf([
          catalog,
          onePage,
          page('4 0 R'),
          stream(
            deflateSync(deflateSync(Buffer.alloc(200_000_000))).toString('latin1'),
            '/Filter [/FlateDecode /FlateDecode]',
          ),
        ]),
      'damaged or memory-limit or empty',
    ],
    [
      'a form that draws itself',
      () =>
        makePdf([
          catalog,
          onePage,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>',
          stream('/X Do '.repeat(100)),
          stream(
            '/X Do '.repeat(100),
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
          ),
        ]),
      'empty or time-limit',
    ],
    [
      'ten million drawing operators',
      () => makePdf([catalog, onePage, page('4 0 R'), packed(Buffer.from('0 0 m 9 9 l S\n'.repeat(3_000_000)))]),
      'empty or time-limit or memory-limit',
    ],
    ['protected by a password', () => encrypted(), 'encrypted'],
  ] as const)('%s', async (_, make, codes) => {
    expect(codes.split(' or ')).toContain(await refused(readSourceBuffer('文件.pdf', make())));
  });

  /** An encryption dictionary whose keys fit no password. */
  function encrypted(): Buffer {
    const text = sound.toString('latin1');
    const key = 'a'.repeat(64);
    const entry = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -1 >> /ID [<00> <00>] /Root`;
    return Buffer.from(text.replace('/Root', entry), 'latin1');
  }
});

describe('files that are no documents', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jingwei-hostile-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('200 MB of nothing are refused by their size alone', async () => {
    const path = join(folder, '空洞.txt');
    openSync(path, 'w');
    truncateSync(path, 200 * 1024 * 1024);
    await expect(readSource(path)).rejects.toMatchObject({
      refusals: [{ code: 'too-large', field: '空洞.txt', given: 209_715_200, limit: 52_428_800 }],
    });
  });

  test.each([
    ['没有.txt', 'not-found'],
    ['.', 'unsupported'],
  ])('%s', async (name, code) => {
    expect(await refused(readSource(join(folder, name)))).toBe(code);
  });

  test('a folder with the name of a document', async () => {
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(folder, '文件夹.txt'));
    expect(await refused(readSource(join(folder, '文件夹.txt')))).toBe('not-a-file');
  });

  test.skipIf(process.platform !== 'linux')('a device (Linux only)', async () => {
    const { symlinkSync } = await import('node:fs');
    symlinkSync('/dev/zero', join(folder, '零.txt'));
    expect(await refused(readSource(join(folder, '零.txt')))).toBe('not-a-file');
  });

  test('a sound file is still read after all that', async () => {
    const path = join(folder, '好.docx');
    writeFileSync(path, makeDocx(body));
    expect((await readSource(path)).text).toBe('临江市人民政府关于航运的通知\n');
  });
});
