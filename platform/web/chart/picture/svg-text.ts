import { wrap } from '../text.ts';

export interface PictureText {
  /** Above the chart. */
  readonly title?: string;
  /** Below it, small: source, day, who took it. */
  readonly note?: string;
}

/** What of a computed style a picture needs to look the same elsewhere. */
const looks = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin'],
  ...['stroke-linecap', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'],
  ...['paint-order', 'vector-effect', 'display', 'visibility', 'font-variant-numeric'],
] as const;

const space = 'http://www.w3.org/2000/svg';
const margin = 16;
const [titleSize, noteSize] = [15, 12];

/**
 * The chart as a file of its own: every style written into it, as on paper (light) whatever the screen is, on white, with a title
 * above and a note below. What is only for pointers and keys, and links, is left out.
 */
export function svgText(svg: SVGSVGElement, text: PictureText = {}): string {
  return new XMLSerializer().serializeToString(pictureOf(svg, text));
}

/** The same as an element that belongs to no page; its width and height are in pixels. */
export function pictureOf(svg: SVGSVGElement, { title = '', note = '' }: PictureText = {}): SVGSVGElement {
  const { width, height } = svg.viewBox.baseVal;
  const copy = onPaper(() => styledCopy(svg));
  copy.setAttribute('x', String(margin));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const titles = wrap(title, width, titleSize);
  const notes = wrap(note, width, noteSize);
  const top = margin + titles.length * (titleSize + 8);
  const whole = [width + 2 * margin, top + height + margin + notes.length * (noteSize + 6)] as const;
  copy.setAttribute('y', String(top));
  const sheet = make('svg', { viewBox: `0 0 ${whole[0]} ${whole[1]}`, width: whole[0], height: whole[1] });
  const font = getComputedStyle(svg).fontFamily;
  sheet.append(make('rect', { width: whole[0], height: whole[1], fill: '#fff' }));
  const write = (lines: readonly string[], size: number, from: number, step: number, fill: string): void => {
    for (const [at, line] of lines.entries()) {
      const element = make('text', { x: margin, y: from + at * step, fill, 'font-size': size, 'font-family': font });
      element.textContent = line;
      sheet.append(element);
    }
  };
  write(titles, titleSize, margin + titleSize, titleSize + 8, '#18202c');
  sheet.append(copy);
  write(notes, noteSize, top + height + margin, noteSize + 6, '#5c6776');
  return sheet;
}

function make<Name extends 'svg' | 'rect' | 'text'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(space, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

/** A copy whose elements carry their styles themselves. */
function styledCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  for (const [at, element] of [...copies].entries()) {
    const original = originals[at];
    if (original === undefined || !(element instanceof SVGElement)) continue;
    const style = getComputedStyle(original);
    for (const look of looks) element.style.setProperty(look, style.getPropertyValue(look));
    for (const name of ['class', 'tabindex', 'href', 'role']) element.removeAttribute(name);
  }
  for (const element of copy.querySelectorAll('[data-only-screen]')) element.remove();
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  return copy;
}

/**
 * Runs while the page has its light colours. All of it in one turn, so that nothing of it is painted; what else would fade from one
 * colour to the other stands still meanwhile.
 */
function onPaper<T>(run: () => T): T {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.still = '';
  root.dataset.theme = 'light';
  try {
    return run();
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
    // Asked for once with the old colours back, so that they do not fade either.
    getComputedStyle(document.body).getPropertyValue('color');
    delete root.dataset.still;
  }
}
