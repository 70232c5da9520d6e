import { extractDocuments } from '../../../../document/domain/index.ts';
import { blank } from '../../../domain/draft/blank.ts';
import type { ItemContent, ItemKind } from '../../../domain/model.ts';

const lists = { indicator: 'indicators', task: 'tasks', clause: 'clauses', table: 'tables' } as const;

/** Fields that have no blank of their own: the person says them. */
const unsaid = { name: '', value: null, text: '' };

/**
 * What the extraction reads in some words alone, as the beginning of a form; blanks where it reads nothing. A year or a
 * unit that stands elsewhere in the document is left to the person.
 */
export function readWords(kind: ItemKind, words: string): ItemContent {
  const empty = { ...unsaid, ...blank[kind] } as unknown as ItemContent;
  const source = { text: words, format: 'txt', tables: [], pageStarts: [], furniture: [] } as const;
  const [read] = extractDocuments(source).flatMap((document): readonly ItemContent[] => document[lists[kind]]);
  return read === undefined ? empty : { ...empty, ...read };
}
