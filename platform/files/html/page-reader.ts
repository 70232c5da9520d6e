import { type Block, line } from '../print/blocks.ts';
import { cleanText } from '../print/clean.ts';
import { LineBuffer } from './line-buffer.ts';
import type { PageWeight } from './page-weight.ts';
import { textOf } from './page-weight.ts';
import { attributeOf, childrenNamed, type Element, isElement, type ParentNode } from './parse-html.ts';
import { isLayout, rowsOf, tableBlock } from './table-element.ts';

/** Elements that begin and end on a line of their own. */
const blockElements: ReadonlySet<string> = new Set(
  (
    'address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Reads the document part of a page into blocks. */
export class PageReader {
  readonly #weight: PageWeight;
  #blocks: Block[] = [];
  #line = new LineBuffer();
  #label = '';

  constructor(weight: PageWeight) {
    this.#weight = weight;
  }

  read(node: ParentNode): Block[] {
    this.#children(node);
    this.#endLine();
    return this.#blocks;
  }

  #children(node: ParentNode): void {
    for (const child of node.childNodes) {
      if (isElement(child)) this.#element(child);
      else if (child.nodeName === '#text' && 'value' in child) this.#line.add(child.value);
    }
  }

  #element(element: Element): void {
    if (this.#weight.isSkipped(element)) return;
    if (element.tagName === 'br') this.#endLine();
    else if (!blockElements.has(element.tagName)) this.#children(element);
    else {
      this.#endLine();
      this.#block(element);
      this.#endLine();
    }
  }

  #block(element: Element): void {
    if (element.tagName === 'table') this.#table(element);
    else if (element.tagName === 'pre') this.#preformatted(element);
    else if (element.tagName === 'ol') this.#ordered(element);
    else this.#children(element);
  }

  #table(table: Element): void {
    for (const caption of childrenNamed(table, 'caption')) this.#element(caption);
    if (isLayout(table)) for (const row of rowsOf(table)) this.#children(row);
    else this.#blocks.push(tableBlock(table, (cell) => new PageReader(this.#weight).read(cell)));
  }

  #preformatted(element: Element): void {
    for (const each of textOf(element).split(/\r\n?|\n/)) this.#blocks.push(line(cleanText(each)));
  }

  /** Prints the numbers that a browser makes, unless the items carry written ones. */
  #ordered(list: Element): void {
    const written = /^\s*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）、.．]|第.{1,4}条)/;
    const items = childrenNamed(list, 'li');
    const isWritten = items.some((item) => written.test(textOf(item)));
    let order = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) || 1;
    for (const item of items) {
      if (this.#weight.isSkipped(item)) continue;
      this.#endLine();
      // The number waits for the first line of the item, which may be a paragraph of its own.
      if (!isWritten) this.#label = `${order}. `;
      this.#children(item);
      this.#endLine();
      this.#label = '';
      order += 1;
    }
  }

  #endLine(): void {
    const isBlank = this.#line.isBlank;
    const text = this.#line.take();
    if (isBlank) return;
    this.#blocks.push(line(this.#label + text));
    this.#label = '';
  }
}
