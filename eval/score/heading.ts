import type { DocumentExtraction } from '../../src/document/index.ts';
import type { Gold } from '../gold.ts';
import type { Part } from './part.ts';
import type { Passage } from './passage.ts';
import { loosely } from './wording.ts';

const FIELDS = ['title', 'docNumber', 'issuer', 'issuedOn', 'validFrom', 'validTo'] as const;

/** The head of the document that the passage belongs to, field by field; fields the gold leaves out do not count. */
export function scoreHeading(documents: readonly DocumentExtraction[], gold: Gold, passage: Passage): Part[] {
  const document =
    documents.find((each) => each.start <= passage.start && passage.start < each.end) ??
    documents.find((each) => each.start < passage.end && passage.start < each.end);
  const judged = FIELDS.filter((field) => gold[field] !== undefined);
  if (judged.length === 0) return [];
  const wrong = judged.filter((field) => loosely(document?.[field]) !== loosely(gold[field]));
  return [
    {
      name: 'heading',
      right: judged.length - wrong.length,
      given: judged.length,
      wanted: judged.length,
      faults: wrong.map(
        (field) => `抬头 ${field}：读作「${document?.[field] ?? '无'}」，应为「${gold[field] ?? '无'}」`,
      ),
    },
  ];
}
