import type { XmlTag } from '../package/read-xml.ts';

/** Signs of the symbol fonts that stand in official documents, by their code in the font. */
const symbols: Readonly<Record<string, string>> = {
  F0FC: '√',
  F0FE: '☑',
  F052: '☑',
  F0A8: '□',
  F0A3: '□',
  F06F: '□',
  F071: '□',
  F06C: '●',
  F06E: '■',
  F075: '◆',
  F0B7: '·',
  F0D8: '➢',
};

/** Elements whose content is not printed: deletions, moved-away text, instructions, readings above characters, properties. */
const unprinted: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'instrText',
  'rt',
  'sdtPr',
  'sectPr',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'tblGridChange',
  'sectPrChange',
  'numberingChange',
]);

export const isUnprinted = (local: string): boolean => unprinted.has(local);

/** The text of one paragraph while it is read. */
export class ParagraphText {
  readonly #pieces: string[] = [];
  #length = 0;
  readonly pageBreaks: number[] = [];

  add(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  turnPage(): void {
    this.pageBreaks.push(this.#length);
  }

  toString(): string {
    return this.#pieces.join('');
  }
}

/** What an inline element prints by itself; null when it prints nothing or is no such element. */
export function signOf(tag: XmlTag): string | null {
  switch (tag.local) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbolOf(tag.attribute('char') ?? '');
    default:
      return null;
  }
}

function symbolOf(hex: string): string {
  const known = symbols[hex.toUpperCase()];
  if (known !== undefined) return known;
  const code = /^[0-9a-f]{1,4}$/i.test(hex) ? Number.parseInt(hex, 16) : 0;
  // The private area holds pictures of symbol fonts; without the font they say nothing.
  return code < 0x20 || (code >= 0xd800 && code < 0xf900) ? '' : String.fromCharCode(code);
}

/** Whether an on-off property is on: present, and not `0`, `false` or `off`. */
export const isOn = (value: string | null): boolean => value !== '0' && value !== 'false' && value !== 'off';
