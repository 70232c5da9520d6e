import { canonicalJson } from '../equal.ts';
import type { PlanHead, PlanItem, PlanSource, PlanStructure } from '../model.ts';

/** Everything of an edition that its fingerprint vouches for. */
export interface EditionContent {
  readonly planId: string;
  readonly number: number;
  readonly head: PlanHead;
  readonly structure: PlanStructure;
  readonly source: PlanSource;
  /** In the order of the text. */
  readonly items: readonly PlanItem[];
}

/** The text that is hashed: the same edition gives the same text, byte for byte, on every machine and in every year. */
export const editionText = ({ planId, number, head, structure, source, items }: EditionContent): string =>
  canonicalJson({
    format: 'jingwei-edition-1',
    planId,
    number,
    head,
    structure,
    source: { sha256: source.sha256, start: source.start, end: source.end },
    items: items.map(({ id, kind, review, origin, content }) => ({ id, kind, review, origin, content })),
  });
