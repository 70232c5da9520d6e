import type { Span } from '../../kernel/index.ts';
import { extractClauses } from './clause/extract.ts';
import { readHeading } from './heading/heading.ts';
import { extractIndicators } from './indicator/extract.ts';
import type { DocumentExtraction, SourceText } from './model.ts';
import { outlineNodes } from './outline/nodes.ts';
import { placeOf, prepare } from './reading.ts';
import { type Part, splitDocuments } from './split/documents.ts';
import { extractTables } from './table/extract.ts';
import { extractTasks } from './task/extract.ts';
import { type MendedText, mend } from './text/mend.ts';

/**
 * Reads every document of a file. Pure: the same text gives the same extraction. Takes the text with what the file format
 * knew about it; gives one entry a document, in the order of the file, with places as UTF-16 offsets into `source.text`.
 */
export function extractDocuments(source: SourceText): DocumentExtraction[] {
  const mended = mend(source);
  return splitDocuments(mended).map((part) => {
    const paragraphs = mended.paragraphs.slice(part.from, part.to);
    const heading = readHeading(mended, paragraphs);
    const r = prepare(mended, paragraphs, heading.profile);
    const span: Span = { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? 0 };
    const place = documentPlace(mended, part, source);
    const { clauses, taken } = extractClauses(r);
    const tables = extractTables(r, source, place);
    return {
      ...placeOf(r, span),
      ...heading.fields,
      outline: outlineNodes(r),
      indicators: [...extractIndicators(r, taken), ...tables.indicators],
      tasks: [...extractTasks(r), ...tables.tasks],
      clauses: [...clauses],
      tables: tables.tables,
    };
  });
}

/** The stretch of the source that belongs to the document: up to the first paragraph of the next, tables included. */
function documentPlace(mended: MendedText, part: Part, source: SourceText): Span {
  const first = mended.paragraphs[part.from];
  const next = mended.paragraphs[part.to];
  return {
    start: part.from === 0 ? 0 : first ? mended.at[first.start]! : 0,
    end: next ? mended.at[next.start]! - 1 : source.text.length,
  };
}
