import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { evidenceName, evidenceType } from './evidence.ts';
import { makeZip } from './testing/zip.ts';

const MB = 1024 * 1024;
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const outcome = (content: Buffer, name = '照片.jpg'): string => {
  try {
    const { kind, mediaType } = evidenceType(name, content, MB);
    return `${kind} ${mediaType}`;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals.map(({ code }) => code).join(' ');
    throw error;
  }
};

describe('by its content, whatever its name', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n....', 'photo image/png'],
    ['\xff\xd8\xff\xe0..JFIF', 'photo image/jpeg'],
    ['RIFF1234WEBPVP8 ', 'photo image/webp'],
    ['%PDF-1.7\n', 'paper application/pdf'],
  ])('%j is %s', (content, kind) => {
    expect(outcome(bytes(content))).toBe(kind);
  });

  test.each([
    ['<html><script>alert(1)</script></html>', 'evidence-kind'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'evidence-kind'],
    ['MZ\x90\0program', 'evidence-kind'],
    ['GIF89a', 'evidence-kind'],
    ['RIFF1234WAVEfmt ', 'evidence-kind'],
    ['\0\0\0\x18ftypheic....', 'photo-sealed'],
    ['\0\0\0\x24ftypmif1....', 'photo-sealed'],
    ['\0\0\0\x20ftypavif....', 'photo-sealed'],
    ['\0\0\0\x20ftypmp42....', 'evidence-kind'],
    ['', 'empty'],
    ['plain words', 'evidence-kind'],
  ])('%j is refused', (content, code) => {
    expect(outcome(bytes(content))).toBe(code);
  });

  test('an Office file is taken, with macros or as a mere archive it is not', () => {
    expect(outcome(makeZip([{ name: 'word/document.xml', data: '<a/>' }]))).toMatch(/^paper .*wordprocessingml/u);
    expect(outcome(makeZip([{ name: 'xl/workbook.xml', data: '<a/>' }]))).toMatch(/^paper .*spreadsheetml/u);
    expect(
      outcome(
        makeZip([
          { name: 'xl/workbook.xml', data: '<a/>' },
          { name: 'xl/vbaProject.bin', data: 'x' },
        ]),
      ),
    ).toBe('macros');
    expect(outcome(makeZip([{ name: 'a.txt', data: 'a' }]))).toBe('evidence-kind');
  });

  test('one that is too large says how large', () => {
    const large = Buffer.concat([bytes('%PDF-1.7\n'), Buffer.alloc(MB)]);
    expect(outcome(large)).toBe('too-large');
  });
});

test('the name is made harmless and ends as the content says', () => {
  expect(evidenceName('../../etc/现场 照片.PHP', { extension: 'jpg' })).toBe('现场 照片.jpg');
  expect(evidenceName('C:\\a\\合同.pdf', { extension: 'pdf' })).toBe('合同.pdf');
  expect(evidenceName('\u202egpj.exe', { extension: 'png' })).toBe('gpj.png');
  expect(evidenceName('', { extension: 'png' })).toBe('材料.png');
  expect(evidenceName('长'.repeat(300), { extension: 'pdf' })).toHaveLength(124);
});
