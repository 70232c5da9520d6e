import { attributeOf, type ChildNode, type Element, isElement, type ParentNode } from './parse-html.ts';

/** How much text an element holds, and how much of it is links. */
interface Weight {
  text: number;
  linked: number;
  links: number;
  headings: number;
}

const neverPrinted: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'map',
  'select',
  'textarea',
  'button',
  'input',
  'datalist',
  'nav',
  'footer',
  'aside',
  'del',
  'rt',
  'rp',
]);

/** Names that templates give to what surrounds the document; the whole name must be one of them. */
const surroundings =
  /^(?:nav|navbar|navigation|menu|topmenu|breadcrumbs?|crumbs?|footer|foot|sidebar|share|bdsharebuttonbox|copyright|pagination|pager|toolbar)$/i;

const blocksOfLinks: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'div', 'section', 'table', 'td', 'header', 'p']);
const FEWEST_LINKS = 5;
const LINKED_SHARE = 0.75;

/**
 * Tells which elements of a page are not the document: scripts, hidden parts, menus, footers, lists of links to other
 * pages. A list of annexes is a list of links too, and stays.
 */
export class PageWeight {
  readonly #weights = new Map<object, Weight>();
  readonly #whole: number;

  constructor(page: ParentNode) {
    this.#whole = this.#weigh(page, false).text;
  }

  isSkipped(element: Element): boolean {
    if (neverPrinted.has(element.tagName) || isHidden(element) || isNoteMark(element)) return true;
    const weight = this.#weights.get(element);
    if (weight === undefined || weight.text * 2 > this.#whole) return false;
    if (element.tagName === 'header' && weight.headings === 0) return true;
    const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.trim().split(/\s+/);
    if (names.some((name) => surroundings.test(name)) && weight.headings === 0) return true;
    return this.#isListOfLinks(element, weight);
  }

  #isListOfLinks(element: Element, weight: Weight): boolean {
    if (!blocksOfLinks.has(element.tagName) || weight.links < FEWEST_LINKS) return false;
    return weight.linked >= weight.text * LINKED_SHARE && !textOf(element).includes('附件');
  }

  #weigh(node: ParentNode, linked: boolean): Weight {
    const sum: Weight = { text: 0, linked: 0, links: 0, headings: 0 };
    for (const child of node.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) {
        const length = child.value.replace(/\s+/g, '').length;
        sum.text += length;
        if (linked) sum.linked += length;
      } else if (isElement(child) && !neverPrinted.has(child.tagName)) this.#add(sum, child, linked);
    }
    this.#weights.set(node, sum);
    return sum;
  }

  #add(sum: Weight, child: Element, linked: boolean): void {
    const isLink = child.tagName === 'a' && attributeOf(child, 'href') !== null;
    const part = this.#weigh(child, linked || isLink);
    sum.text += part.text;
    sum.linked += part.linked;
    sum.links += part.links + (isLink ? 1 : 0);
    sum.headings += part.headings + (/^h[1-3]$/.test(child.tagName) ? 1 : 0);
  }
}

/** A raised mark of a note, which would read as the last digit of the number before it. Exponents carry no link. */
function isNoteMark(element: Element): boolean {
  if (element.tagName !== 'sup') return false;
  return /^\s*[[〔（(]\s*\d+\s*[\])）〕]\s*$/.test(textOf(element)) || holdsLocalLink(element);
}

const holdsLocalLink = (node: ParentNode): boolean =>
  node.childNodes.some(
    (child) => isElement(child) && ((attributeOf(child, 'href') ?? '').startsWith('#') || holdsLocalLink(child)),
  );

function isHidden(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(element, 'style') ?? '');
}

/** All text below a node, unformatted. */
export function textOf(node: ParentNode | ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
