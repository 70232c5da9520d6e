import { limits } from '../limits.ts';
import type { XmlHandler, XmlTag } from '../package/read-xml.ts';
import { type Block, line } from '../print/blocks.ts';
import { cleanText } from '../print/clean.ts';
import { refuseFile } from '../refusals.ts';
import type { ListCounter } from './list-counter.ts';
import { isOn, isUnprinted, ParagraphText, signOf } from './run-text.ts';
import { type Membership, membershipOf, type Styles } from './styles.ts';
import { TableBuilder } from './table-builder.ts';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATH = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const VML = 'urn:schemas-microsoft-com:vml';

interface Paragraph extends Membership {
  readonly text: ParagraphText;
  style: string | null;
  /** The paragraph mark is a tracked deletion: what follows belongs to the same paragraph. */
  joinsNext: boolean;
  /** Text boxes anchored in it, printed after it. */
  readonly boxes: Block[];
}

export interface Note {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/**
 * Turns the events of `document.xml` (or of the notes) into blocks: insertions kept and deletions dropped, results of
 * fields without their instructions, labels of automatic numbering, text boxes after the paragraph they hang on.
 */
export class BodyReader implements XmlHandler {
  readonly blocks: Block[] = [];
  /** Notes in the order in which the text refers to them. */
  readonly references: Note[] = [];
  /** Blocks of each note, when the part read is one of notes. */
  readonly notes = new Map<string, Block[]>();

  readonly #styles: Styles;
  readonly #lists: ListCounter;
  readonly #path: string[] = [];
  readonly #containers: Block[][] = [this.blocks];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: TableBuilder[] = [];
  readonly #fields: ('instruction' | 'result')[] = [];
  readonly #hiddenRuns: boolean[] = [];
  #carried = '';
  #lines = 0;
  /** Depth below the element whose content is not printed; 0 outside one. */
  #skipping = 0;
  #inText = false;

  constructor(styles: Styles, lists: ListCounter) {
    this.#styles = styles;
    this.#lists = lists;
  }

  open(tag: XmlTag): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(tag.local);
    if (this.#skipping > 0) this.#skipping += 1;
    else if (WORD.has(tag.uri)) this.#openWord(tag, parent);
    else if (MATH.has(tag.uri) && tag.local === 't') this.#inText = true;
    else if (tag.uri === COMPATIBILITY && tag.local === 'Fallback') this.#skipping = 1;
    else if (tag.uri === VML && tag.local === 'textpath') this.#wordArt(tag.attribute('string') ?? '');
  }

  close(local: string, uri: string): void {
    this.#path.pop();
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (WORD.has(uri)) this.#closeWord(local);
    else if (MATH.has(uri)) this.#inText = false;
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#print(text);
  }

  #openWord(tag: XmlTag, parent: string): void {
    if (tag.local === 'del' && parent === 'rPr') this.#deletedMark();
    else if (tag.local === 'del' && parent === 'trPr') this.#tables.at(-1)?.deleteRow();
    if (isUnprinted(tag.local)) this.#skipping = 1;
    else if (parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(tag);
    else if (parent === 'tcPr' || parent === 'trPr') this.#cellProperty(tag);
    else this.#openContent(tag, parent);
  }

  #openContent(tag: XmlTag, parent: string): void {
    switch (tag.local) {
      case 'p':
        this.#beginParagraph();
        break;
      case 'r':
        this.#hiddenRuns.push(false);
        break;
      case 'vanish':
        if (parent === 'rPr' && this.#path.at(-3) === 'r')
          this.#hiddenRuns[this.#hiddenRuns.length - 1] = isOn(tag.attribute('val'));
        break;
      case 't':
        this.#inText = true;
        break;
      case 'fldChar':
        this.#field(tag.attribute('fldCharType'));
        break;
      case 'lastRenderedPageBreak':
        this.#paragraphs.at(-1)?.text.turnPage();
        break;
      case 'tbl':
        this.#tables.push(new TableBuilder());
        break;
      case 'tr':
        this.#tables.at(-1)?.beginRow();
        break;
      case 'tc':
        this.#containers.push(this.#tables.at(-1)?.beginCell() ?? []);
        break;
      case 'txbxContent':
        this.#containers.push(this.#paragraphs.at(-1)?.boxes ?? this.#container());
        break;
      case 'footnote':
      case 'endnote':
        this.#containers.push([]);
        this.notes.set(tag.attribute('id') ?? '', this.#container());
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.references.push({
          kind: tag.local === 'footnoteReference' ? 'footnote' : 'endnote',
          id: tag.attribute('id') ?? '',
        });
        break;
      default:
        if (parent === 'r') this.#print(signOf(tag) ?? '');
    }
  }

  #closeWord(local: string): void {
    if (local === 't') this.#inText = false;
    else if (local === 'r') this.#hiddenRuns.pop();
    else if (local === 'p') this.#endParagraph();
    else if (local === 'tbl') {
      const table = this.#tables.pop();
      if (table !== undefined) this.#container().push(table.finish());
    } else if (local === 'tc' || local === 'txbxContent' || local === 'footnote' || local === 'endnote') {
      if (this.#containers.length > 1) this.#containers.pop();
    }
  }

  #paragraphProperty(tag: XmlTag): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (tag.local === 'pStyle') paragraph.style = tag.attribute('val');
    else if (tag.local === 'numId') paragraph.listId = tag.attribute('val');
    else if (tag.local === 'ilvl') paragraph.level = Number(tag.attribute('val')) || 0;
  }

  #cellProperty(tag: XmlTag): void {
    const table = this.#tables.at(-1);
    if (tag.local === 'gridSpan') table?.spanColumns(Number(tag.attribute('val')) || 1);
    else if (tag.local === 'vMerge') table?.mergeDown(tag.attribute('val'));
    else if (tag.local === 'gridBefore') table?.skipColumns(Number(tag.attribute('val')) || 0);
  }

  #deletedMark(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined && this.#path.at(-3) === 'pPr') paragraph.joinsNext = true;
  }

  #beginParagraph(): void {
    const text = new ParagraphText();
    if (this.#carried !== '') text.add(this.#carried);
    this.#carried = '';
    this.#paragraphs.push({ text, style: null, listId: null, level: null, joinsNext: false, boxes: [] });
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    // An instruction that was never closed must not swallow the rest of the document.
    this.#fields.forEach((part, at) => {
      if (part === 'instruction') this.#fields[at] = 'result';
    });
    if (paragraph.joinsNext) this.#carried = paragraph.text.toString();
    else this.#printLine(paragraph);
    this.#container().push(...paragraph.boxes);
  }

  #printLine(paragraph: Paragraph): void {
    const item = membershipOf(this.#styles, paragraph, paragraph.style);
    const level = item === null ? 0 : (item.level ?? this.#lists.levelOfStyle(item.listId, item.namedBy ?? ''));
    const label = item === null ? '' : this.#lists.next(item.listId, level);
    const breaks = paragraph.text.pageBreaks.map((place) => (place === 0 ? 0 : place + label.length));
    this.#lines += 1;
    if (this.#lines > limits.lines) refuseFile('too-many-lines', this.#lines, limits.lines);
    this.#container().push(line(label + paragraph.text.toString(), breaks));
  }

  #wordArt(text: string): void {
    if (text.trim() !== '') this.#paragraphs.at(-1)?.boxes.push(line(cleanText(text)));
  }

  #field(type: string | null): void {
    if (type === 'begin') this.#fields.push('instruction');
    else if (type === 'end') this.#fields.pop();
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = 'result';
  }

  #print(text: string): void {
    if (text === '' || this.#fields.includes('instruction') || this.#hiddenRuns.at(-1) === true) return;
    this.#paragraphs.at(-1)?.text.add(cleanText(text));
  }

  #container(): Block[] {
    return this.#containers.at(-1) ?? this.blocks;
  }
}
