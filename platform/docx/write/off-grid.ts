import { type IContext, type IParagraphOptions, type IXmlableObject, Paragraph } from 'docx';

/**
 * A paragraph whose lines do not snap to the grid of the page: in tables, titles and around charts, where a line would
 * else take a whole line of the body, or two. The library has no word for it, so it is put into what it writes, before
 * the spacing, where the order of the format wants it.
 */
export class OffGridParagraph extends Paragraph {
  constructor(options: IParagraphOptions) {
    super({ widowControl: false, ...options });
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const written = super.prepForXml(context);
    const properties = childOf(written?.['w:p'], 'w:pPr');
    if (Array.isArray(properties)) {
      const at = properties.findIndex((each) => isObject(each) && AFTER.some((name) => name in each));
      properties.splice(at < 0 ? properties.length : at, 0, { 'w:snapToGrid': { _attr: { 'w:val': '0' } } });
    }
    return written;
  }
}

/** What of a paragraph's properties stands after `snapToGrid`, as far as we write it. */
const AFTER = ['w:spacing', 'w:ind', 'w:jc', 'w:textAlignment', 'w:outlineLvl', 'w:rPr', 'w:sectPr'];

function childOf(children: unknown, name: string): unknown {
  if (!Array.isArray(children)) return undefined;
  const found = children.find((each) => isObject(each) && name in each);
  return isObject(found) ? found[name] : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
