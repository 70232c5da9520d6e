import type { Span } from '../../kernel/index.ts';
import { extractClauses } from './clause/extract.ts';
import { readHeading } from './heading/heading.ts';
import { extractIndicators } from './indicator/extract.ts';
import type { DocumentExtraction, SourceText } from './model.ts';
import { outlineNodes } from './outline/nodes.ts';
import { placeOf, prepare } from './reading.ts';
import { splitDocuments } from './split/documents.ts';
import { extractTasks } from './task/extract.ts';
import { mend } from './text/mend.ts';

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
    const { clauses, taken } = extractClauses(r);
    const indicators = extractIndicators(r, taken);
    return {
      ...placeOf(r, span),
      ...heading.fields,
      outline: outlineNodes(r),
      indicators,
      tasks: extractTasks(r),
      clauses: [...clauses],
      tables: [],
    };
  });
}
