import { makeZip, type ZipEntry } from './zip.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

const relations = (part: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${part}</Relationships>`;

const documentType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** The entries of a Word document with this body; `parts` adds or replaces parts of `word/`, without their root. */
export function docxEntries(body: string, parts: Readonly<Record<string, string>> = {}): ZipEntry[] {
  const others = Object.entries(parts).map(([root, inner]) => ({
    name: `word/${root}.xml`,
    data: `<w:${root} ${namespaces}>${inner}</w:${root}>`,
  }));
  return [
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: relations(`<Relationship Id="r1" Type="${documentType}" Target="word/document.xml"/>`),
    },
    { name: 'word/document.xml', data: `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
    ...others,
  ];
}

export const makeDocx = (body: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  makeZip(docxEntries(body, parts));

/** A paragraph with one run; `properties` is the inside of `w:pPr`. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const inList = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
