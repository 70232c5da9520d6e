import type { Package } from '../../files/package/open-package.ts';
import { readXml } from '../../files/package/read-xml.ts';
import type { Place } from './place.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A paragraph of a template with its whole text, however many runs Word cut it into. */
export interface TemplateParagraph {
  readonly text: string;
  readonly place: Place;
  /** The cell, text box or part it stands in; the same for all that stand side by side. */
  readonly container: string;
  /** The innermost table it stands in; empty outside of tables. */
  readonly table: string;
}

interface Spot {
  readonly table: number;
  row: number;
  column: number;
}

/** Paragraphs of one part in reading order. */
export async function readParagraphs(
  container: Package,
  name: string,
  part: Place['part'],
): Promise<readonly TemplateParagraph[]> {
  const found: TemplateParagraph[] = [];
  const spots: Spot[] = [];
  const open: { text: string; number: number }[] = [];
  let paragraphs = 0;
  let tables = 0;
  let boxes = 0;
  let boxNumber = 0;
  let inText = false;
  await readXml(container, name, {
    open({ uri, local }) {
      if (uri !== WORD) return;
      const spot = spots.at(-1);
      if (local === 'tbl') {
        tables += 1;
        spots.push({ table: tables, row: 0, column: 0 });
      } else if (local === 'tr' && spot !== undefined) {
        spot.row += 1;
        spot.column = 0;
      } else if (local === 'tc' && spot !== undefined) spot.column += 1;
      else if (local === 'txbxContent') {
        boxes += 1;
        boxNumber += 1;
      } else if (local === 'p') {
        if (spot === undefined) paragraphs += 1;
        open.push({ text: '', number: spot === undefined ? paragraphs : 0 });
      } else if (local === 't') inText = true;
      else if (local === 'br' || local === 'tab') append(' ');
    },
    close(local, uri) {
      if (uri !== WORD) return;
      if (local === 't') inText = false;
      else if (local === 'tbl') spots.pop();
      else if (local === 'txbxContent') boxes -= 1;
      else if (local === 'p') finish();
    },
    text(text) {
      if (inText) append(text);
    },
  });
  return found;

  function append(text: string): void {
    const paragraph = open.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  function finish(): void {
    const paragraph = open.pop();
    if (paragraph === undefined) return;
    const spot = spots.at(-1);
    const { table, row, column } = spot ?? { table: 0, row: 0, column: 0 };
    const cells = spots.map((each) => `${each.table}:${each.row}:${each.column}`).join('/');
    found.push({
      text: paragraph.text,
      container: `${name}|${boxes === 0 ? '' : boxNumber}|${cells}`,
      table: spot === undefined ? '' : `${name}|${table}`,
      place: {
        part,
        paragraph: paragraph.number,
        table,
        row,
        column,
        inTextBox: boxes > 0,
        words: paragraph.text.trim(),
      },
    });
  }
}
