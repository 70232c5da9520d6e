import { makeZip, type ZipEntry } from '../../files/testing/zip.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface Parts {
  readonly header?: string;
  readonly footer?: string;
  /** Further relations of the document, as XML. */
  readonly relations?: string;
  readonly entries?: readonly ZipEntry[];
  readonly mainType?: string;
}

/** The entries of a Word document as Word itself would save it: types, relations, one section, header and footer. */
export function templateEntries(body: string, parts: Parts = {}): ZipEntry[] {
  const root = (name: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${WORD}" xmlns:r="${OFFICE}">${inner}</w:${name}>`;
  const around = (['header', 'footer'] as const).filter((part) => parts[part] !== undefined);
  const references = around.map((part) => `<w:${part}Reference w:type="default" r:id="${part}"/>`).join('');
  const override = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${type}"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', parts.mainType ?? `${TYPES}.document.main+xml`)}${around.map((part) => override(`${part}1`, `${TYPES}.${part}+xml`)).join('')}</Types>`,
    },
    { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'word/document.xml')) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(`${around.map((part) => relation(part, part, `${part}1.xml`)).join('')}${parts.relations ?? ''}`),
    },
    { name: 'word/document.xml', data: root('document', `<w:body>${body}<w:sectPr>${references}</w:sectPr></w:body>`) },
    ...around.map((part) => ({
      name: `word/${part}1.xml`,
      data: root(part === 'header' ? 'hdr' : 'ftr', parts[part] ?? ''),
    })),
    ...(parts.entries ?? []),
  ];
}

export const makeTemplate = (body: string, parts: Parts = {}): Buffer => makeZip(templateEntries(body, parts));

/** A paragraph whose text is cut into runs as given: Word cuts where the language, a correction or a dress changes. */
export const cut = (...runs: string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('<w:proofErr w:type="spellEnd"/>')}</w:p>`;

export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
