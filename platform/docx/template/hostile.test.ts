import { describe, expect, test } from 'vitest';
import { makeZip, type ZipEntry } from '../../files/testing/zip.ts';
import { checkTemplate, type Field } from '../index.ts';
import { cut, makeTemplate, templateEntries } from '../testing/template.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const fields: readonly Field[] = [{ name: '标题', kind: 'text' }];
const body = cut('{标题}');
const relation = (type: string, target: string, mode = ''): string =>
  `<Relationship Id="x" Type="${OFFICE}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
const withEntries = (...entries: ZipEntry[]): Buffer => makeTemplate(body, { entries });
const withDocument = (xml: string): Buffer =>
  makeZip(templateEntries('').map((entry) => (entry.name === 'word/document.xml' ? { ...entry, data: xml } : entry)));
const field = (words: string): string => `<w:p><w:r><w:instrText>${words}</w:instrText></w:r></w:p>`;

describe('hostile templates are refused before anything of them is used', () => {
  test.each([
    ['no package at all', () => Buffer.from('%PDF-1.7'), 'template-not-docx'],
    ['nothing', () => Buffer.alloc(0), 'template-not-docx'],
    ['an empty package', () => makeZip([{ name: 'a.txt', data: 'x' }]), 'template-not-docx'],
    [
      'eleven megabytes',
      () => Buffer.concat([Buffer.from('PK'), Buffer.alloc(11 * 1024 * 1024)]),
      'template-too-large',
    ],
    ['broken off', () => makeTemplate(body).subarray(0, -40), 'truncated'],
    ['macros by their part', () => withEntries({ name: 'word/vbaProject.bin', data: 'x' }), 'macros'],
    [
      'macros by the type of the file (docm)',
      () => makeTemplate(body, { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'macros',
    ],
    [
      'a template file of Word (dotx)',
      () =>
        makeTemplate(body, {
          mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
        }),
      'template-not-docx',
    ],
    ['an embedded workbook', () => withEntries({ name: 'word/embeddings/a.xlsx', data: 'x' }), 'template-embedded'],
    [
      'an embedded object',
      () => withEntries({ name: 'word/embeddings/oleObject1.bin', data: 'x' }),
      'template-embedded',
    ],
    ['a control', () => withEntries({ name: 'word/activeX/activeX1.xml', data: '<x/>' }), 'template-embedded'],
    ['another file as its text', () => withEntries({ name: 'word/afchunk.mht', data: 'x' }), 'template-embedded'],
    ['an object in the text', () => makeTemplate('<w:p><w:r><w:object/></w:r></w:p>'), 'template-embedded'],
    [
      'another file as a chapter',
      () => makeTemplate('<w:altChunk r:id="x"/>', { relations: relation('aFChunk', 'a.html') }),
      'template-embedded',
    ],
    [
      'a picture from elsewhere',
      () => makeTemplate(body, { relations: relation('image', 'http://127.0.0.1/a.png', 'External') }),
      'template-external',
    ],
    [
      'a template from elsewhere',
      () => makeTemplate(body, { relations: relation('attachedTemplate', 'file:///c:/a.dotm', 'External') }),
      'template-external',
    ],
    [
      'a link that does not say that it leads out',
      () => makeTemplate(body, { relations: relation('image', '\\\\server\\share\\a.png') }),
      'template-external',
    ],
    ['a field that fetches a picture', () => makeTemplate(field(' INCLUDEPICTURE "http://a/b" ')), 'template-external'],
    [
      'a field that starts a program, its name cut in two',
      () =>
        makeTemplate(
          '<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\a</w:instrText></w:r></w:p>',
        ),
      'template-external',
    ],
    [
      'a simple field that does so',
      () => makeTemplate('<w:p><w:fldSimple w:instr="LINK a"/></w:p>'),
      'template-external',
    ],
    [
      'entities in the text',
      () => withDocument('<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'),
      'nested-entities',
    ],
    [
      'entities in a part that nothing shows',
      () => withEntries({ name: 'customXml/item1.xml', data: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' }),
      'nested-entities',
    ],
    ['XML that is not well formed', () => withDocument('<w:document><w:body></w:document>'), 'damaged'],
    ['elements within elements without end', () => makeTemplate('<w:sdt>'.repeat(3000)), 'too-deep'],
    ['a bomb of zeros', () => withEntries({ name: 'word/media/a.png', data: Buffer.alloc(40_000_000) }), 'zip-bomb'],
    [
      'half a million paragraphs',
      () => makeTemplate(Array.from({ length: 420_000 }, (_, at) => `<w:p w:a="${(at * 7919) % 99_991}"/>`).join('')),
      'too-many-elements',
    ],
    ['a path out of the package', () => withEntries({ name: '../../etc/x', data: 'x' }), 'unsafe-entry'],
    ['an encrypted part', () => makeZip(templateEntries(body).map((entry) => ({ ...entry, flags: 1 }))), 'encrypted'],
  ] as const)('%s', async (_, make, code) => {
    expect((await checkTemplate(make(), fields)).map((each) => each.code)).toEqual([code]);
  });

  test('a hundred thousand fields, braces and lists within lists are judged in time', async () => {
    const many = await checkTemplate(makeTemplate(cut('{标题}').repeat(20_000)), fields);
    expect(many).toEqual([]);
    const braces = await checkTemplate(makeTemplate(cut('{'.repeat(50_000))), fields);
    expect(new Set(braces.map((each) => each.code))).toEqual(new Set(['template-brace']));
    expect(braces.length).toBeLessThanOrEqual(100);
    const nested = await checkTemplate(makeTemplate(cut('{#标题}').repeat(3000)), fields);
    expect(nested.length).toBeGreaterThan(1);
  });

  test('fields of Word that stay in the document are left alone', async () => {
    const sound = [' PAGE ', ' TOC \\o "1-3" \\h ', ' HYPERLINK \\l "_Toc1" ', ' DATE \\@ "yyyy年M月d日" ']
      .map(field)
      .join('');
    expect(await checkTemplate(makeTemplate(sound), fields)).toEqual([]);
  });

  test('a sound template is still taken after all that', async () => {
    expect(await checkTemplate(makeTemplate(body), fields)).toEqual([]);
  });
});
