import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { readWorkbook } from '../read-workbook.ts';
import { refused } from '../testing/refused.ts';
import { makeZip, type ZipEntry } from '../testing/zip.ts';
import { dayOf } from './day-formats.ts';
import { readXlsx } from './read-xlsx.ts';

const rels =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const book = (attributes = '', pr = '') =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${pr}<sheets><sheet name="单位" sheetId="1" r:id="r1" ${attributes}/></sheets></workbook>`;
const sheet = (rows: string, more = '') =>
  `<worksheet xmlns="http://x"><sheetData>${rows}</sheetData>${more}</worksheet>`;
const entries = (rows: string, more: readonly ZipEntry[] = [], workbook = book()): ZipEntry[] => [
  { name: 'xl/workbook.xml', data: workbook },
  { name: 'xl/_rels/workbook.xml.rels', data: rels },
  { name: 'xl/worksheets/sheet1.xml', data: sheet(rows) },
  ...more,
];
const read = async (rows: string, more: readonly ZipEntry[] = [], workbook = book()) =>
  (await readXlsx(makeZip(entries(rows, more, workbook))))[0]?.rows.map(({ cells }) => cells);

describe('cells as people see them', () => {
  test('shared, rich and written texts, truths, results of formulas, errors', async () => {
    const strings = '<sst><si><t>临江</t></si><si><r><t>临</t></r><r><t>江市</t></r><rPh><t>りん</t></rPh></si></sst>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>写的</t></is></c></row>' +
      '<row r="4"><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>结果</v></c><c t="e"><v>#REF!</v></c><c><f>1+1</f><v>2</v></c><c/></row><row r="9"/>';
    expect(await read(rows, [{ name: 'xl/sharedStrings.xml', data: strings }])).toEqual([
      ['临江', '临江市', null, '写的'],
      ['是', '结果', '#REF!', '2'],
    ]);
  });

  test('numbers keep their digits, days are days by their style and by the year that the book counts from', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot;d&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const rows =
      '<row><c><v>13800001234</v></c><c><v>1.38E10</v></c><c><v>0.1</v></c><c s="1"><v>45717</v></c><c s="2"><v>45717.75</v></c><c s="3"><v>45717</v></c></row>';
    const more = [{ name: 'xl/styles.xml', data: styles }];
    expect(await read(rows, more)).toEqual([
      ['13800001234', '13800000000', '0.1', '2025-03-01', '2025-03-01', '45717'],
    ]);
    const of1904 = book('', '<workbookPr date1904="1"/>');
    expect((await read(rows, more, of1904))?.[0]?.[3]).toBe('2029-03-02');
    expect([dayOf(1, false), dayOf(59, false), dayOf(61, false), dayOf(0, false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      null,
    ]);
  });

  test('a sheet that only a program can show is passed over, one that a person hid is read', async () => {
    const rows = '<row><c t="str"><v>甲</v></c></row>';
    expect(await read(rows, [], book('state="veryHidden"'))).toBeUndefined();
    expect(await read(rows, [], book('state="hidden"'))).toEqual([['甲']]);
  });

  test('reads what exceljs writes', async () => {
    const workbook = new exceljs.Workbook();
    const written = workbook.addWorksheet('人员');
    written.addRow(['姓名', '日期', '数']);
    written.addRow(['市链办主任', new Date('2025-03-01T00:00:00Z'), 12.5]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await readWorkbook('人员.xlsx', bytes)).toEqual([
      {
        name: '人员',
        rows: [
          { row: 1, cells: ['姓名', '日期', '数'] },
          { row: 2, cells: ['市链办主任', '2025-03-01', '12.5'] },
        ],
      },
    ]);
  });
});

describe('hostile and wrong files', () => {
  const row = '<row><c t="str"><v>甲</v></c></row>';
  const code = (bytes: Uint8Array) => refused(readWorkbook('单位.xlsx', bytes));

  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['a text', () => Buffer.from('名称,类型'), 'not-a-workbook'],
    ['a package of another kind', () => makeZip([{ name: 'a.txt', data: 'xl/workbook' }]), 'not-a-workbook'],
    ['macros', () => makeZip(entries(row, [{ name: 'xl/vbaProject.bin', data: 'x' }])), 'workbook-macros'],
    [
      'declared entities',
      () => makeZip(entries(row, [{ name: 'xl/sharedStrings.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }])),
      'nested-entities',
    ],
    [
      'a bomb',
      () => makeZip(entries(row, [{ name: 'xl/sharedStrings.xml', data: Buffer.alloc(8_000_000) }])),
      'zip-bomb',
    ],
    [
      'a cell beyond every table',
      () => makeZip(entries('<row><c r="XFD1" t="str"><v>甲</v></c></row>')),
      'too-many-cells',
    ],
    ['half of a file', () => makeZip(entries(row)).subarray(0, 300), 'truncated'],
    ['broken XML', () => makeZip(entries('<row><c>')), 'damaged'],
  ])('%s is refused', async (_name, bytes, wanted) => {
    expect(await code(bytes())).toBe(wanted);
  });

  test('rules and formats over whole columns cost nothing', async () => {
    const rules =
      '<dataValidations>' +
      '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation>'.repeat(2000) +
      '</dataValidations>';
    const bytes = makeZip([...entries('').slice(0, 2), { name: 'xl/worksheets/sheet1.xml', data: sheet(row, rules) }]);
    expect((await readXlsx(bytes))[0]?.rows).toEqual([{ row: 1, cells: ['甲'] }]);
    expect(limits.sheetCells).toBeGreaterThan(1_000_000);
  });
});
