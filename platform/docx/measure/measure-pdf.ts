import { openPdf, type PdfDocument } from '../../files/pdf/open-pdf.ts';

const MILLIMETRE = 72 / 25.4;
/** Baselines nearer to each other than this, in points, are one line. */
const SAME_LINE = 3;

/** What a page of a PDF came out as; lengths in millimetres. */
export interface PageMeasure {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LineMeasure[];
  /** Names of the typefaces on it, as embedded, without the mark of a subset. */
  readonly fonts: readonly string[];
}

export interface LineMeasure {
  readonly text: string;
  /** Characters without blanks. */
  readonly characters: number;
  readonly left: number;
  readonly right: number;
  /** Baseline, from the upper edge of the page. */
  readonly baseline: number;
  /** Size of its largest type, in points. */
  readonly size: number;
}

/** Reads pages back from a PDF: size, lines with their places, typefaces. Refuses what is no sound PDF. */
export async function measurePdf(bytes: Uint8Array): Promise<readonly PageMeasure[]> {
  const pdf = await openPdf(new Uint8Array(bytes));
  try {
    const pages: PageMeasure[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await measurePage(pdf, number));
    return pages;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
}

async function measurePage(pdf: PdfDocument, number: number): Promise<PageMeasure> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent();
  // Typefaces are known by their real names only when the page has been read as if to be drawn.
  await page.getOperatorList();
  const fonts = new Set<string>();
  const pieces: Piece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    pieces.push({ text: item.str, x: x - left, end: x - left + item.width, baseline: top - y, size: Math.hypot(a, b) });
    const font: { name?: string } | null = page.commonObjs.has(item.fontName)
      ? page.commonObjs.get(item.fontName)
      : null;
    fonts.add((font?.name ?? item.fontName).replace(/^[A-Z]{6}\+/, ''));
  }
  return {
    width: (right - left) / MILLIMETRE,
    height: (top - bottom) / MILLIMETRE,
    lines: linesOf(pieces),
    fonts: [...fonts].sort(),
  };
}

function linesOf(pieces: readonly Piece[]): LineMeasure[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline)) {
    const last = lines.at(-1);
    if (last?.[0] !== undefined && piece.baseline - last[0].baseline < SAME_LINE) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => {
    const ordered = line.sort((one, other) => one.x - other.x);
    const text = ordered.map((piece) => piece.text).join('');
    return {
      text,
      characters: [...text.replace(/\s/gu, '')].length,
      left: Math.min(...line.map((piece) => piece.x)) / MILLIMETRE,
      right: Math.max(...line.map((piece) => piece.end)) / MILLIMETRE,
      baseline: (line[0]?.baseline ?? 0) / MILLIMETRE,
      size: Math.max(...line.map((piece) => piece.size)),
    };
  });
}
