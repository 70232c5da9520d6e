import PizZip from 'pizzip';

const GRID = /<w:docGrid\b[^>]*\/?>/g;
const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\bw:${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/**
 * A copy of a Word file for LibreOffice, which gives a character two squares of the grid when it is wider than one, as
 * with 28 characters of 16 points on 156 mm; lines would hold 14. In the copy the lines stay on the grid, and instead of
 * the grid every character gives up what it is too wide. Other files come back as they are.
 */
export function loosenGrid(docx: Uint8Array): Uint8Array {
  const zip = new PizZip(docx);
  const document = zip.file('word/document.xml')?.asText() ?? '';
  const excess = Math.max(0, ...[...document.matchAll(GRID)].map(([tag]) => excessOf(tag)));
  if (excess === 0) return docx;
  zip.file(
    'word/document.xml',
    document.replace(GRID, (tag) => (excessOf(tag) > 0 ? tag.replace(/\bw:type="[^"]*"/, 'w:type="lines"') : tag)),
  );
  const styles = zip.file('word/styles.xml')?.asText();
  if (styles !== undefined) zip.file('word/styles.xml', narrower(styles, Math.ceil(excess)));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Twips that the grid takes from each character; 0 where it takes none. */
function excessOf(tag: string): number {
  const type = attribute(tag, 'type');
  const space = Number(attribute(tag, 'charSpace') ?? 0);
  return (type === 'linesAndChars' || type === 'snapToChars') && space < 0 ? (-space / 4096) * 20 : 0;
}

/** Styles whose every text stands closer by so many twips, unless it says otherwise. */
function narrower(styles: string, twips: number): string {
  const spacing = `<w:spacing w:val="${-twips}"/>`;
  const inside = /<w:rPrDefault>\s*<w:rPr>(?<properties>.*?)<\/w:rPr>/s.exec(styles)?.groups?.properties;
  if (inside?.includes('<w:spacing ') === true) return styles;
  if (inside !== undefined) return styles.replace(/(<w:rPrDefault>\s*<w:rPr>)/, `$1${spacing}`);
  const defaults = `<w:rPrDefault><w:rPr>${spacing}</w:rPr></w:rPrDefault>`;
  if (/<w:rPrDefault\s*(?:\/>|>\s*<w:rPr\s*\/>\s*<\/w:rPrDefault>)/.test(styles)) {
    return styles.replace(/<w:rPrDefault\s*(?:\/>|>\s*<w:rPr\s*\/>\s*<\/w:rPrDefault>)/, defaults);
  }
  if (/<w:docDefaults>/.test(styles)) return styles.replace('<w:docDefaults>', `<w:docDefaults>${defaults}`);
  return styles.replace(/(<w:styles\b[^>]*>)/, `$1<w:docDefaults>${defaults}</w:docDefaults>`);
}
