import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libreOffice } from '../../../tests/tools.ts';
import { readSource, readSourceBuffer } from '../index.ts';
import { refused } from '../testing/refused.ts';
import { makeZip } from '../testing/zip.ts';

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name);
const bytesOf = (name: string): Buffer => readFileSync(fixture(name));

describe('before LibreOffice is asked', () => {
  test.each(['linjiang-plan.doc', 'linjiang-plan.odt', 'linjiang-plan.rtf'])(
    '%s: refused where there is none',
    async (name) => {
      await expect(readSource(fixture(name), { soffice: null })).rejects.toMatchObject({
        refusals: [{ code: 'needs-libreoffice', field: name, given: name.slice(name.lastIndexOf('.')) }],
      });
    },
  );

  const read = (name: string, bytes: Buffer): Promise<string> =>
    refused(readSourceBuffer(name, bytes, { soffice: null }));

  test('an old Word file that breaks off, goes in circles or has a password', async () => {
    const doc = bytesOf('linjiang-plan.doc');
    expect(await read('a.doc', doc.subarray(0, doc.length / 2))).toBe('truncated');
    expect(await read('a.doc', doc.subarray(0, 600))).toBe('truncated');
    const circular = Buffer.from(doc);
    const firstFat = (doc.readUInt32LE(76) + 1) * 512;
    const directory = doc.readUInt32LE(48);
    circular.writeUInt32LE(directory, firstFat + directory * 4);
    expect(await read('a.doc', circular)).toBe('damaged');
    const locked = Buffer.from(doc);
    const stream = doc.indexOf(Buffer.from('eca5', 'hex'));
    locked.writeUInt16LE(locked.readUInt16LE(stream + 10) | 0x0100, stream + 10);
    expect(await read('a.doc', locked)).toBe('encrypted');
  });

  test('an RTF that breaks off or nests without end; binary stretches are stepped over', async () => {
    const rtf = bytesOf('linjiang-plan.rtf');
    expect(await read('a.rtf', rtf.subarray(0, rtf.length - 200))).toBe('truncated');
    expect(await read('a.rtf', Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}`))).toBe('too-deep');
    expect(await read('a.rtf', Buffer.from('{\\rtf1 \\bin4 }}}} x\\}}'))).toBe('needs-libreoffice');
  });

  test('an ODT with entities, a password or without content', async () => {
    const odt = (parts: Readonly<Record<string, string>>): Buffer =>
      makeZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
        ...Object.entries(parts).map(([name, data]) => ({ name, data })),
      ]);
    expect(await read('a.odt', odt({ 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }))).toBe(
      'nested-entities',
    );
    expect(await read('a.odt', odt({ 'META-INF/manifest.xml': '<m><encryption-data/></m>', 'content.xml': '?' }))).toBe(
      'encrypted',
    );
    expect(await read('a.odt', odt({ 'styles.xml': '<x/>' }))).toBe('damaged');
  });
});

const office = libreOffice();

describe.skipIf(office.path === null)('through LibreOffice (apt-get install libreoffice-writer)', () => {
  test.each(['doc', 'odt', 'rtf'])('.%s says the same as the docx', async (extension) => {
    const expected = await readSource(fixture('linjiang-plan.docx'));
    const source = await readSource(fixture(`linjiang-plan.${extension}`));
    expect(source.format).toBe(extension);
    expect(source.text).toBe(expected.text);
    expect(source.tables).toEqual(expected.tables);
  });

  test('.wps with the content of an old Word file, and of a docx', async () => {
    const expected = await readSource(fixture('linjiang-plan.docx'));
    const old = await readSourceBuffer('方案.wps', bytesOf('linjiang-plan.doc'));
    const packaged = await readSourceBuffer('方案.wps', bytesOf('linjiang-plan.docx'));
    expect(old).toEqual({ ...expected, format: 'wps' });
    expect(packaged).toEqual({ ...expected, format: 'wps' });
  });

  test('what LibreOffice cannot load is refused', async () => {
    const doc = bytesOf('linjiang-plan.doc');
    const stream = doc.indexOf(Buffer.from('eca5', 'hex'));
    doc.fill(0x5a, stream, stream + 2000);
    expect(await refused(readSourceBuffer('a.doc', doc))).toMatch(/^(?:conversion-failed|empty|encrypted)$/);
  });

  test('a file that the document links to is not read into it', async () => {
    const rtf = `{\\rtf1\\ansi {\\field{\\*\\fldinst INCLUDETEXT "${fixture('linjiang-plan.html')}"}{\\fldrslt \\u20020?}}\\u25991?\\par}`;
    const { text } = await readSourceBuffer('a.rtf', Buffer.from(rtf));
    expect(text).not.toContain('绿色食品');
  });
});
