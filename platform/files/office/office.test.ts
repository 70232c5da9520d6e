import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
    expect(await read('a.rtf', Buffer.from(`{\\rtf1 ${'x\\par '.repeat(60_000)}}`))).toBe('too-many-lines');
    expect(await read('a.rtf', Buffer.from(`{\\rtf1 ${'\\b'.repeat(3_100_000)}}`))).toBe('too-many-elements');
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

  test('files and addresses that the document links to are left alone', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('外部内容');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { text } = await readSourceBuffer('链接.odt', linkedOdt(fixture('linjiang-plan.html'), address));
      expect(text).toMatch(/^正文第一段\n/);
      expect(text).not.toMatch(/绿色食品|外部内容/);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });
});

/** A document with sections linked to a file and to an address, and an image at that address. */
function linkedOdt(path: string, address: string): Buffer {
  const spaces = ['office', 'text', 'drawing', 'manifest']
    .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const section = (name: string, href: string): string =>
    `<text:section text:name="${name}"><text:section-source xlink:type="simple" xlink:href="${href}"/><text:p>原有</text:p></text:section>`;
  const image = `<text:p><draw:frame draw:name="i" text:anchor-type="as-char"><draw:image xlink:type="simple" xlink:href="${address}/a.png"/></draw:frame></text:p>`;
  const body = `<text:p>正文第一段</text:p>${section('a', `file://${path}`)}${section('b', `${address}/b.txt`)}${image}`;
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const type = 'application/vnd.oasis.opendocument.text';
  return makeZip([
    { name: 'mimetype', data: type, stored: true },
    {
      name: 'META-INF/manifest.xml',
      data: `<manifest:manifest ${spaces}>${entry('/', type)}${entry('content.xml', 'text/xml')}</manifest:manifest>`,
    },
    {
      name: 'content.xml',
      data: `<office:document-content ${spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ]);
}
