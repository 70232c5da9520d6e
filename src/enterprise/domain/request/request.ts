import type { Patch } from '../history/index.ts';
import type { EnterpriseContent, EnterprisePart } from '../model/index.ts';

/** What an enterprise may ask to have changed; whose people it is and which chain it belongs to is said by the office. */
export const askableParts: readonly EnterprisePart[] = [
  ...(['code', 'codeReason', 'name', 'shortName', 'otherNames', 'legalRepresentative', 'address', 'regionId'] as const),
  ...(['parkId', 'industry', 'scale', 'foundedOn', 'capitalFen', 'scope', 'products', 'state'] as const),
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
export const partsOf = (patch: Patch): EnterprisePart[] => askableParts.filter((part) => patch[part] !== undefined);
export const pick = (content: Patch, parts: readonly EnterprisePart[]): Patch =>
  Object.fromEntries(parts.filter((part) => content[part] !== undefined).map((part) => [part, content[part]]));

/** Parts that somebody else changed after they were asked for: what stood there then stands there no more. */
export const staleParts = (changes: Patch, before: Patch, now: EnterpriseContent): EnterprisePart[] =>
  partsOf(changes).filter((part) => !same(before[part], now[part]) && !same(changes[part], now[part]));

/** Parts that were asked for and stand there by now. */
export const doneParts = (changes: Patch, now: EnterpriseContent): EnterprisePart[] =>
  partsOf(changes).filter((part) => same(changes[part], now[part]));
