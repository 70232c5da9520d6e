import type { DocumentExtraction } from '../../../document/index.ts';
import { itemId } from '../item-id.ts';
import type { ItemContent, ItemKind, PlanHead, PlanItem, PlanStructure } from '../model.ts';
import { inTextOrder } from '../order.ts';

/** What the machine read, each item with its kind. */
export interface ReadItem {
  readonly kind: ItemKind;
  readonly content: ItemContent;
}

/** The items of an extraction in the order of the text. */
export function readItems(document: DocumentExtraction): ReadItem[] {
  const of = (kind: ItemKind, contents: readonly ItemContent[]) => contents.map((content) => ({ kind, content }));
  return [
    ...of('indicator', document.indicators),
    ...of('task', document.tasks),
    ...of('clause', document.clauses),
    ...of('table', document.tables),
  ].sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** New items from a reading, nobody having looked at them; numbered from `next`. */
export function newItems(read: readonly ReadItem[], next: number): PlanItem[] {
  const items = read.map(({ kind, content }, at) => ({
    id: itemId(kind, next + at),
    kind,
    review: 'unreviewed',
    origin: 'extracted',
    touched: null,
    content,
  }));
  return (items as unknown as PlanItem[]).sort(inTextOrder);
}

export const headOf = (document: DocumentExtraction): PlanHead => ({
  title: document.title,
  docNumber: document.docNumber,
  issuer: document.issuer,
  issuedOn: document.issuedOn,
  validFrom: document.validFrom,
  validTo: document.validTo,
  validityText: document.validityText,
  addressees: document.addressees,
});

export const structureOf = ({ annexes, outline }: DocumentExtraction): PlanStructure => ({ annexes, outline });
