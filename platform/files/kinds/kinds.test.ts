import { describe, expect, test } from 'vitest';
import { acceptedExtensions, readSourceBuffer } from '../index.ts';
import { makeDocx, paragraph } from '../testing/docx.ts';
import { pdfWithPages, show } from '../testing/pdf.ts';
import { refused } from '../testing/refused.ts';
import { makeZip } from '../testing/zip.ts';
import { extensionOf } from './extension.ts';
import { detectKind } from './signature.ts';

const docx = makeDocx(paragraph('正文'));
const pdf = pdfWithPages([show('临江市人民政府关于航运的通知', 72, 700)]);
const ole = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(2000),
  ]);

describe('what a file is by its content', () => {
  test.each([
    ['docx', docx],
    ['pdf', pdf],
    ['xlsx', makeZip([{ name: 'xl/workbook.xml', data: '<x/>' }])],
    [
      'docm',
      makeZip([
        { name: 'word/document.xml', data: '<x/>' },
        { name: 'word/vbaProject.bin', data: 'x' },
      ]),
    ],
    ['odt', makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }])],
    ['ods', makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }])],
    ['ofd', makeZip([{ name: 'OFD.xml', data: '<x/>' }])],
    ['zip', makeZip([{ name: 'a.txt', data: 'a' }])],
    ['doc', ole('WordDocument')],
    ['xls', ole('Workbook')],
    ['encrypted-office', ole('EncryptedPackage')],
    ['rtf', Buffer.from('{\\rtf1\\ansi x}')],
    ['html', Buffer.from('\uFEFF\n<!DOCTYPE html><p>')],
    ['html', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>')],
    ['word-xml', Buffer.from('<?xml version="1.0"?><pkg:package xmlns:pkg="x">')],
    ['mht', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n')],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['archive', Buffer.from("7z\xbc\xaf'\x1c", 'latin1')],
    ['text', Buffer.from('临江市 <html> 在正文里')],
  ])('%s', (kind, bytes) => {
    expect(detectKind(bytes)).toBe(kind);
  });
});

describe('a name that promises something else', () => {
  test.each([
    ['方案.docx', pdf, 'wrong-extension'],
    ['方案.pdf', docx, 'wrong-extension'],
    ['方案.txt', docx, 'wrong-extension'],
    ['方案.txt', pdf, 'wrong-extension'],
    ['方案.md', Buffer.from('{\\rtf1 x}'), 'wrong-extension'],
    ['方案.docx', makeZip([{ name: 'xl/workbook.xml', data: '<x/>' }]), 'wrong-extension'],
    ['方案.docx', makeZip([{ name: 'a.txt', data: 'a' }]), 'wrong-extension'],
    ['方案.docx', ole('WordDocument'), 'wrong-extension'],
    ['方案.doc', docx, 'wrong-extension'],
    ['方案.doc', Buffer.from('<html><body>另存的网页</body></html>'), 'wrong-extension'],
    ['方案.docx', ole('EncryptedPackage'), 'encrypted'],
    ['方案.html', Buffer.from('89504e470d0a1a0a', 'hex'), 'wrong-extension'],
    ['方案.xlsx', Buffer.from('x'), 'unsupported'],
    ['方案', Buffer.from('x'), 'unsupported'],
    ['方案.docx', docx.subarray(0, docx.length - 60), 'truncated'],
    ['方案.docx', Buffer.from('PK\x03\x04'), 'truncated'],
    ['方案.pdf', Buffer.alloc(4000), 'wrong-extension'],
  ])('%s', async (name, bytes, code) => {
    expect(await refused(readSourceBuffer(name, bytes))).toBe(code);
  });

  test('the refusal names the file, the extension and the real kind', async () => {
    await expect(readSourceBuffer('目录/方案.DOCX', pdf)).rejects.toMatchObject({
      refusals: [{ code: 'wrong-extension', field: '方案.DOCX', given: '.docx', limit: 'pdf' }],
    });
  });
});

test('extensions', () => {
  expect(extensionOf('C:\\文件夹.v2\\方案.TXT')).toBe('.txt');
  expect(extensionOf('/a.b/方案')).toBe('');
  expect(acceptedExtensions).toContain('.wps');
});
