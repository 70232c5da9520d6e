import type { SheetLine, SheetText } from '../../../src/kernel/index.ts';
import { limits } from '../limits.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { readXml, type XmlTag } from '../package/read-xml.ts';
import { refuseFile } from '../refusals.ts';
import { dayOf, readDayStyles } from './day-formats.ts';
import { readParts } from './parts.ts';
import { readStrings, textCollector } from './strings.ts';

/** What the cells of a workbook are read with. */
interface Legend {
  readonly strings: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly date1904: boolean;
}

/**
 * Reads the sheets of an .xlsx file as text, cell by cell as people see them: days as `2025-03-01`, truths as 是 and 否,
 * the last result of a formula. Reads as a stream what stands in cells and nothing else: validations, styles of empty
 * rows, drawings and links cost nothing. Refuses macros and more cells or text than `limits` allow.
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetText[]> {
  const container = await openPackage(bytes);
  const parts = await readParts(container);
  if (parts === null) return refuseFile('not-a-workbook');
  if (parts.macros) refuseFile('workbook-macros');
  const legend = {
    strings: await readStrings(container),
    dayStyles: await readDayStyles(container),
    date1904: parts.date1904,
  };
  const left = { cells: limits.sheetCells, text: limits.sheetText };
  const sheets: SheetText[] = [];
  for (const { name, part } of parts.sheets) sheets.push({ name, rows: await readRows(container, part, legend, left) });
  return sheets;
}

interface Left {
  cells: number;
  text: number;
}

async function readRows(container: Package, part: string, legend: Legend, left: Left): Promise<SheetLine[]> {
  const rows: SheetLine[] = [];
  const rich = textCollector();
  let row = 0;
  let cells: (string | null)[] = [];
  let at = -1;
  let tag: XmlTag | null = null;
  let plain = '';
  let inValue = false;
  const keep = (value: string | null): void => {
    if (value === null || value === '') return;
    left.cells -= 1;
    left.text -= value.length;
    if (left.cells < 0) refuseFile('too-many-cells', null, limits.sheetCells);
    if (left.text < 0) refuseFile('too-long', null, limits.sheetText);
    while (cells.length < at) cells.push(null);
    cells[at] = value;
  };
  await readXml(container, part, {
    open(opened) {
      rich.open(opened.local);
      if (opened.local === 'row') {
        row = Number(opened.attribute('r') ?? row + 1);
        cells = [];
        at = -1;
      } else if (opened.local === 'c') {
        at = columnOf(opened.attribute('r')) ?? at + 1;
        if (at >= limits.columns) refuseFile('too-many-cells', at + 1, limits.columns);
        tag = opened;
        plain = '';
        rich.clear();
      } else if (opened.local === 'v') inValue = true;
    },
    close(local) {
      rich.close(local);
      if (local === 'v') inValue = false;
      if (local === 'c' && tag !== null) keep(valueOfCell(tag, plain, rich.value(), legend));
      if (local === 'row' && cells.length > 0) rows.push({ row, cells });
    },
    text(text) {
      rich.add(text);
      if (inValue) plain += text;
    },
  });
  return rows;
}

function valueOfCell(
  tag: XmlTag,
  plain: string,
  rich: string,
  { strings, dayStyles, date1904 }: Legend,
): string | null {
  switch (tag.attribute('t')) {
    case 's':
      return strings[Number(plain)] ?? null;
    case 'inlineStr':
      return rich;
    case 'b':
      return plain === '1' ? '是' : '否';
    case 'str':
    case 'e':
      return plain;
    case 'd':
      return plain.slice(0, 10);
    default: {
      if (plain === '') return null;
      const day = dayStyles.has(Number(tag.attribute('s') ?? -1)) ? dayOf(Number(plain), date1904) : null;
      return day ?? figure(plain);
    }
  }
}

/** `1.38E10` as its digits; other numbers as they stand, since the digits of long ones matter. */
const figure = (plain: string): string =>
  /e/i.test(plain) && Number.isSafeInteger(Number(plain)) ? String(Number(plain)) : plain;

/** Column of a cell's name, from 0: `AB12` is 27. Null when the cell has no name. */
function columnOf(name: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(name ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}
